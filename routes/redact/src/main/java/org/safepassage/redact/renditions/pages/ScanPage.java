package org.safepassage.redact.renditions.pages;

import java.util.List;
import org.safepassage.schemas.Mention;

/// One page of a scan as it was read, for whoever paints it. Holds every word of the page, so it is identity and kept
/// like the original.
///
/// @param pixels where the page's pixels are kept, in the keeper's own words
/// @param words in reading order
public record ScanPage(String pixels, List<Word> words) {
    public ScanPage {
        words = List.copyOf(words);
    }

    /// The words as a text in which identities are searched for; its offsets lead back to the words.
    public String text() {
        return new PageWords(words).text();
    }

    /// The box round the words that a mention touches: left, top, width and height in pixels of the painted page.
    public List<Integer> box(Mention mention) {
        var touched = new PageWords(words).touched(mention);
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        for (Word word : touched) {
            left = Math.min(left, word.left());
            top = Math.min(top, word.top());
            right = Math.max(right, word.left() + word.width());
            bottom = Math.max(bottom, word.top() + word.height());
        }
        return touched.isEmpty() ? List.of(0, 0, 0, 0) : List.of(left, top, right - left, bottom - top);
    }

    @Override
    public String toString() {
        return "ScanPage[" + words.size() + " words]";
    }
}
