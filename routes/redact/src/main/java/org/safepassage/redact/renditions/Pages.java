package org.safepassage.redact.renditions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.safepassage.redact.renditions.TextRendition.Page;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Mention;

/// Cuts a text into its pages without cutting a mention: one that runs over a page's end belongs whole to the page
/// where it starts. For one text; the work does not grow with pages times mentions.
final class Pages {
    private record Cut(int at, int page) {}

    private final DocumentPart part;
    private final List<Mention> mentions;
    /// How far the mentions up to and with each one reach.
    private final int[] reach;

    private Pages(DocumentPart part) {
        this.part = part;
        this.mentions = new ArrayList<>(part.mentions());
        mentions.sort(Comparator.comparingInt(Mention::start));
        this.reach = new int[mentions.size()];
        int furthest = 0;
        for (int i = 0; i < reach.length; i++) {
            furthest = Math.max(furthest, mentions.get(i).end());
            reach[i] = furthest;
        }
    }

    static List<Page> of(DocumentPart part) {
        return new Pages(part).pages();
    }

    private List<Page> pages() {
        String text = part.text();
        int length = text.codePointCount(0, text.length());
        var pages = new ArrayList<Page>();
        List<Cut> cuts = cuts(length);
        int from = 0;
        for (int i = 0; i < cuts.size(); i++) {
            int start = cuts.get(i).at();
            int end = i + 1 < cuts.size() ? cuts.get(i + 1).at() : length;
            if (end > start) {
                int to = text.offsetByCodePoints(from, end - start);
                pages.add(new Page(cuts.get(i).page(), text.substring(from, to), mentions(start, end)));
                from = to;
            }
        }
        return pages;
    }

    /// Offset and page number of each beginning, in code points; the first begins at 0.
    private List<Cut> cuts(int length) {
        var cuts = new ArrayList<Cut>();
        cuts.add(new Cut(0, 1));
        int page = 0;
        for (Extraction.Passage passage : part.passages()) {
            if (passage.page() > page && passage.start() < length) {
                page = passage.page();
                int at = beyondMentions(passage.start());
                if (cuts.size() == 1 && at == 0) {
                    cuts.set(0, new Cut(0, page));
                } else if (at > cuts.getLast().at()) {
                    cuts.add(new Cut(at, page));
                }
            }
        }
        return cuts;
    }

    private int beyondMentions(int cut) {
        int at = cut;
        int before = firstAt(at);
        while (before > 0 && reach[before - 1] > at) {
            at = reach[before - 1];
            before = firstAt(at);
        }
        return at;
    }

    private List<Mention> mentions(int start, int end) {
        return mentions.subList(firstAt(start), firstAt(end)).stream()
                .map(mention -> new Mention(
                        mention.start() - start,
                        Math.min(mention.end(), end) - start,
                        mention.type(),
                        mention.person(),
                        mention.role(),
                        mention.confidence(),
                        mention.recogniser()))
                .toList();
    }

    /// Index of the first mention that starts at `offset` or behind it.
    private int firstAt(int offset) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
