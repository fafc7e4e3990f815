package org.safepassage.hub.console;

import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.safepassage.hub.configuration.ConfigProblem;
import org.safepassage.hub.revisions.ConfigChanges;
import org.safepassage.hub.revisions.ConfigFiles;
import org.safepassage.hub.revisions.Revision;
import org.safepassage.hub.revisions.Revisions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Every file that runs, to be changed as it is written: exchanges, agreements, recipients, policies, mappings. Checked
/// and shown as a difference like any other change.
@Controller
public class FilesPage {
    private static final int LONGEST_WHY = 500;
    private static final int MOST_REVISIONS = 100;

    private final ConfigChanges changes;
    private final Revisions revisions;
    private final FileHistory history;

    /// @param changes of the configuration
    /// @param revisions every applied state
    /// @param history of files
    FilesPage(ConfigChanges changes, Revisions revisions, FileHistory history) {
        this.changes = changes;
        this.revisions = revisions;
        this.history = history;
    }

    /// What is asked of a file that was sent; prints nothing of its content.
    ///
    /// @param why in the operator's words
    /// @param base revision that the operator has seen
    record Order(String path, String text, String why, String base, String who) {
        @Override
        public String toString() {
            return "Order[" + path + "]";
        }
    }

    /// Lists files and revisions.
    @GetMapping("/files")
    public String list(Model model) {
        var folders = new TreeMap<String, List<String>>();
        changes.applied()
                .texts()
                .keySet()
                .forEach(path -> folders.computeIfAbsent(
                                path.contains("/") ? path.substring(0, path.indexOf('/')) : "",
                                fresh -> new java.util.ArrayList<>())
                        .add(path));
        model.addAttribute("folders", folders);
        model.addAttribute(
                "revisions", revisions.all().stream().limit(MOST_REVISIONS).toList());
        return "files";
    }

    /// Shows one, or an empty one to be written.
    @GetMapping("/files/edit")
    public String edit(@RequestParam("path") String path, Model model) {
        if (!ConfigFiles.belongs(path)) {
            model.addAttribute("done", "file.elsewhere");
            return list(model);
        }
        return page(path, changes.applied().texts().getOrDefault(path, ""), List.of(), model);
    }

    /// Shows what a file changes, applies it, or goes back to an earlier state of it.
    @PostMapping("/files/edit")
    public String change(
            @RequestParam("path") String path,
            @RequestParam("do") String action,
            @RequestParam(name = "text", defaultValue = "") String text,
            @RequestParam(name = "why", defaultValue = "") String why,
            @RequestParam(name = "base", defaultValue = "") String base,
            Principal who,
            Model model,
            RedirectAttributes told)
            throws IOException {
        if (!ConfigFiles.belongs(path)) return edit(path, model);
        var order = new Order(path, text.replace("\r\n", "\n"), why.strip(), base, who.getName());
        return switch (action) {
            case "apply" -> apply(order, model, told);
            case "back" -> page(path, order.text(), List.of(), model);
            default -> review(order, "", model);
        };
    }

    private String apply(Order order, Model model, RedirectAttributes told) throws IOException {
        if (order.why().isEmpty() || order.why().length() > LONGEST_WHY) return review(order, "why", model);
        if (!order.base().equals(base())) return review(order, "base", model);
        switch (changes.edit(files(order), order.who(), order.why())) {
            case ConfigChanges.Result.Applied applied ->
                told.addAttribute("applied", applied.revision().number());
            case ConfigChanges.Result.Unchanged same -> told.addFlashAttribute("done", "rollback.same");
            case ConfigChanges.Result.Refused refused -> {
                return page(order.path(), order.text(), refused.problems(), model);
            }
        }
        return "redirect:/files";
    }

    private String review(Order order, String error, Model model) throws IOException {
        var prospect = changes.prospect(files(order));
        if (!prospect.problems().isEmpty()) {
            return page(order.path(), withoutSecrets(order, prospect.problems()), prospect.problems(), model);
        }
        model.addAttribute("action", "/files/edit");
        model.addAttribute("changes", prospect.changes());
        model.addAttribute("error", error);
        model.addAttribute("why", order.why());
        model.addAttribute("base", base());
        model.addAttribute("carried", Map.of("path", order.path(), "text", order.text()));
        return "confirm";
    }

    /// A secret that was written into a file is not sent back: what runs is shown instead.
    private String withoutSecrets(Order order, List<ConfigProblem> problems) {
        return problems.stream().anyMatch(problem -> problem.message().startsWith("is a secret"))
                ? changes.applied().texts().getOrDefault(order.path(), "")
                : order.text();
    }

    /// An empty text takes the file out.
    private static Map<String, Optional<String>> files(Order order) {
        String text = order.text().isBlank() || order.text().endsWith("\n") ? order.text() : order.text() + "\n";
        return Map.of(order.path(), text.isBlank() ? Optional.empty() : Optional.of(text));
    }

    private String base() {
        return revisions.last().map(Revision::number).map(String::valueOf).orElse("0");
    }

    private String page(String path, String text, List<ConfigProblem> problems, Model model) {
        model.addAttribute("path", path);
        model.addAttribute("text", text);
        model.addAttribute("problems", problems);
        model.addAttribute("history", history.of(path));
        return "file";
    }
}
