package org.safepassage.redact.check;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safepassage.redact.Placeholders;
import org.safepassage.redact.generalising.Generalised;
import org.safepassage.redact.pseudonyms.PseudonymMaker;
import org.safepassage.redact.pseudonyms.RoleWords;

/// What redaction writes in the place of mentions, word for word: whatever else stands in brackets or before a code is
/// read as any other text.
final class OwnWords {
    private static final Pattern CANDIDATE =
            Pattern.compile("(?U)(?<![\\p{L}\\d])" + PseudonymMaker.CODE + "(?![\\p{L}\\d])|\\[[^\\[\\]\n]{1,60}]|█+");
    private static final Set<String> BRACKETED = Stream.concat(
                    Placeholders.all().stream(), Generalised.words().stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> ROLES =
            RoleWords.all().stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST_ROLE =
            ROLES.stream().mapToInt(String::length).max().orElse(0);
    private static final char BLANK = '\u0001';

    private OwnWords() {}

    /// The text with every own word blanked, char for char.
    static String blanked(String text) {
        Matcher matcher = CANDIDATE.matcher(text);
        StringBuilder out = null;
        while (matcher.find()) {
            boolean bracket = text.charAt(matcher.start()) == '[';
            if (!bracket || BRACKETED.contains(matcher.group())) {
                out = out == null ? new StringBuilder(text) : out;
                for (int i = bracket ? matcher.start() : role(text, matcher.start()); i < matcher.end(); i++) {
                    out.setCharAt(i, BLANK);
                }
            }
        }
        return out == null ? text : out.toString();
    }

    /// Where the role's word before a code begins, or the code itself. A line may break between them.
    private static int role(String text, int code) {
        for (int start = Math.max(0, code - LONGEST_ROLE - 1); start < code - 2; start++) {
            boolean word = start == 0 || !Character.isLetter(text.charAt(start - 1));
            if (word
                    && (text.charAt(code - 1) == ' ' || text.charAt(code - 1) == '\n')
                    && ROLES.contains(
                            text.substring(start, code - 1).replace('\n', ' ').toLowerCase(Locale.ROOT))) {
                return start;
            }
        }
        return code;
    }
}
