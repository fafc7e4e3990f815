package org.safepassage.redact;

import org.safepassage.redact.policies.Action;
import org.safepassage.schemas.Mention;

/// A stretch of a text that is replaced, in chars, widened to whole words.
record Stretch(int start, int end, Mention mention, Action action) {
    /// The stretch from `start` to `end` with the words that it touches.
    ///
    /// @param done up to where whole words are covered already: nothing before it is looked at again
    static Stretch covering(String text, int start, int end, int done, Mention mention, Action action) {
        int from = Math.max(start, done);
        while (from > done && isWordChar(text.charAt(from)) && isWordChar(text.charAt(from - 1))) {
            from--;
        }
        int to = Math.max(end, done);
        while (to < text.length() && to > 0 && isWordChar(text.charAt(to - 1)) && isWordChar(text.charAt(to))) {
            to++;
        }
        int stop = isInitialsStop(text, to, mention) ? to + 1 : to;
        return new Stretch(from, endsSentenceToo(text, from, stop, mention) ? stop - 1 : stop, mention, action);
    }

    /// Whether the full stop of `2023 г.` at a date's end ends the sentence as well, and so has to stay: behind no full
    /// stop the next word's capital would read as a name's.
    private static boolean endsSentenceToo(String text, int from, int to, Mention mention) {
        if (!mention.type().startsWith("DATE") || to - from < 2 || text.charAt(to - 1) != '.') {
            return false;
        }
        int next = afterSpace(text, to);
        return next > to && next < text.length() && Character.isUpperCase(text.charAt(next));
    }

    private static int afterSpace(String text, int at) {
        int next = at;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\n')) {
            next++;
        }
        return next;
    }

    /// Whether the full stop behind a name is an initial's and no sentence's, and so goes with it: the sentence goes
    /// on.
    private static boolean isInitialsStop(String text, int at, Mention mention) {
        boolean initial = mention.type().startsWith("PERSON")
                && at > 1
                && at + 1 < text.length()
                && text.charAt(at) == '.'
                && Character.isUpperCase(text.charAt(at - 1))
                && !isWordChar(text.charAt(at - 2));
        if (!initial) {
            return false;
        }
        int next = afterSpace(text, at + 1);
        return next < text.length()
                && (Character.isLowerCase(text.charAt(next)) || ",;:)".indexOf(text.charAt(next)) >= 0);
    }

    /// Both as one; the stricter action and its mention win, and among equals what a rule has read wins over a tagger's
    /// guess.
    Stretch merge(Stretch other) {
        int stricter = other.action.compareTo(action);
        boolean rule = Overlaps.isLearned(mention) && !Overlaps.isLearned(other.mention);
        boolean otherWins = stricter < 0 || (stricter == 0 && rule);
        boolean samePerson = mention.person() != null && mention.person().equals(other.mention.person());
        boolean twoPersons = action == Action.PSEUDONYM && other.action == Action.PSEUDONYM && !samePerson;
        return new Stretch(
                start,
                Math.max(end, other.end),
                otherWins ? other.mention : mention,
                twoPersons ? Action.REMOVE : action.stricter(other.action));
    }

    /// Letters, digits, marks and the invisible characters that may part a word.
    private static boolean isWordChar(char c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT
                || Character.isSurrogate(c);
    }
}
