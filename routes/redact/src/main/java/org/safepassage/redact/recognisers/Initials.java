package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;
import org.safepassage.redact.text.Token.Shape;

/// The initials that stand before or behind a name: they belong to the mention, and they may tell who is not meant.
final class Initials {
    private static final int MOST = 2;
    /// Single letters that are words, and without a full stop no initials.
    private static final Set<String> WORDS =
            Set.of("а", "в", "е", "з", "и", "і", "к", "о", "с", "у", "ў", "я", "a", "i");

    private final NormalText text;
    private final KnownIdentities known;
    private final List<Token> tokens;
    private final List<String> before = new ArrayList<>();
    private final List<String> behind = new ArrayList<>();
    private boolean conflict;

    Initials(NormalText text, KnownIdentities known) {
        this.text = text;
        this.known = known;
        this.tokens = text.tokens();
    }

    /// The first token of the mention when initials stand before `first`.
    ///
    /// @param free the first token that no mention before has taken
    int extendLeft(int first, int free, Set<Integer> persons) {
        int from = first;
        while (first - from < MOST && from > free && isInitial(from - 1, persons) && close(from - 1)) {
            from--;
            before.addFirst(lower(tokens.get(from)));
        }
        if (from > free && areOfAnother(from, persons)) {
            before.clear();
            return first;
        }
        return from;
    }

    /// Initials that fit none of the persons, right behind another capitalised word, are that word's.
    private boolean areOfAnother(int from, Set<Integer> persons) {
        Token other = tokens.get(from - 1);
        String between = text.chars().substring(other.end(), tokens.get(from).start());
        return !before.isEmpty()
                && other.length() > MOST
                && other.raised()
                && between.isBlank()
                && !between.contains("\n\n")
                && persons.stream().noneMatch(person -> agrees(person, before));
    }

    /// The last token of the mention when initials stand behind `last`.
    int extendRight(int last, Set<Integer> persons) {
        int to = last;
        boolean ends = tokens.get(last).length() > MOST
                && text.chars().startsWith(".", tokens.get(last).end());
        while (!ends && to - last < MOST && to + 1 < tokens.size() && isInitial(to + 1, persons) && close(to)) {
            to++;
            behind.add(lower(tokens.get(to)));
        }
        return to;
    }

    /// The persons whom the initials allow; a conflict when they allow nobody.
    Set<Integer> agreeing(Set<Integer> persons) {
        var agreeing = new LinkedHashSet<Integer>();
        for (int person : persons) {
            if (agrees(person, before) && agrees(person, behind)) {
                agreeing.add(person);
            }
        }
        conflict = agreeing.isEmpty() && !persons.isEmpty();
        return conflict ? persons : agreeing;
    }

    boolean conflict() {
        return conflict;
    }

    private boolean agrees(int person, List<String> initials) {
        for (int i = 0; i < initials.size(); i++) {
            if (!known.hasInitial(person, initials.get(i), i) && !known.noInitial(person, i)) {
                return false;
            }
        }
        return true;
    }

    /// A letter with a full stop is an initial; without one only if it is an initial of one of the persons.
    private boolean isInitial(int i, Set<Integer> persons) {
        Token token = tokens.get(i);
        boolean dotted = text.chars().startsWith(".", token.end());
        if (!canBeInitial(token, dotted)) {
            return false;
        }
        String letter = lower(token);
        return dotted
                || (!WORDS.contains(letter)
                        && persons.stream()
                                .anyMatch(person ->
                                        known.hasInitial(person, letter, 0) || known.hasInitial(person, letter, 1)));
    }

    /// One letter, or two before a full stop (`Ю.`, `Yu.`).
    private static boolean canBeInitial(Token token, boolean dotted) {
        return token.shape() == Shape.INITIAL
                || (dotted && token.length() == 2 && token.shape() == Shape.CAPITALISED)
                || (dotted && token.length() == 1 && token.shape() == Shape.LOWER);
    }

    /// One name's initials follow each other without a line between and at most a full stop and a space.
    private boolean close(int i) {
        int from = tokens.get(i).end();
        int to = tokens.get(i + 1).start();
        if (text.chars().substring(from, to).contains("\n\n")) {
            return false;
        }
        for (int k = from; k < to; k++) {
            char c = text.chars().charAt(k);
            if (c != '.' && c != ' ' && c != '\n') {
                return false;
            }
        }
        return to - from <= 3;
    }

    private String lower(Token token) {
        return text.lower().substring(token.start(), token.end());
    }
}
