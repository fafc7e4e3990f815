package org.safepassage.extract.language;

import java.util.HashMap;
import java.util.Map;

/// Counts what speaks for each language in a text. Not thread-safe; one a text.
final class Votes {
    private static final int BE = 0;
    private static final int RU = 1;
    private static final int UK = 2;
    private static final int EN = 3;
    private static final int OTHER = 4;
    private static final String[] TAGS = {"be", "ru", "uk", "en", LanguageDetector.UNDETERMINED};
    private static final int FEWEST_LETTERS = 3;
    private static final int LONGEST_WORD = 7;
    private static final double FEWEST_POINTS = 1.5;

    private static final Map<String, double[]> WORDS = words();
    private static final double[][] LETTERS = letters();

    private final double[] points = new double[TAGS.length];
    private int cyrillic;
    private int latin;
    private int other;
    private int latinWords;

    void read(String text, int start, int end) {
        int wordStart = -1;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                wordStart = wordStart < 0 ? i : wordStart;
                letter(Character.toLowerCase(c));
            } else if (wordStart >= 0) {
                if (isApostrophe(c)
                        && i + 1 < end
                        && isCyrillic(text.charAt(i + 1))
                        && isCyrillic(text.charAt(i - 1))) {
                    points[BE] += 0.7;
                    points[UK] += 0.7;
                    points[RU] -= 0.7;
                }
                word(text, wordStart, i);
                wordStart = -1;
            }
        }
        if (wordStart >= 0) {
            word(text, wordStart, end);
        }
    }

    String winner() {
        if (cyrillic + latin + other < FEWEST_LETTERS) {
            return LanguageDetector.UNDETERMINED;
        }
        if (cyrillic >= latin && cyrillic >= other) {
            return cyrillicWinner();
        }
        if (latin > other && points[EN] > points[OTHER] && points[EN] >= 0.12 * latinWords) {
            return TAGS[EN];
        }
        return LanguageDetector.UNDETERMINED;
    }

    private String cyrillicWinner() {
        int best = RU;
        for (int language : new int[] {BE, UK}) {
            best = points[language] > points[best] ? language : best;
        }
        double second = Double.NEGATIVE_INFINITY;
        for (int language : new int[] {BE, RU, UK}) {
            if (language != best) {
                second = Math.max(second, points[language]);
            }
        }
        return points[best] - second >= FEWEST_POINTS / 2 ? TAGS[best] : LanguageDetector.UNDETERMINED;
    }

    private void letter(char c) {
        if (isCyrillic(c)) {
            cyrillic++;
            double[] weights = LETTERS[c - 0x0400];
            points[BE] += weights[BE];
            points[RU] += weights[RU];
            points[UK] += weights[UK];
        } else if (c < 0x0250) {
            latin++;
            points[OTHER] += c >= 0x80 ? 0.25 : 0;
        } else {
            other++;
        }
    }

    private void word(String text, int start, int end) {
        if (text.charAt(start) < 0x0250) {
            latinWords++;
        }
        if (end - start > LONGEST_WORD) {
            return;
        }
        double[] weights = WORDS.get(text.substring(start, end).toLowerCase(java.util.Locale.ROOT));
        if (weights != null) {
            for (int language = 0; language < points.length; language++) {
                points[language] += weights[language];
            }
        }
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == 'ʼ';
    }

    private static boolean isCyrillic(char c) {
        return c >= 0x0400 && c <= 0x04FF;
    }

    private static double[][] letters() {
        var table = new double[0x100][TAGS.length];
        put(table, "ў", 4, -4, -4);
        put(table, "і", 0.8, -2.5, 0.8);
        put(table, "ы", 0.4, 0.4, -2);
        put(table, "э", 0.7, 0.2, -2);
        put(table, "ё", 0.8, 0.5, -2);
        put(table, "и", -2.5, 0.5, 0.4);
        put(table, "щ", -3, 0.8, 0.6);
        put(table, "ъ", -3, 1.5, -3);
        put(table, "їєґ", -3, -3, 3);
        return table;
    }

    private static void put(double[][] table, String letters, double be, double ru, double uk) {
        for (int i = 0; i < letters.length(); i++) {
            table[letters.charAt(i) - 0x0400] = new double[] {be, ru, uk, 0, 0};
        }
    }

    private static Map<String, double[]> words() {
        Map<String, double[]> words = new HashMap<>();
        put(
                words,
                BE,
                "на што не ён яна як да за гэта было быў мяне яго яе але мы па ад пра каб калі дзе ці яны мне",
                "быць толькі яшчэ таксама вельмі пасля быццам потым адзін той таго тым пан быццам сказаў сказала",
                "суд год годзе гадоў справе справы людзі чалавек міліцыя дзень дом вуліца горад раён яму ёй нас іх");
        put(
                words,
                RU,
                "на что не он она как до за это было был меня его ее её но мы по от чтобы когда где или они мне",
                "быть только еще ещё также очень после потом один тот того тем сказал сказала же бы уже все всё",
                "суд год году лет деле дела люди человек милиция день дом улица город район ему ей нас их без при");
        put(
                words,
                UK,
                "на що не він вона як до за це було був мене його її але ми по від про щоб коли де чи вони мені",
                "бути тільки ще також дуже після потім один той того тим сказав сказала вже всі все та й із зі",
                "суд рік року років справі справи люди людина день вулиця місто район йому їй нас їх без при");
        put(
                words,
                EN,
                "the of and to in is was that for it with as he she his her on be at by had not are but from or",
                "have an they which you were their one we there all would been who when will more if no has him them",
                "this said i my me our what so can did do about then than after before how where some its up out");
        put(
                words,
                OTHER,
                "der die und das ist nicht ein eine mit von zu den le la les de et el que en un une los las por",
                "w z na się nie jest do że i o po il di che non per del een het van dat och att det som je se na v a s",
                "est pas pour dans sur con para como ja on og til av er ikke com uma não os as da em no ir kad tai");
        return words;
    }

    /// A word of two languages speaks for both; those of all Cyrillic ones cancel each other out.
    private static void put(Map<String, double[]> words, int language, String... lists) {
        for (String list : lists) {
            for (String word : list.split(" ")) {
                words.computeIfAbsent(word, none -> new double[TAGS.length])[language] = 1;
            }
        }
    }
}
