package org.safepassage.redact.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/// The same texts as other hands and machines would have written them; annotations move along. The same text always
/// comes out the same.
enum Spoiling {
    /// All small letters.
    LOWER(Spoiling.LOWER_CASE) {
        @Override
        AnnotatedText of(AnnotatedText text) {
            return each(text, Character::toLowerCase);
        }
    },
    /// All capitals.
    UPPER("UPPER") {
        @Override
        AnnotatedText of(AnnotatedText text) {
            return each(text, Character::toUpperCase);
        }
    },
    /// In names of persons every second letter that has a twin in the other alphabet is replaced by it.
    HOMOGLYPH("homoglyph") {
        @Override
        AnnotatedText of(AnnotatedText text) {
            BitSet names = Grid.marked(text.mentions(), AnnotatedMention::namesPerson);
            int[] points = text.text().codePoints().toArray();
            int twins = 0;
            for (int i = names.nextSetBit(0); i >= 0; i = names.nextSetBit(i + 1)) {
                int twin = twin(points[i]);
                if (twin != points[i] && twins++ % 2 == 0) {
                    points[i] = twin;
                }
            }
            return text.with(new String(points, 0, points.length), text.mentions());
        }
    },
    /// Of words of six letters and more, every third has one letter misread and every fifth is hyphenated at a line's
    /// end; numbers and contacts stay.
    OCR("OCR") {
        @Override
        AnnotatedText of(AnnotatedText text) {
            return misread(text);
        }
    };

    static final String LOWER_CASE = "lower";

    private static final String CYRILLIC = "асеорхіуАВЕКМНОРСТХІУ";
    private static final String LATIN = "aceopxiyABEKMHOPCTXIY";
    private static final Map<Integer, Integer> MISREAD = pairs("есисинпллпшщщшгтвзЗ3б6О0ґг", "eccel1ilnuunhbaoo0");
    private static final int LONG = 6;

    private final String label;

    Spoiling(String label) {
        this.label = label;
    }

    /// As the table says it.
    String label() {
        return label;
    }

    abstract AnnotatedText of(AnnotatedText text);

    private static AnnotatedText each(AnnotatedText text, IntUnaryOperator change) {
        int[] points = text.text().codePoints().map(change).toArray();
        return text.with(new String(points, 0, points.length), text.mentions());
    }

    private static int twin(int letter) {
        int cyrillic = CYRILLIC.indexOf(letter);
        int latin = LATIN.indexOf(letter);
        return cyrillic >= 0 ? LATIN.codePointAt(cyrillic) : latin >= 0 ? CYRILLIC.codePointAt(latin) : letter;
    }

    private static AnnotatedText misread(AnnotatedText text) {
        BitSet kept = Grid.marked(
                text.mentions(),
                mention -> mention.family().equals("CODE") || mention.family().equals("CONTACT"));
        int[] points = text.text().codePoints().toArray();
        var breaks = new BitSet();
        int count = 0;
        for (Grid.Word word : new Grid(text.text()).words()) {
            boolean letters = true;
            for (int i = word.start(); i < word.end(); i++) {
                letters &= Character.isLetter(points[i]) && !kept.get(i);
            }
            if (letters && word.end() - word.start() >= LONG) {
                count++;
                if (count % 3 == 0) {
                    misread(points, word);
                }
                if (count % 5 == 0) {
                    breaks.set((word.start() + word.end()) / 2);
                }
            }
        }
        return broken(text, points, breaks);
    }

    /// Changes one letter behind the first.
    private static void misread(int[] points, Grid.Word word) {
        for (int i = word.start() + 1; i < word.end(); i++) {
            Integer read = MISREAD.get(points[i]);
            if (read != null) {
                points[i] = read;
                return;
            }
        }
    }

    private static AnnotatedText broken(AnnotatedText text, int[] points, BitSet breaks) {
        var out = new StringBuilder();
        int[] moved = new int[points.length + 1];
        int added = 0;
        for (int i = 0; i < points.length; i++) {
            if (breaks.get(i)) {
                out.append("-\n");
                added += 2;
            }
            moved[i] = i + added;
            out.appendCodePoint(points[i]);
        }
        moved[points.length] = points.length + added;
        var mentions = new ArrayList<AnnotatedMention>();
        for (AnnotatedMention mention : text.mentions()) {
            mentions.add(mention.at(moved[mention.start()], moved[mention.end() - 1] + 1));
        }
        return text.with(out.toString(), List.copyOf(mentions));
    }

    private static Map<Integer, Integer> pairs(String... written) {
        var pairs = new HashMap<Integer, Integer>();
        for (String alphabet : written) {
            for (int i = 0; i + 1 < alphabet.length(); i += 2) {
                pairs.put((int) alphabet.charAt(i), (int) alphabet.charAt(i + 1));
            }
        }
        return Map.copyOf(pairs);
    }
}
