package org.safepassage.redact;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.generalising.Generalised;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.policies.PseudonymStyle;
import org.safepassage.redact.pseudonyms.Sentence;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// What stands in the place of the redacted mentions of one text. For one thread.
final class Replacement {
    private final String text;
    private final String language;
    private final Allowance allowance;
    private @Nullable Map<String, Person> persons;

    Replacement(String text, String language, Allowance allowance) {
        this.text = text;
        this.language = TextLanguage.of(language, text);
        this.allowance = allowance;
    }

    void append(Stretch stretch, StringBuilder out) {
        String original = text.substring(stretch.start(), stretch.end());
        Mention mention = stretch.mention();
        switch (stretch.action()) {
            case PSEUDONYM -> out.append(pseudonym(original, stretch));
            case GENERALISE -> out.append(generalised(original, mention));
            case MASK -> mask(original, out);
            case REMOVE, KEEP -> out.append(placeholder(mention));
        }
        keepLineBreak(original, out);
    }

    /// The code of the mention's person, worded as the sentence asks and no more telling than the policy.
    private String pseudonym(String original, Stretch stretch) {
        String id = stretch.mention().person();
        if (id == null) {
            return placeholder(stretch.mention());
        }
        Person person = persons().get(id);
        Policy policy = allowance.policy();
        Role role = person == null ? Role.OTHER : person.role();
        boolean told = policy.pseudonyms() == PseudonymStyle.ROLE && role != Role.OTHER;
        var sentence = new Sentence(text, stretch.start(), original, language);
        var wording = sentence.wording(
                person == null ? List.of() : person.names(),
                person == null ? Sex.UNKNOWN : person.sex(),
                told ? role : null,
                policy.tellsSexOf(role));
        return allowance
                .pseudonyms()
                .in(allowance.entityPrefix() + id, stretch.mention().type(), wording);
    }

    /// Looked up by id only where a code is written: a case may have ten thousand persons.
    private Map<String, Person> persons() {
        Map<String, Person> known = persons;
        if (known == null) {
            known = allowance.persons().stream()
                    .collect(Collectors.toMap(Person::id, Function.identity(), (one, other) -> one));
            persons = known;
        }
        return known;
    }

    private String generalised(String original, Mention mention) {
        String coarse = Generalised.of(
                original, mention.type(), language, allowance.policy().generalising());
        return coarse.isEmpty() ? placeholder(mention) : coarse;
    }

    private String placeholder(Mention mention) {
        return Placeholders.of(Overlaps.family(mention), language);
    }

    private static void mask(String original, StringBuilder out) {
        original.codePoints()
                .forEach(c ->
                        out.appendCodePoint(Character.isLetterOrDigit(c) ? '█' : Character.isWhitespace(c) ? c : '·'));
    }

    /// A mention that ran over a line end must not glue two lines or two pages together.
    private static void keepLineBreak(String original, StringBuilder out) {
        for (char mark : new char[] {'\f', '\n'}) {
            if (original.indexOf(mark) >= 0 && out.indexOf(String.valueOf(mark), out.length() - 1) < 0) {
                out.append(mark);
                return;
            }
        }
    }
}
