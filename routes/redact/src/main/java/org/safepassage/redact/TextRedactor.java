package org.safepassage.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.safepassage.redact.policies.Action;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.pseudonyms.Pseudonyms;
import org.safepassage.redact.recognisers.LinkStrength;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Person;

/// Writes a text anew with its mentions redacted as a policy says. Mentions that overlap or touch inside one word
/// become one, under the strictest of their actions; a redaction always covers whole words. Stateless and safe to
/// share.
public final class TextRedactor {
    /// A redactor.
    public TextRedactor() {}

    /// Redacts `text`; `mentions` are those of a detector for this very text.
    public RedactedText redact(
            String text,
            List<Mention> mentions,
            Policy policy,
            Set<String> permitted,
            List<Person> persons,
            Pseudonyms pseudonyms) {
        return redact(text, "und", "", mentions, new Allowance(policy, permitted, persons, pseudonyms, ""));
    }

    /// Redacts a text in `language` that stands at `where`.
    public RedactedText redact(
            String text, String language, String where, List<Mention> mentions, Allowance allowance) {
        var out = new StringBuilder(text.length());
        var redactions = new ArrayList<Redaction>();
        var replacement = new Replacement(text, language, allowance);
        int done = 0;
        for (Stretch stretch : stretches(text, mentions, allowance)) {
            out.append(text, done, stretch.start());
            done = stretch.end();
            Action action = stretch.action();
            replacement.append(stretch, out);
            Mention first = stretch.mention();
            redactions.add(new Redaction(where, first.type(), action, first.recogniser()));
        }
        out.append(text, done, text.length());
        return new RedactedText(out.toString(), redactions);
    }

    /// What [#redact] writes in the place of mentions, without the words between them: for whoever shows these
    /// otherwise.
    public List<Replaced> replaced(String text, String language, List<Mention> mentions, Allowance allowance) {
        var all = new ArrayList<Replaced>();
        var replacement = new Replacement(text, language, allowance);
        int chars = 0;
        int codePoints = 0;
        for (Stretch stretch : stretches(text, mentions, allowance)) {
            int start = codePoints + text.codePointCount(chars, stretch.start());
            chars = stretch.end();
            codePoints = start + text.codePointCount(stretch.start(), chars);
            var words = new StringBuilder();
            replacement.append(stretch, words);
            all.add(new Replaced(start, codePoints, words.toString().strip()));
        }
        return all;
    }

    /// What is to be replaced, in order and apart from each other, in chars.
    private static List<Stretch> stretches(String text, List<Mention> mentions, Allowance allowance) {
        var sorted = new ArrayList<>(mentions);
        sorted.sort(Comparator.comparingInt(Mention::start).thenComparingInt(Mention::end));
        var stretches = new ArrayList<Stretch>();
        var places = new CharOffsets(text);
        for (Mention mention : sorted) {
            Action action = allowance.policy().action(mention, allowance.permitted(), LinkStrength.SURE);
            if (action == Action.KEEP) {
                continue;
            }
            Stretch last = stretches.isEmpty() ? null : stretches.getLast();
            int done = last == null ? 0 : last.end();
            int start = places.of(mention.start());
            Stretch next = Stretch.covering(text, start, places.of(mention.end()), done, mention, action);
            if (last != null && start < done) {
                stretches.set(stretches.size() - 1, last.merge(next));
            } else {
                stretches.add(next);
            }
        }
        return stretches;
    }

    /// Code point offsets to char offsets, asked for in ascending order of starts; an answer costs the way from the
    /// last.
    private static final class CharOffsets {
        private final String text;
        private int codePoints;
        private int chars;

        CharOffsets(String text) {
            this.text = text;
        }

        int of(int offset) {
            chars = text.offsetByCodePoints(chars, offset - codePoints);
            codePoints = offset;
            return chars;
        }
    }
}
