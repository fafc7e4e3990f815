package org.safepassage.redact.recognisers;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fond forms that Belarusian and Russian make of any given name by a suffix, `Волечка` of `Воля`, `Марусечка` of
/// `Маруся`: too many for a list. Stateless.
final class Diminutives {
    private static final Pattern FOND = Pattern.compile("(?<stem>\\p{L}{2,20}?)"
            + "(?:[еэоа]чк|[еоая]ньк|[юу]шк|[юу]сечк|[юу]с|[юу]л(?:ечк|ьк)?|[юу]н(?:ечк|ьк)?|ишк)"
            + "(?:[аяуюеиіы]|[оае][йю]|[ао]ю|ами|ам|ах)");
    private static final int SHORTEST = 5;

    private Diminutives() {}

    /// Plainer forms of which a lower-case Cyrillic word may be a fond one; empty when its ending tells otherwise.
    static List<String> plainer(String word) {
        if (word.length() < SHORTEST || word.charAt(0) < 0x0400) {
            return List.of();
        }
        Matcher fond = FOND.matcher(word);
        return fond.matches() ? List.of(fond.group("stem") + "я", fond.group("stem") + "а") : List.of();
    }
}
