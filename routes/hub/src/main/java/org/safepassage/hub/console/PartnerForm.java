package org.safepassage.hub.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.safepassage.connectors.KameletParameters;
import org.safepassage.connectors.KameletParameters.Parameter;

/// A filled-in form of a partner together with its connector, and the files that it makes: the partner's, a pasted
/// mapping's two, and the agreement and exchange by which its case files reach a recipient. Secrets are in it by
/// reference only. Immutable.
///
/// @param name of the partner
/// @param connector that the form was made from
/// @param fields as they were filled in
record PartnerForm(String name, KameletParameters connector, PostedForm fields) {
    /// Stands in the place of a mapping that is not chosen yet, for a test of the door.
    static final String NO_MAPPING = "not-chosen-yet";

    /// A fingerprint that no key has, for a first look at the key that a server shows.
    static final String NO_HOST_KEY = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static final String HOST_KEY = "hostKey";

    String partnerPath() {
        return "partners/" + name + ".yaml";
    }

    String exchangePath() {
        return "exchanges/" + exchange() + ".yaml";
    }

    String agreementPath() {
        return "agreements/" + agreement() + ".yaml";
    }

    private String exchange() {
        return name + "-to-" + recipient();
    }

    private String agreement() {
        return name + "-" + recipient();
    }

    private String recipient() {
        return fields.text("exchange.recipient");
    }

    /// Whether the form joins the partner to a recipient.
    boolean joins() {
        return fields.has("exchange.recipient");
    }

    /// The mapping's name: the chosen one, or the partner's own for one that is pasted.
    private String mapping() {
        return !fields.has("mapping") && (fields.has("jslt") || fields.has("schema")) ? name : fields.text("mapping");
    }

    /// The schedule as a cron expression; empty when there is none.
    String cron() {
        return ScheduleChoice.cron(
                fields.text("exchange.schedule"), fields.text("exchange.time"), fields.text("exchange.cron"));
    }

    /// Every file that the form makes, by path.
    Map<String, Optional<String>> files() {
        var files = new LinkedHashMap<String, Optional<String>>();
        files.put(partnerPath(), Optional.of(YamlText.of(partner())));
        mappingFiles(files);
        if (joins()) {
            files.put(agreementPath(), Optional.of(YamlText.of(agreementContent())));
            files.put(exchangePath(), Optional.of(YamlText.of(exchangeContent())));
        }
        return files;
    }

    /// The files with which a door can be tried although mapping and host key are not known yet.
    Map<String, Optional<String>> filesForTrial() {
        var content = partner();
        content.putIfAbsent("mapping", NO_MAPPING);
        content.putIfAbsent("caseNumber", "/");
        if (asksForHostKey() && content.get("parameters") instanceof Map<?, ?> given) {
            var parameters = new LinkedHashMap<Object, Object>(given);
            parameters.put(HOST_KEY, NO_HOST_KEY);
            content.put("parameters", parameters);
        }
        var files = new LinkedHashMap<String, Optional<String>>();
        files.put(partnerPath(), Optional.of(YamlText.of(content)));
        mappingFiles(files);
        return files;
    }

    /// Whether the connector pins a host key and none is given yet.
    boolean asksForHostKey() {
        return connector.parameters().stream()
                        .anyMatch(parameter -> parameter.name().equals(HOST_KEY))
                && fields.parameter(HOST_KEY).isEmpty();
    }

    private void mappingFiles(Map<String, Optional<String>> files) {
        if (fields.has("mapping") || mapping().isEmpty()) return;
        files.put("mappings/" + name + ".jslt", Optional.of(fields.text("jslt") + "\n"));
        files.put("mappings/" + name + ".schema.json", Optional.of(fields.text("schema") + "\n"));
    }

    private Map<String, Object> partner() {
        var content = new LinkedHashMap<String, Object>();
        put(content, "label", fields.text("label"));
        content.put("connector", connector.kamelet());
        content.put("parameters", parameters());
        put(content, "mapping", mapping());
        put(content, "caseNumber", fields.text("caseNumber"));
        var limits = new LinkedHashMap<String, Object>();
        for (String limit : FormFields.LIMITS) {
            String value = fields.text(PostedForm.LIMIT + limit);
            if (!value.isEmpty()) limits.put(limit, YamlText.number(value));
        }
        if (!limits.isEmpty()) content.put("limits", limits);
        return content;
    }

    private Map<String, Object> parameters() {
        var given = new LinkedHashMap<String, Object>();
        for (Parameter parameter : connector.parameters()) {
            String value = fields.parameter(parameter.name());
            if (parameter.type().equals("object")) {
                ObjectLines.read(value).forEach((key, entry) -> given.put(parameter.name() + "." + key, entry));
            } else if (!value.isEmpty()
                    && !parameter.standard().filter(value::equals).isPresent()) {
                given.put(parameter.name(), typed(parameter, value));
            }
        }
        return given;
    }

    private static Object typed(Parameter parameter, String value) {
        return switch (parameter.type()) {
            case "integer" -> YamlText.number(value);
            case "boolean" -> value.equals("true") || value.equals("false") ? (Object) Boolean.valueOf(value) : value;
            default -> value;
        };
    }

    private Map<String, Object> agreementContent() {
        var content = new LinkedHashMap<String, Object>();
        content.put("name", agreement());
        content.put("partner", name);
        content.put("recipient", recipient());
        content.put("purposes", YamlText.words(fields.text("exchange.purpose")));
        var categories = YamlText.words(fields.text("exchange.categories"));
        content.put("categories", categories.isEmpty() ? java.util.List.of("*") : categories);
        put(content, "validFrom", fields.text("exchange.validFrom"));
        put(content, "validUntil", fields.text("exchange.validUntil"));
        put(content, "policy", fields.text("exchange.policy"));
        content.put("mayBeNamed", YamlText.words(fields.text("exchange.mayBeNamed")));
        content.put("review", fields.has("exchange.review") ? fields.text("exchange.review") : "all");
        put(content, "retention", fields.text("exchange.retention"));
        return content;
    }

    private Map<String, Object> exchangeContent() {
        var content = new LinkedHashMap<String, Object>();
        content.put("partner", name);
        content.put("recipient", recipient());
        content.put("agreement", agreement());
        put(content, "purpose", fields.text("exchange.purpose"));
        if (fields.text("exchange.sandbox").equals("true")) content.put("sandbox", true);
        if (!cron().isEmpty()) {
            var schedule = new LinkedHashMap<String, Object>();
            schedule.put("cron", cron());
            schedule.put("zone", fields.text("exchange.zone"));
            content.put("schedule", schedule);
        }
        return content;
    }

    private static void put(Map<String, Object> content, String key, String value) {
        if (!value.isEmpty()) content.put(key, value);
    }

    @Override
    public String toString() {
        return "PartnerForm[" + name + "]";
    }
}
