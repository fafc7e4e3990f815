package org.safepassage.redact.renditions.pages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Keeps lines on one page where a name may run from one into the next: whoever reads page by page would meet half a
/// name, and the exit check would not know whose it is and hold the consignment. Paragraphs are no bound, since many a
/// document ends each line as one. For one text; not safe to share.
final class LinesTogether {
    /// More lines than a name can touch are a list or a text in capitals, which no page could hold together.
    private static final int MOST = 6;

    private static final Pattern ENDS_IN_A_NAME =
            Pattern.compile("(?:^|[\\s(\"«„“])(?:\\p{Lu}[^\\s.,;:!?]*|\\p{Lu}\\.)+$");

    private final Sheets sheets;
    private final List<String> waiting = new ArrayList<>();

    /// @param sheets where the lines go
    LinesTogether(Sheets sheets) {
        this.sheets = sheets;
    }

    /// Takes the next line.
    void add(String line) throws IOException {
        boolean mayRunOn = !waiting.isEmpty()
                && !line.isEmpty()
                && Character.isUpperCase(line.codePointAt(0))
                && ENDS_IN_A_NAME.matcher(waiting.getLast()).find();
        if (!mayRunOn || waiting.size() == MOST) {
            end();
        }
        waiting.add(line);
    }

    /// Sets what waits.
    void end() throws IOException {
        if (waiting.isEmpty()) {
            return;
        }
        sheets.room(0, Sheets.height(waiting.size()));
        for (String line : waiting) {
            sheets.line(line, Sheets.TEXT, 0);
        }
        waiting.clear();
    }
}
