package org.safepassage.hub.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.hub.revisions.ConfigChanges;
import org.safepassage.hub.revisions.Revision;
import org.safepassage.hub.revisions.Revisions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The form by which a partner is added or changed: filled in, tested, previewed, shown as a difference, and applied
/// with a reason. Between the steps the form travels with the browser; of its secrets only references do.
@Controller
public class PartnerFormPage {
    private static final int PREVIEWED = 3;
    private static final int LONGEST_WHY = 500;

    private final PartnerDrafts drafts;
    private final FormFields fields;
    private final ScheduleChoice schedules;
    private final Revisions revisions;
    private final InstantSource clock;

    /// @param drafts partners as they are filled in
    /// @param fields of the form
    /// @param schedules in words
    /// @param revisions tell whether somebody else applied something meanwhile
    /// @param clock tells the next runs
    PartnerFormPage(
            PartnerDrafts drafts,
            FormFields fields,
            ScheduleChoice schedules,
            Revisions revisions,
            InstantSource clock) {
        this.drafts = drafts;
        this.fields = fields;
        this.schedules = schedules;
        this.revisions = revisions;
        this.clock = clock;
    }

    /// What is asked of a form that was sent.
    private record Order(String partner, String action, String who, Locale locale) {}

    /// Lets a connector be chosen, then shows its form.
    @GetMapping("/partners/new")
    public String begin(
            @RequestParam(name = "connector", defaultValue = "") String connector, Locale locale, Model model)
            throws IOException {
        if (connector.isEmpty()) {
            model.addAttribute("connectors", drafts.sources());
            return "connectors";
        }
        try {
            var form = new PartnerForm(
                    "",
                    drafts.connector(connector),
                    fields.fresh(drafts.state().configuration()).with("connector", connector));
            return form(form, "", new FieldErrors(), locale, model);
        } catch (DoorProblem unknown) {
            return "redirect:/partners/new";
        }
    }

    /// Shows the form of a partner that runs.
    @GetMapping("/partners/{name}/edit")
    public String edit(@PathVariable("name") String name, Locale locale, Model model) throws IOException {
        return form(drafts.running(name), name, new FieldErrors(), locale, model);
    }

    /// Tests, previews, shows or applies a new partner.
    @PostMapping("/partners/new")
    public String add(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam("do") String action,
            Principal who,
            Locale locale,
            Model model,
            HttpServletResponse response)
            throws IOException {
        return answer(sent, new Order("", action, who.getName(), locale), model, response);
    }

    /// Tests, previews, shows or applies a changed partner.
    @PostMapping("/partners/{name}/edit")
    public String change(
            @PathVariable("name") String name,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam("do") String action,
            Principal who,
            Locale locale,
            Model model,
            HttpServletResponse response)
            throws IOException {
        drafts.state().configuration().partner(name);
        return answer(sent, new Order(name, action, who.getName(), locale), model, response);
    }

    private String answer(MultiValueMap<String, String> sent, Order order, Model model, HttpServletResponse response)
            throws IOException {
        var errors = new FieldErrors();
        PartnerForm form = drafts.sent(order.partner(), sent, errors);
        return switch (order.action()) {
            case "discard" -> discard(form, errors);
            case "test" -> test(form, order, errors, model);
            case "preview" -> preview(form, order, errors, model, response);
            case "review", "apply" -> {
                if (!errors.none()) yield form(form, order.partner(), errors, order.locale(), model);
                yield order.action().equals("apply") ? apply(form, order, model) : review(form, order, "", model);
            }
            default -> form(form, order.partner(), new FieldErrors(), order.locale(), model);
        };
    }

    private String discard(PartnerForm form, FieldErrors errors) throws IOException {
        if (errors.at("name").isEmpty()) drafts.discard(form);
        return "redirect:/partners";
    }

