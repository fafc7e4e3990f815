package org.safepassage.redact;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.text.NormalText;

/// A text in parts of bounded size that overlap a little, so that a text of any length needs little memory and no name
/// falls between two parts. Small texts are normalised once and kept.
final class TextParts implements Iterable<TextParts.Part> {
    private static final int LARGEST = 200_000;
    private static final int OVERLAP = 400;
    private static final int SEARCH_BACK = 4_000;

    /// A part of a text.
    ///
    /// @param offset code points before it in the whole
    /// @param normal its normal form
    record Part(int offset, NormalText normal) {}

    private final String text;
    private @Nullable List<Part> kept;

    TextParts(String text) {
        this.text = text;
    }

    @Override
    public Iterator<Part> iterator() {
        if (text.length() > 4 * LARGEST) {
            return new Cutter();
        }
        List<Part> parts = kept;
        if (parts == null) {
            parts = new ArrayList<>();
            for (Iterator<Part> cutter = new Cutter(); cutter.hasNext(); ) {
                parts.add(cutter.next());
            }
            kept = parts;
        }
        return parts.iterator();
    }

    private final class Cutter implements Iterator<Part> {
        private int start;
        private int offset;
        private boolean done = text.isEmpty();

        @Override
        public boolean hasNext() {
            return !done;
        }

        @Override
        public Part next() {
            if (done) {
                throw new NoSuchElementException();
            }
            int end = text.length() - start <= LARGEST ? text.length() : cut(start + LARGEST);
            var part = new Part(offset, NormalText.of(text.substring(start, end)));
            done = end == text.length();
            int next = done ? end : cut(end - OVERLAP);
            offset += text.codePointCount(start, next);
            start = next;
            return part;
        }

        /// The last white space not far before `index`, or `index` itself, never inside a surrogate pair.
        private int cut(int index) {
            for (int i = index; i > index - SEARCH_BACK && i > start + 1; i--) {
                if (Character.isWhitespace(text.charAt(i - 1))) {
                    return i;
                }
            }
            return Character.isLowSurrogate(text.charAt(index)) && Character.isHighSurrogate(text.charAt(index - 1))
                    ? index - 1
                    : index;
        }
    }
}
