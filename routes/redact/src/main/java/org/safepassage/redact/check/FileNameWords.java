package org.safepassage.redact.check;

import java.util.Locale;
import java.util.Set;

/// Words of which partners make the names of files; a name of nothing else points to nobody.
final class FileNameWords {
    private static final Set<String> WORDS = Set.of("""
            interview photo photograph image video audio document doc scan report medical statement
            testimony protocol record case file letter table list update attachment exhibit certificate
            page copy final draft notes note mail message archive bundle bag manifest data text img dsc pxl
            vid screenshot picture readme index original translation summary annex of the be ru en uk pl
            интервью інтэрв фото видео відэа документ дакумент скан справка даведка протокол пратакол
            заявление заява письмо ліст отчёт
            """.strip().split("\\s+"));

    private FileNameWords() {}

    /// How many words of a file's name are none of these.
    static int telling(String name) {
        int telling = 0;
        for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
            telling += word.length() >= 2 && !WORDS.contains(word) ? 1 : 0;
        }
        return telling;
    }
}
