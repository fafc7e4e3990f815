package org.safepassage.redact.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.safepassage.schemas.Mention;

/// A text as places that can be covered: its words, with their letters and digits. Immutable.
///
/// A word is a run of letters and digits, with combining marks and invisible characters inside; an apostrophe between
/// letters joins, a hyphen parts.
final class Grid {
    /// A word from its first code point to behind its last.
    record Word(int start, int end) {}

    private final int[] points;
    private final List<Word> words = new ArrayList<>();

    Grid(String text) {
        points = text.codePoints().toArray();
        int start = -1;
        for (int i = 0; i <= points.length; i++) {
            boolean letter = i < points.length && Character.isLetterOrDigit(points[i]);
            if (letter) {
                start = start < 0 ? i : start;
            } else if (start >= 0 && !(i < points.length && joins(points, i))) {
                words.add(new Word(start, i));
                start = -1;
            }
        }
    }

    private static boolean joins(int[] points, int i) {
        int type = Character.getType(points[i]);
        boolean inside = type == Character.NON_SPACING_MARK || type == Character.FORMAT;
        boolean apostrophe = "'’ʼ‘`".indexOf(points[i]) >= 0;
        return (inside || apostrophe) && i + 1 < points.length && Character.isLetterOrDigit(points[i + 1]);
    }

    List<Word> words() {
        return List.copyOf(words);
    }

    int size() {
        return words.size();
    }

    /// What these mentions cover.
    static BitSet covered(List<Mention> mentions, Predicate<Mention> which) {
        var covered = new BitSet();
        mentions.stream().filter(which).forEach(mention -> covered.set(mention.start(), mention.end()));
        return covered;
    }

    /// What these annotations cover.
    static BitSet marked(List<AnnotatedMention> mentions, Predicate<AnnotatedMention> which) {
        var marked = new BitSet();
        mentions.stream().filter(which).forEach(mention -> marked.set(mention.start(), mention.end()));
        return marked;
    }

    /// Whether any letter or digit of the mention is not covered, of a word that counts.
    boolean leaks(AnnotatedMention mention, BitSet covered) {
        for (int i = firstBehind(mention.start());
                i < words.size() && words.get(i).start() < mention.end();
                i++) {
            Word word = words.get(i);
            int from = Math.max(word.start(), mention.start());
            int to = Math.min(word.end(), mention.end());
            if (leaks(from, to, covered) && !Uncounted.is(new String(points, from, to - from), mention)) {
                return true;
            }
        }
        return false;
    }

    private boolean leaks(int from, int to, BitSet covered) {
        for (int i = from; i < to; i++) {
            if (Character.isLetterOrDigit(points[i]) && !covered.get(i)) {
                return true;
            }
        }
        return false;
    }

    /// Index of the first word that ends behind `offset`.
    private int firstBehind(int offset) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Words that touch `covered`.
    long touching(BitSet covered) {
        return words.stream().filter(word -> touches(word, covered)).count();
    }

    /// Words that touch both.
    long touching(BitSet covered, BitSet marked) {
        return words.stream()
                .filter(word -> touches(word, covered) && touches(word, marked))
                .count();
    }

    private static boolean touches(Word word, BitSet places) {
        int next = places.nextSetBit(word.start());
        return next >= 0 && next < word.end();
    }
}
