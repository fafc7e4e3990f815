package org.safepassage.redact.renditions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.safepassage.redact.renditions.TextRendition.Page;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Mention;

/// Cuts a text into its pages without cutting a mention: one that runs over a page's end belongs whole to the page
/// where
/// it starts.
final class Pages {
    private Pages() {}

    static List<Page> of(DocumentPart part) {
        int length = part.text().codePointCount(0, part.text().length());
        var pages = new ArrayList<Page>();
        List<int[]> cuts = cuts(part, length);
        for (int i = 0; i < cuts.size(); i++) {
            int start = cuts.get(i)[0];
            int end = i + 1 < cuts.size() ? cuts.get(i + 1)[0] : length;
            if (end > start) {
                pages.add(page(part, cuts.get(i)[1], start, end));
            }
        }
        return pages;
    }

    /// Offset and page number of each beginning, in code points; the first begins at 0.
    private static List<int[]> cuts(DocumentPart part, int length) {
        var cuts = new ArrayList<int[]>();
        cuts.add(new int[] {0, 1});
        int page = 0;
        for (Extraction.Passage passage : part.passages()) {
            if (passage.page() > page && passage.start() < length) {
                page = passage.page();
                int at = beyondMentions(part.mentions(), passage.start());
                if (cuts.size() == 1 && at == 0) {
                    cuts.getFirst()[1] = page;
                } else if (at > cuts.getLast()[0]) {
                    cuts.add(new int[] {at, page});
                }
            }
        }
        return cuts;
    }

    private static int beyondMentions(List<Mention> mentions, int cut) {
        int at = cut;
        var sorted = new ArrayList<>(mentions);
        sorted.sort(Comparator.comparingInt(Mention::start));
        for (Mention mention : sorted) {
            if (mention.start() < at && mention.end() > at) {
                at = mention.end();
            }
        }
        return at;
    }

    private static Page page(DocumentPart part, int number, int start, int end) {
        String text = part.text();
        int from = text.offsetByCodePoints(0, start);
        int to = text.offsetByCodePoints(from, end - start);
        var mentions = new ArrayList<Mention>();
        for (Mention mention : part.mentions()) {
            if (mention.start() >= start && mention.start() < end) {
                mentions.add(new Mention(
                        mention.start() - start,
                        Math.min(mention.end(), end) - start,
                        mention.type(),
                        mention.person(),
                        mention.role(),
                        mention.confidence(),
                        mention.recogniser()));
            }
        }
        return new Page(number, text.substring(from, to), mentions);
    }
}
