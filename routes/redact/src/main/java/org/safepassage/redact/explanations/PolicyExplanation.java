package org.safepassage.redact.explanations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safepassage.redact.policies.Action;
import org.safepassage.redact.policies.PixelRule;
import org.safepassage.redact.policies.Policy;
import org.safepassage.schemas.Role;

/// What a policy does, in plain words: who is meant, what becomes of each kind of mention, and an example of each
/// action that it takes. Immutable.
///
/// @param policy name and description
/// @param parts persons who are treated alike together
/// @param examples written by the redactor under this policy
public record PolicyExplanation(Policy policy, List<Part> parts, List<Example> examples) {
    private static final String LAST = "What no line covers is removed.";

    public PolicyExplanation {
        parts = List.copyOf(parts);
        examples = List.copyOf(examples);
    }

    /// Persons who are treated alike.
    ///
    /// @param rows the policy's words for them
    /// @param who in plain words
    /// @param lines what becomes of what
    public record Part(List<String> rows, String who, List<Line> lines) {
        public Part {
            rows = List.copyOf(rows);
            lines = List.copyOf(lines);
        }
    }

    /// @param type of the mentions
    /// @param action taken
    /// @param words both as one sentence
    public record Line(String type, Action action, String words) {}

    /// Explains a policy.
    public static PolicyExplanation of(Policy policy) {
        Map<List<Line>, List<String>> alike = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            alike.computeIfAbsent(lines(policy, Policy.row(role)), lines -> new ArrayList<>())
                    .add(Policy.row(role));
        }
        alike.computeIfAbsent(lines(policy, Policy.PERMITTED), lines -> new ArrayList<>())
                .add(Policy.PERMITTED);
        alike.computeIfAbsent(lines(policy, Policy.UNLINKED), lines -> new ArrayList<>())
                .add(Policy.UNLINKED);
        var parts = new ArrayList<Part>();
        alike.forEach((lines, rows) -> parts.add(new Part(
                rows,
                String.join(", ", rows.stream().map(PolicyExplanation::who).toList()),
                lines)));
        return new PolicyExplanation(policy, parts, Example.of(policy));
    }

    /// The explanation as lines for a screen.
    public List<String> text() {
        var text = new ArrayList<>(List.of(policy.name(), policy.description().strip()));
        for (Part part : parts) {
            text.add("");
            text.add(capital(part.who()));
            part.lines().forEach(line -> text.add("  " + line.words()));
        }
        text.add("");
        text.add(LAST);
        text.add(photographs());
        text.add(scans());
        text.add(videos());
        text.add("");
        text.add("For example, with invented names");
        examples.forEach(example -> {
            text.add("  " + example.action().code() + ": " + example.before());
            text.add(" ".repeat(example.action().code().length() + 2) + "→ " + example.after());
        });
        return List.copyOf(text);
    }

    /// The explanation as one JSON object.
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("policy", policy.name())
                .put("description", policy.description().strip());
        var array = json.putArray("parts");
        for (Part part : parts) {
            ObjectNode row = array.addObject();
            part.rows().forEach(row.withArray("rows")::add);
            row.put("who", part.who());
            part.lines()
                    .forEach(line -> row.withArray("lines")
                            .addObject()
                            .put("type", line.type())
                            .put("action", line.action().code())
                            .put("words", line.words()));
        }
        json.put("otherwise", LAST)
                .put("photographs", photographs())
                .put("scans", scans())
                .put("videos", videos());
        var shown = json.putArray("examples");
        examples.forEach(example -> shown.addObject()
                .put("action", example.action().code())
                .put("language", example.language())
                .put("before", example.before())
                .put("after", example.after()));
        return json;
    }

    private String photographs() {
        return "Photographs lose all faces, words and metadata; then " + passing(policy.photographs());
    }

    private String scans() {
        return "Scans are painted anew from the print that was read surely, as the lines above say; then "
                + passing(policy.scans());
    }

    private String videos() {
        return "Videos lose all faces, words and metadata; "
                + switch (policy.voice()) {
                    case MUTE -> "their sound is dropped";
                    case CHANGE -> "voices are changed, spoken names stay";
                    case KEEP -> "their sound stays, with voices and spoken names";
                }
                + "; then "
                + passing(policy.videos());
    }

    private static String passing(PixelRule rule) {
        return switch (rule) {
            case HOLD -> "a person looks at each before it goes.";
            case RELEASE -> "those in which nothing is in doubt go by themselves.";
        };
    }

    /// A family, and of its finer types those that fare otherwise.
    private static List<Line> lines(Policy policy, String row) {
        var lines = new ArrayList<Line>();
        for (Kind kind : kinds(policy)) {
            Action action = action(policy, row, kind);
            boolean says = !kind.isFiner() || action != action(policy, row, kind.family());
            if (says) {
                lines.add(new Line(kind.type(), action, kind.plural() + " " + kind.fate(action, policy)));
            }
        }
        return List.copyOf(lines);
    }

    private static List<Kind> kinds(Policy policy) {
        var kinds = new ArrayList<>(Kind.ALL);
        Set<String> types = new LinkedHashSet<>();
        policy.rows().values().forEach(row -> types.addAll(row.keySet()));
        types.stream()
                .sorted()
                .map(Kind::of)
                .filter(kind -> !kinds.contains(kind))
                .forEach(kinds::add);
        return kinds;
    }

    /// As [Policy#action], which gives nobody's name no code and never keeps it.
    private static Action action(Policy policy, String row, Kind kind) {
        Action action = policy.action(row, kind.type());
        boolean nobody = row.equals(Policy.UNLINKED);
        boolean nobodysName = nobody && kind.type().startsWith("PERSON") && action == Action.KEEP;
        return nobodysName || (nobody && action == Action.PSEUDONYM) ? Action.REMOVE : action;
    }

    private static String who(String row) {
        return switch (row) {
            case Policy.PERMITTED -> "whoever may be named";
            case Policy.UNLINKED -> "nobody of the record, or nobody for certain";
            case "medical-staff" -> "medical staff";
            case "other" -> "others of the record";
            case "witness" -> "witnesses";
            default -> row.replace('-', ' ') + "s";
        };
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
