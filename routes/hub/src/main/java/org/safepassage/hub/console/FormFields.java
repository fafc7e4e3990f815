package org.safepassage.hub.console;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.safepassage.connectors.KameletParameters;
import org.safepassage.connectors.KameletParameters.Parameter;
import org.safepassage.hub.configuration.AppliedState;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.configuration.PartnerLimits;
import org.safepassage.hub.console.FormField.Choice;
import org.safepassage.hub.console.FormField.Kind;
import org.springframework.context.MessageSource;

/// Makes the fields of a partner's form: those of its connector from what the connector says of itself, the others from
/// what a partner's, an agreement's and an exchange's file want. Safe for several threads.
final class FormFields {
    /// As in `PartnerLimits`.
    static final List<String> LIMITS = List.of(
            "callsPerMinute", "bytesPerSecond", "largestItemMegabytes", "concurrency", "failures", "restSeconds");

    private static final int YEARS = 2;

    private final MessageSource messages;
    private final InstantSource clock;

    FormFields(MessageSource messages, InstantSource clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /// Fields that stand together.
    ///
    /// @param title of the group
    /// @param fields that are always seen
    /// @param more that most partners do not need
    /// @param open whether those are seen, too
    record Section(String key, String title, List<FormField> fields, List<FormField> more, boolean open) {
        Section {
            fields = List.copyOf(fields);
            more = List.copyOf(more);
        }
    }

    /// The form as it begins.
    PostedForm fresh(Configuration now) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String zone = now.exchanges().values().stream()
                .flatMap(exchange -> exchange.schedule().stream())
                .map(schedule -> schedule.zone())
                .sorted()
                .findFirst()
                .orElse(ZoneId.systemDefault().getId());
        return new PostedForm(java.util.Map.of(
                "exchange.validFrom", today.toString(),
                "exchange.validUntil", today.plusYears(YEARS).toString(),
                "exchange.zone", zone,
                "exchange.schedule", "none",
                "exchange.time", "02:00",
                "exchange.review", "all",
                "exchange.retention", "P5Y",
                "exchange.categories", "*",
                "exchange.sandbox", "true"));
    }

    /// All sections of the form.
    ///
    /// @param isNew whether name and exchange are asked for
    List<Section> sections(
            KameletParameters connector,
            PostedForm form,
            AppliedState state,
            FieldErrors errors,
            boolean isNew,
            Locale locale) {
        var all = new ArrayList<Section>();
        all.add(plain(
                "partner",
                Stream.concat(
                                isNew
                                        ? Stream.of(own("name", Kind.LINE, true, form, errors, locale))
                                        : Stream.<FormField>of(),
                                Stream.of(own("label", Kind.LINE, false, form, errors, locale)))
                        .toList(),
                locale));
        all.add(door(connector, form, errors, locale));
        all.add(plain(
                "mapping",
                List.of(
                        own("caseNumber", Kind.LINE, true, form, errors, locale),
                        choice("mapping", mappings(state), form, errors, locale),
                        own("jslt", Kind.LINES, false, form, errors, locale),
                        own("schema", Kind.LINES, false, form, errors, locale)),
                locale));
        if (isNew) all.add(plain("exchange", exchange(form, state, errors, locale), locale));
        all.add(limits(form, errors, locale));
        return all;
    }

    private Section plain(String key, List<FormField> fields, Locale locale) {
        return new Section(key, said("section." + key, locale), fields, List.of(), false);
    }

    private Section door(KameletParameters connector, PostedForm form, FieldErrors errors, Locale locale) {
        var seen = new ArrayList<FormField>();
        var more = new ArrayList<FormField>();
        boolean open = false;
        for (Parameter parameter : connector.parameters()) {
            FormField field = parameter(parameter, form, errors, locale);
            boolean usual = parameter.required()
                    || parameter.secret()
                    || parameter.name().equals("user");
            (usual ? seen : more).add(field);
            boolean filled = !field.value().isEmpty()
                    && !field.value().equals(parameter.standard().orElse(""))
                    && !(field.kind() == Kind.CHECK && field.value().equals("false"));
            open |= !usual && (!field.error().isEmpty() || filled);
        }
        return new Section("door", connector.title(), seen, more, open);
    }

    private FormField parameter(Parameter parameter, PostedForm form, FieldErrors errors, Locale locale) {
        String key = PostedForm.PARAMETER + parameter.name();
        String standard = parameter.standard().orElse("");
        String hint = parameter.description()
                + (standard.isEmpty()
                        ? ""
                        : " " + messages.getMessage("form.default", new Object[] {standard}, locale));
        String value = form.text(key);
        if (parameter.type().equals("boolean") && value.isEmpty()) value = standard;
        return new FormField(
                key,
                parameter.title(),
                hint,
                kind(parameter, value),
                value,
                standard,
                parameter.choices().stream()
                        .map(choice -> new Choice(choice, choice))
                        .toList(),
                parameter.required(),
                errors.at(key));
    }

