package org.safepassage.redact.renditions.pages;

import java.util.List;

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

    @Override
    public String toString() {
        return "ScanPage[" + words.size() + " words]";
    }
}
