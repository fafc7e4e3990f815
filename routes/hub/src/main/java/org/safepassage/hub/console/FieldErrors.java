package org.safepassage.hub.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.hub.configuration.ConfigProblem;

/// What is wrong with a form: each complaint at its field, as far as that can be told, the others beside the form.
/// For one request.
final class FieldErrors {
    private static final Pattern MISSING = Pattern.compile("key '([A-Za-z]+)' is missing.*");
    private static final Pattern AGREEMENT = Pattern.compile("(?:.*/)?([^/:]+\\.yaml):\\d+: ([A-Za-z.0-9]+): (.*)");

    private final Map<String, String> byField = new LinkedHashMap<>();
    private final List<String> others = new ArrayList<>();

    /// Notes what is wrong with one field; the first complaint stays.
    void at(String field, String message) {
        byField.putIfAbsent(field, message);
    }

    /// Notes what belongs to no field.
    void beside(String message) {
        if (!others.contains(message)) others.add(message);
    }

    /// What is wrong with parameters, as the connector says it.
    void door(DoorProblem problem) {
        if (problem.complaints().isEmpty()) beside(String.valueOf(problem.getMessage()));
        problem.complaints()
                .forEach(complaint -> at(PostedForm.PARAMETER + complaint.parameter(), complaint.message()));
    }

    /// What `config check` says of the files that a form makes.
    void of(List<ConfigProblem> problems, PartnerForm form) {
        boolean own = problems.stream().anyMatch(problem -> problem.file().equals(form.partnerPath()));
        for (ConfigProblem problem : problems) {
            // A partner that is not sound is missing to its exchanges, too: that goes away with its own complaint.
            if (own
                    && problem.file().startsWith("exchanges/")
                    && problem.place().equals("/partner")) continue;
            if (problem.file().equals("agreements")) {
                agreements(problem, form);
                continue;
            }
            String field = field(problem, form);
            if (field.isEmpty()) beside(problem.toString());
            else at(field, worded(field, problem.message()));
        }
    }

    /// A rule of the schema in the form's words.
    private static String worded(String field, String message) {
        return field.startsWith(PostedForm.LIMIT) && message.startsWith("breaks the rule")
                ? "must be a whole number"
                        + (message.contains("'type'") ? "" : " within the bounds of config/REFERENCE.md")
                : message;
    }

    private static String field(ConfigProblem problem, PartnerForm form) {
        var missing = MISSING.matcher(problem.message());
        String place = missing.matches() ? problem.place() + "/" + missing.group(1) : problem.place();
        String inside = place.isEmpty() ? "" : place.substring(1);
        if (problem.file().equals(form.partnerPath())) {
            if (inside.startsWith("parameters/"))
                return PostedForm.PARAMETER
                        + inside.substring("parameters/".length()).replaceFirst("\\..*", "");
            return inside.startsWith("limits/")
                    ? PostedForm.LIMIT + inside.substring("limits/".length())
                    : mapping(inside, problem.message(), form);
        }
        if (problem.file().equals(form.exchangePath()))
            return "exchange." + inside.replace("schedule/", "").replaceFirst("/.*", "");
        return "";
    }

    /// A mapping that is pasted is mended where it was pasted.
    private static String mapping(String inside, String message, PartnerForm form) {
        if (!inside.equals("mapping") || form.fields().has("mapping")) return inside;
        return message.contains(".schema.json") ? "schema" : "jslt";
    }

    /// Says `FILE:LINE: FIELD: message`, a line each.
    private void agreements(ConfigProblem problem, PartnerForm form) {
        String own = form.agreementPath().replaceFirst("^agreements/", "");
        for (String line : problem.message().split("\n", -1)) {
            var told = AGREEMENT.matcher(line);
            if (told.matches() && told.group(1).equals(own)) {
                String field = told.group(2).replaceFirst("\\..*", "");
                at("exchange." + (field.equals("purposes") ? "purpose" : field), told.group(3));
            } else {
                beside(line);
            }
        }
    }

    /// What is wrong with a field; empty when nothing is.
    String at(String field) {
        return byField.getOrDefault(field, "");
    }

    /// What belongs to no field.
    List<String> others() {
        return List.copyOf(others);
    }

    /// Complaints by field, in the order they were noted.
    Map<String, String> fields() {
        return Map.copyOf(byField);
    }

    boolean none() {
        return byField.isEmpty() && others.isEmpty();
    }
}
