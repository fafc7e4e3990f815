package org.safepassage.hub.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.doors.CasePreview;
import org.safepassage.hub.doors.ConfiguredDoors;
import org.safepassage.hub.revisions.ConfigChanges;
import org.safepassage.hub.revisions.Revisions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One partner as it runs: its file, its secrets (never their values), tests, a preview, and every earlier state of its
/// file.
@Controller
public class PartnerPage {
    private static final int LONGEST_WHY = 500;

    private final RunningConfiguration running;
    private final ConfigChanges changes;
    private final Revisions revisions;
    private final FileHistory history;
    private final PartnerSecrets secrets;
    private final ConfiguredDoors doors;
    private final ConfiguredDoors doorsWithNext;
    private final DoorTrials trials;

    /// @param running configuration
    /// @param changes go back to earlier states
    /// @param revisions every applied state
    /// @param history of files
    /// @param secrets of partners
    /// @param doors as they are configured
    /// @param doorsWithNext opened with the next value of each secret that has one
    /// @param trials of doors
    PartnerPage(
            RunningConfiguration running,
            ConfigChanges changes,
            Revisions revisions,
            FileHistory history,
            PartnerSecrets secrets,
            ConfiguredDoors doors,
            ConfiguredDoors doorsWithNext,
            DoorTrials trials) {
        this.running = running;
        this.changes = changes;
        this.revisions = revisions;
        this.history = history;
        this.secrets = secrets;
        this.doors = doors;
        this.doorsWithNext = doorsWithNext;
        this.trials = trials;
    }

    /// Shows it.
    @GetMapping("/partners/{name}")
    public String show(@PathVariable("name") String name, Model model) throws IOException {
        var partner = running.now().partner(name);
        String path = path(name);
        model.addAttribute("partner", partner);
        model.addAttribute("path", path);
        model.addAttribute("yaml", changes.applied().texts().getOrDefault(path, ""));
        model.addAttribute("exchanges", running.now().exchangesOf(name));
        model.addAttribute("history", history.of(path));
        model.addAttribute("secrets", secrets.of(partner, changes.applied()));
        model.addAttribute("mostItems", CasePreview.MOST_ITEMS);
        return "partner";
    }

    /// Tries its door.
    ///
    /// @param next whether with the next values of secrets
    @PostMapping("/partners/{name}/test")
    public String test(
            @PathVariable("name") String name,
            @RequestParam(name = "next", defaultValue = "false") boolean next,
            Principal who,
            Model model)
            throws IOException {
        var now = running.now();
        now.partner(name);
        try {
            model.addAttribute("trial", trials.partner(next ? doorsWithNext : doors, now, name, false, who.getName()));
            model.addAttribute("withNext", next);
        } catch (IOException untried) {
            model.addAttribute("trouble", DoorTrials.words(untried));
        }
        return show(name, model);
    }

    /// Shows what its first case files would become.
    @PostMapping("/partners/{name}/preview")
    public String preview(
            @PathVariable("name") String name,
            @RequestParam(name = "items", defaultValue = "3") int items,
            Principal who,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var now = running.now();
        now.partner(name);
        try {
            int most = Math.clamp(items, 1, CasePreview.MOST_ITEMS);
            model.addAttribute(
                    "cases",
                    trials.preview(doors, now, name, most, who.getName()).cases());
        } catch (IOException failed) {
            model.addAttribute("trouble", DoorTrials.words(failed));
            return show(name, model);
        }
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("name", name);
        return "preview";
    }

    /// Adds, switches or retires a secret.
    @PostMapping("/partners/{name}/secret")
    public String secret(
            @PathVariable("name") String name,
            @RequestParam("parameter") String parameter,
            @RequestParam("do") String action,
            @RequestParam(name = "value", defaultValue = "") String value,
            @RequestParam(name = "expires", defaultValue = "") String expires,
            Principal who,
            RedirectAttributes told)
            throws IOException {
        var partner = running.now().partner(name);
        try {
            secrets.change(
                    partner,
                    changes.applied(),
                    new PartnerSecrets.Order(parameter, action, value, expires, who.getName()));
            told.addFlashAttribute("done", "secret." + action);
        } catch (IOException | IllegalArgumentException refused) {
            told.addFlashAttribute("trouble", String.valueOf(refused.getMessage()));
        }
        return "redirect:/partners/" + name;
    }

    /// Gives its file the text that it had in an earlier revision.
    @PostMapping("/partners/{name}/rollback")
    public String rollback(
            @PathVariable("name") String name,
            @RequestParam("revision") int revision,
            @RequestParam(name = "why", defaultValue = "") String why,
            Principal who,
            RedirectAttributes told)
            throws IOException {
        String text = revisions
                .files(revision)
                .texts()
                .get(path(running.now().partner(name).name()));
        if (text == null) throw new NoSuchElementException("the partner's file is not in revision " + revision);
        if (why.isBlank() || why.length() > LONGEST_WHY) {
            told.addFlashAttribute("done", "why.missing");
            return "redirect:/partners/" + name;
        }
        switch (changes.edit(path(name), Optional.of(text), who.getName(), why.strip())) {
            case ConfigChanges.Result.Applied applied ->
                told.addAttribute("applied", applied.revision().number());
            case ConfigChanges.Result.Unchanged same -> told.addFlashAttribute("done", "rollback.same");
            case ConfigChanges.Result.Refused refused ->
                told.addFlashAttribute("trouble", refused.problems().getFirst().toString());
        }
        return "redirect:/partners/" + name;
    }

    private static String path(String name) {
        return "partners/" + name + ".yaml";
    }
}