    private static Kind kind(Parameter parameter, String value) {
        boolean lines = parameter.name().matches("(?i).*(key|certificate|certificates|sql)");
        if (parameter.secret()) return lines ? Kind.SECRET_LINES : Kind.SECRET;
        if (value.contains("${")) return Kind.LINE;
        if (!parameter.choices().isEmpty()) return Kind.CHOICE;
        return switch (parameter.type()) {
            case "integer" -> Kind.NUMBER;
            case "boolean" -> Kind.CHECK;
            case "object" -> Kind.LINES;
            default -> lines || value.contains("\n") ? Kind.LINES : Kind.LINE;
        };
    }

    private List<FormField> exchange(PostedForm form, AppliedState state, FieldErrors errors, Locale locale) {
        return List.of(
                choice(
                        "exchange.recipient",
                        state.configuration().recipients().values().stream()
                                .sorted(java.util.Comparator.comparing(recipient -> recipient.name()))
                                .map(recipient ->
                                        new Choice(recipient.name(), recipient.name() + ": " + recipient.label()))
                                .toList(),
                        form,
                        errors,
                        locale),
                own("exchange.purpose", Kind.LINE, false, form, errors, locale),
                own("exchange.categories", Kind.LINE, false, form, errors, locale),
                choice("exchange.policy", plain(state.policies().names()), form, errors, locale),
                own("exchange.mayBeNamed", Kind.LINE, false, form, errors, locale),
                choice("exchange.review", told("review", List.of("all", "none"), locale), form, errors, locale),
                own("exchange.validFrom", Kind.DAY, false, form, errors, locale),
                own("exchange.validUntil", Kind.DAY, false, form, errors, locale),
                own("exchange.retention", Kind.LINE, false, form, errors, locale),
                choice(
                        "exchange.schedule",
                        told("schedule.choice", ScheduleChoice.CHOICES, locale),
                        form,
                        errors,
                        locale),
                own("exchange.time", Kind.LINE, false, form, errors, locale),
                own("exchange.cron", Kind.LINE, false, form, errors, locale),
                own("exchange.zone", Kind.LINE, false, form, errors, locale),
                own("exchange.sandbox", Kind.CHECK, false, form, errors, locale));
    }

    private Section limits(PostedForm form, FieldErrors errors, Locale locale) {
        var usual = PartnerLimits.defaults();
        var standards = List.<Number>of(
                usual.callsPerMinute(),
                usual.bytesPerSecond(),
                usual.largestItemMegabytes(),
                usual.concurrency(),
                usual.failures(),
                usual.restSeconds());
        var more = new ArrayList<FormField>();
        boolean open = false;
        for (int at = 0; at < LIMITS.size(); at++) {
            String key = PostedForm.LIMIT + LIMITS.get(at);
            open |= form.has(key) || !errors.at(key).isEmpty();
            more.add(new FormField(
                    key,
                    said("field." + LIMITS.get(at), locale),
                    said("hint." + LIMITS.get(at), locale),
                    form.text(key).contains("${") ? Kind.LINE : Kind.NUMBER,
                    form.text(key),
                    standards.get(at).toString(),
                    List.of(),
                    false,
                    errors.at(key)));
        }
        return new Section("limits", said("section.limits", locale), List.of(), more, open);
    }

    private FormField own(String key, Kind kind, boolean required, PostedForm form, FieldErrors errors, Locale locale) {
        return field(key, kind, required, List.of(), form, errors, locale);
    }

    private FormField choice(String key, List<Choice> choices, PostedForm form, FieldErrors errors, Locale locale) {
        return field(key, Kind.CHOICE, false, choices, form, errors, locale);
    }

    private FormField field(
            String key,
            Kind kind,
            boolean required,
            List<Choice> choices,
            PostedForm form,
            FieldErrors errors,
            Locale locale) {
        return new FormField(
                key,
                said("field." + key, locale),
                said("hint." + key, locale),
                kind,
                form.text(key),
                "",
                choices,
                required,
                errors.at(key));
    }

    private static List<Choice> mappings(AppliedState state) {
        return plain(state.mappings().values().stream()
                .map(mapping -> mapping.name())
                .distinct()
                .sorted()
                .toList());
    }

    private static List<Choice> plain(List<String> names) {
        return names.stream().map(name -> new Choice(name, name)).toList();
    }

    private List<Choice> told(String prefix, List<String> words, Locale locale) {
        return words.stream()
                .map(word -> new Choice(word, said(prefix + "." + word, locale)))
                .toList();
    }

    private String said(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