    /// A door can be tried before mapping and exchange are filled in, so only what it needs is complained of.
    private String test(PartnerForm form, Order order, FieldErrors errors, Model model) throws IOException {
        if (!errors.at("name").isEmpty()) return form(form, order.partner(), errors, order.locale(), model);
        var tried = new FieldErrors();
        drafts.test(form, tried, order.who()).ifPresent(trial -> model.addAttribute("trial", trial));
        return form(form, order.partner(), tried, order.locale(), model);
    }

    private String preview(PartnerForm form, Order order, FieldErrors errors, Model model, HttpServletResponse response)
            throws IOException {
        if (!errors.none()) return form(form, order.partner(), errors, order.locale(), model);
        var shown = drafts.preview(form, PREVIEWED, errors, order.who());
        if (shown.isEmpty()) return form(form, order.partner(), errors, order.locale(), model);
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("name", form.name());
        model.addAttribute("cases", shown.get().cases());
        return "preview";
    }

    private String apply(PartnerForm form, Order order, Model model) throws IOException {
        String why = form.fields().text("why");
        if (why.isEmpty() || why.length() > LONGEST_WHY) return review(form, order, "why", model);
        if (!form.fields().text("base").equals(base())) return review(form, order, "base", model);
        return switch (drafts.apply(form, order.who(), why)) {
            case ConfigChanges.Result.Applied applied ->
                "redirect:/partners/" + form.name() + "?applied="
                        + applied.revision().number();
            case ConfigChanges.Result.Unchanged same -> "redirect:/partners/" + form.name();
            case ConfigChanges.Result.Refused refused -> {
                var errors = new FieldErrors();
                errors.of(refused.problems(), form);
                yield form(form, order.partner(), errors, order.locale(), model);
            }
        };
    }

    /// @param error what keeps the form from being applied, beside what its fields say
    private String review(PartnerForm form, Order order, String error, Model model) throws IOException {
        var errors = new FieldErrors();
        var prospect = drafts.prospect(form, errors);
        if (!errors.none()) return form(form, order.partner(), errors, order.locale(), model);
        model.addAttribute(
                "action", order.partner().isEmpty() ? "/partners/new" : "/partners/" + order.partner() + "/edit");
        model.addAttribute("changes", prospect.changes());
        model.addAttribute("error", error);
        model.addAttribute("why", form.fields().text("why"));
        model.addAttribute("base", base());
        model.addAttribute("carried", carried(form));
        if (form.joins() && !form.cron().isEmpty()) {
            String zone = form.fields().text("exchange.zone");
            model.addAttribute("schedule", schedules.words(form.cron(), zone, order.locale()));
            model.addAttribute("runs", ScheduleChoice.next(form.cron(), zone, clock.instant()));
        }
        return "confirm";
    }

    private static Map<String, String> carried(PartnerForm form) {
        return form.fields().values().entrySet().stream()
                .filter(field -> !java.util.Set.of("why", "base", "do").contains(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private String base() {
        return revisions.last().map(Revision::number).map(String::valueOf).orElse("0");
    }

    private String form(PartnerForm form, String partner, FieldErrors errors, Locale locale, Model model) {
        boolean isNew = partner.isEmpty();
        var sections = fields.sections(form.connector(), form.fields(), drafts.state(), errors, isNew, locale);
        model.addAttribute("isNew", isNew);
        model.addAttribute("name", form.name());
        model.addAttribute("connector", form.connector());
        model.addAttribute("sections", sections);
        model.addAttribute(
                "wrong",
                sections.stream()
                        .flatMap(section ->
                                java.util.stream.Stream.concat(section.fields().stream(), section.more().stream()))
                        .filter(field -> !field.error().isEmpty())
                        .toList());
        var beside = new java.util.ArrayList<>(errors.others());
        errors.fields().forEach((field, message) -> {
            boolean seen = sections.stream()
                    .flatMap(section ->
                            java.util.stream.Stream.concat(section.fields().stream(), section.more().stream()))
                    .anyMatch(one -> one.key().equals(field));
            if (!seen) beside.add(field + ": " + message);
        });
        model.addAttribute("beside", beside);
        return "partner-form";
    }
}
