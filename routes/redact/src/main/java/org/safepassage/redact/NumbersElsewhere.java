package org.safepassage.redact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safepassage.schemas.Mention;

/// Numbers and dates of birth that a word beside them gives away in one place of a case, in all other places where they
/// stand: recognition reads a form's page in another order than its text has, and there the word is not beside them.
/// Filled once, then read.
final class NumbersElsewhere {
    /// As what the record names, it outweighs what others make of the same place: a date of birth is more than a date.
    static final String NAME = "known-elsewhere";

    private static final Pattern RUN = Pattern.compile("(?U)[\\p{L}\\d]++(?:[-/.]++[\\p{L}\\d]++)*+");
    private static final Pattern DATE = Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}");
    /// Shorter ones are figures that may stand anywhere.
    private static final int LEAST = 5;

    private static final int LEAST_DIGITS = 4;

    private final Map<String, Mention> numbers = new HashMap<>();

    /// Keeps what a text says. A tagger's guess at a figure is kept to its place.
    void learn(String text, List<Mention> mentions) {
        List<Mention> telling = mentions.stream()
                .filter(mention -> isNumber(mention) && !Overlaps.isLearned(mention))
                .sorted(Comparator.comparingInt(Mention::start))
                .toList();
        int chars = 0;
        int codePoints = 0;
        for (Mention mention : telling) {
            chars = text.offsetByCodePoints(chars, mention.start() - codePoints);
            codePoints = mention.start();
            int end = text.offsetByCodePoints(chars, mention.end() - mention.start());
            Matcher runs = RUN.matcher(text).region(chars, end);
            while (runs.find()) {
                String run = runs.group();
                boolean birth = mention.type().equals("DATE.BIRTH");
                if (isTelling(run) && (birth || !DATE.matcher(run).matches())) {
                    numbers.putIfAbsent(run, mention);
                }
            }
        }
    }

    /// Where they stand in a text beyond what was found there.
    List<Mention> in(String text, List<Mention> mentions) {
        var found = new ArrayList<Mention>();
        if (numbers.isEmpty()) {
            return found;
        }
        var told = new BitSet();
        mentions.stream()
                .filter(NumbersElsewhere::isNumber)
                .forEach(mention -> told.set(mention.start(), mention.end()));
        Matcher runs = RUN.matcher(text);
        int chars = 0;
        int codePoints = 0;
        while (runs.find()) {
            Mention known = numbers.get(runs.group());
            if (known != null) {
                codePoints += text.codePointCount(chars, runs.start());
                chars = runs.start();
                int end = codePoints + text.codePointCount(chars, runs.end());
                if (told.nextClearBit(codePoints) < end) {
                    found.add(new Mention(
                            codePoints, end, known.type(), known.person(), known.role(), known.confidence(), NAME));
                }
            }
        }
        return found;
    }

    private static boolean isNumber(Mention mention) {
        return mention.type().startsWith("CODE")
                || mention.type().startsWith("CONTACT")
                || mention.type().equals("DATE.BIRTH");
    }

    private static boolean isTelling(String run) {
        return run.length() >= LEAST && run.chars().filter(Character::isDigit).count() >= LEAST_DIGITS;
    }
}
