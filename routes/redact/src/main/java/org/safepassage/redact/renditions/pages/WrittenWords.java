package org.safepassage.redact.renditions.pages;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safepassage.redact.recognisers.OrdinaryWords;
import org.safepassage.redact.text.Homoglyphs;

/// The words of a file that has its print as text too. What was recognised on its pages counts as read only where the
/// text has the same word, so a name that was misread is not shown; a word that was read in letters of another script
/// that look the same (`іп` for `in`) is the text's. A word that stands beside the same word in print and text was
/// read surely, whatever recognition itself thinks of it. Immutable.
public final class WrittenWords {
    private static final Pattern WORD = Pattern.compile("(?U)\\w+");
    /// Small letters that print alike, besides those of [Homoglyphs].
    private static final String ALIKE = "вгикмнптьз";
    private static final String LATIN = "brukmhntb3";
    /// Confidence below which recognition guesses.
    private static final double GUESSED = 30;

    private static final double UNREAD = 0;
    /// Most letters of a piece.
    private static final int PIECE = 3;

    private final Set<String> exactly = new HashSet<>();
    /// As it is written, by what its letters look like.
    private final Map<String, String> byShape = new HashMap<>();
    /// Shapes of two words, one after the other.
    private final Set<String> pairs = new HashSet<>();

    /// @param text of the file
    public WrittenWords(String text) {
        String before = "";
        for (String word : words(text)) {
            String shape = shape(word);
            exactly.add(small(word));
            byShape.putIfAbsent(shape, word);
            pairs.add(before + " " + shape);
            before = shape;
        }
    }

    /// The pages with those of their words sure that are written. The others count as ink that nobody read; they are
    /// kept because they stand beside: a number is found by all of its figures, also when one of them was misread.
    ///
    /// @return empty when print and text agree on less than half of the words: one of them is about something else
    public Optional<List<ScanPage>> agreeing(List<ScanPage> pages) {
        List<ScanPage> agreeing = pages.stream()
                .map(page -> new ScanPage(page.pixels(), agreeing(page)))
                .toList();
        List<Word> words =
                agreeing.stream().flatMap(page -> page.words().stream()).toList();
        long agreed = words.stream().filter(word -> word.confidence() > UNREAD).count();
        return agreed == 0 || 2 * agreed < words.size() ? Optional.empty() : Optional.of(agreeing);
    }

    private List<Word> agreeing(ScanPage page) {
        List<Word> read = page.words();
        var words = new ArrayList<Word>();
        for (int i = 0; i < read.size(); i++) {
            Word word = read.get(i);
            boolean beside =
                    (i > 0 && isPair(read.get(i - 1), word)) || (i + 1 < read.size() && isPair(word, read.get(i + 1)));
            double confidence = beside && word.confidence() >= GUESSED ? Word.WRITTEN : word.confidence();
            String written =
                    written(word).filter(text -> beside || !isPiece(text)).orElse("");
            words.add(written.isEmpty() ? with(word, word.text(), UNREAD) : with(word, written, confidence));
        }
        return words;
    }

    private static Word with(Word word, String text, double confidence) {
        return new Word(
                text, word.block(), word.line(), word.left(), word.top(), word.width(), word.height(), confidence);
    }

    /// Whether it may be a piece of a name: of words that run up, down or aslant, text and print both have pieces.
    private static boolean isPiece(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        boolean figures = text.codePoints().anyMatch(Character::isDigit);
        return !figures && (letters == 1 || (letters > 1 && letters <= PIECE && !OrdinaryWords.isAnyIn(text)));
    }

    private boolean isPair(Word word, Word next) {
        List<String> first = words(word.text());
        List<String> second = words(next.text());
        return !first.isEmpty()
                && !second.isEmpty()
                && pairs.contains(shape(first.getLast()) + " " + shape(second.getFirst()));
    }

    /// What was read, in the text's letters; empty when the text has not all of its words.
    private Optional<String> written(Word read) {
        var text = new StringBuilder();
        Matcher words = WORD.matcher(read.text());
        while (words.find()) {
            String written = written(words.group());
            if (written.isEmpty()) {
                return Optional.empty();
            }
            words.appendReplacement(text, written);
        }
        return Optional.of(words.appendTail(text).toString());
    }

    private String written(String read) {
        return exactly.contains(small(read)) ? read : byShape.getOrDefault(shape(read), "");
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String small(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String shape(String word) {
        String composed = Normalizer.normalize(word, Normalizer.Form.NFKC);
        var shape = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char small = Character.toLowerCase(Homoglyphs.toLatin(composed.charAt(i)));
            int alike = ALIKE.indexOf(small);
            shape.append(alike < 0 ? small : LATIN.charAt(alike));
        }
        return shape.toString();
    }
}
