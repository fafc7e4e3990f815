package org.safepassage.release.agreements;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.safepassage.schemas.Role;

/// Reads one agreement and says of every fault where it is and what to write instead.
final class AgreementReader {
    private final YamlPage.Schema schema = YamlPage.Schema.named("agreement.schema.json");
    private final ObjectMapper words = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    /// The agreement, or nothing and at least one more problem.
    Optional<Agreement> read(Path file, List<String> problems) throws IOException {
        Optional<YamlPage> read = YamlPage.read(file, problems);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        YamlPage page = read.get();
        int before = problems.size();
        for (ValidationMessage message : schema.check(page.root())) {
            String pointer = message.getInstanceLocation().toString();
            String field = message.getProperty() == null ? pointer : pointer + "/" + message.getProperty();
            problems.add(page.problem(field, message.getMessage() + "; " + nextAction(message.getType())));
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        Optional<LocalDate> from = day(page, "validFrom", problems);
        Optional<LocalDate> until = day(page, "validUntil", problems);
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            problems.add(page.problem("/validUntil", "lies before validFrom; write the later day here"));
        }
        JsonNode root = page.root();
        String name = root.get("name").textValue();
        if (!file.getFileName().toString().equals(name + ".yaml")) {
            problems.add(page.problem("/name", "differs from the file's name; rename one of them"));
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Agreement(
                name,
                root.get("partner").textValue(),
                root.get("recipient").textValue(),
                strings(root.get("purposes")),
                strings(root.get("categories")),
                from.orElseThrow(),
                until.orElseThrow(),
                root.get("policy").textValue(),
                roles(root.get("mayBeNamed")),
                review(root.get("review")),
                Period.parse(root.get("retention").textValue())));
    }

    private static Optional<LocalDate> day(YamlPage page, String field, List<String> problems) {
        try {
            return Optional.of(LocalDate.parse(page.root().get(field).textValue()));
        } catch (DateTimeException e) {
            problems.add(page.problem("/" + field, "is no day of the calendar; write YYYY-MM-DD"));
            return Optional.empty();
        }
    }

    private static Set<String> strings(JsonNode array) {
        var strings = new HashSet<String>();
        array.forEach(item -> strings.add(item.textValue()));
        return strings;
    }

    private Set<Role> roles(JsonNode array) {
        var roles = new HashSet<Role>();
        array.forEach(item -> roles.add(words.convertValue(item, Role.class)));
        return roles;
    }

    private static Review review(JsonNode review) {
        if (review.isObject()) {
            return new Review.Sample(review.get("sample").intValue());
        }
        return review.textValue().equals("all") ? new Review.All() : new Review.None();
    }

    private static String nextAction(String keyword) {
        return switch (keyword.toLowerCase(Locale.ROOT)) {
            case "additionalproperties" -> "remove it, or correct its spelling";
            case "required" -> "add it";
            case "enum", "oneof" -> "write one of the words that it allows";
            case "pattern", "maxlength" ->
                "write a lower-case word with hyphens, a day as YYYY-MM-DD or a period such as P10Y";
            case "minitems" -> "name at least one";
            case "uniqueitems" -> "name each only once";
            default -> "correct the value";
        };
    }
}
