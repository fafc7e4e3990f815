package org.safepassage.redact.check;

import java.util.List;
import java.util.regex.Pattern;
import org.safepassage.schemas.Extraction;

/// Whether the print on pages that are pixels was read again. Recognition that finds little where much is shown has
/// not proved that nobody is named there; what a text layer says of the page proves nothing of its pixels. Stateless.
final class PrintReadBack {
    private static final Pattern WORD = Pattern.compile("(?U)\\w+");

    private PrintReadBack() {}

    /// @param words that each page shows
    /// @throws UnreadableFile naming the first page of which less than half was read again
    static void require(List<Integer> words, Extraction extraction) throws UnreadableFile {
        if (words.stream().allMatch(shown -> shown == 0)) {
            return;
        }
        int[] read = new int[words.size() + 1];
        String text = extraction.text();
        for (Extraction.Passage passage : extraction.passages()) {
            boolean recognised = passage.origin().equals("ocr");
            if (recognised && passage.page() > 0 && passage.page() < read.length) {
                int start = text.offsetByCodePoints(0, passage.start());
                int end = text.offsetByCodePoints(start, passage.end() - passage.start());
                read[passage.page()] +=
                        (int) WORD.matcher(text.substring(start, end)).results().count();
            }
        }
        for (int page = 1; page <= words.size(); page++) {
            if (2 * read[page] < words.get(page - 1)) {
                throw new UnreadableFile("page " + page + " was not recognised again");
            }
        }
    }
}
