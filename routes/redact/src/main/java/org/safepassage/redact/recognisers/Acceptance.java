package org.safepassage.redact.recognisers;

import org.safepassage.redact.text.Token;

/// How much agreement makes a token a mention. The less its case says, the more letters must agree; what is refused
/// here may still be accepted beside another part of the same person's name.
final class Acceptance {
    private static final int SOMETHING =
            Lexicon.WORD | Lexicon.GIVEN | Lexicon.PATRONYMIC | Lexicon.PLACE | Lexicon.PROPER;

    private Acceptance() {}

    static boolean alone(Hit hit, Token token, String lower, CaseSense.Kind sense, boolean startsSentence) {
        boolean raised = token.shape() != Token.Shape.LOWER;
        boolean telling = raised && sense != CaseSense.Kind.SHOUTED;
        int lexicon = Lexicon.standard().of(lower);
        boolean word = (lexicon & Lexicon.WORD) != 0;
        if (isSomethingElse(hit, lower, lexicon, startsSentence)) {
            return false;
        }
        if (hit.quality() == Hit.Quality.EXACT) {
            return exact(
                    hit,
                    telling,
                    raised,
                    word || NameParticles.isOrdinary(hit.word().base()),
                    lower,
                    sense);
        }
        if (!raised && sense == CaseSense.Kind.CAPITALS) {
            return false;
        }
        boolean name = (lexicon & (Lexicon.GIVEN | Lexicon.SURNAME | Lexicon.PATRONYMIC)) != 0;
        boolean likelyName = telling && hit.stem() >= (startsSentence ? 6 : 5);
        boolean otherWord = word && !name && !likelyName;
        boolean place = (lexicon & Lexicon.PLACE) != 0 && !name;
        boolean proper = (lexicon & Lexicon.PROPER) != 0 && hit.stem() < 5;
        return switch (hit.quality()) {
            case TRANSLITERATED -> hit.stem() >= (telling ? 3 : 5) && !otherWord && !place;
            case SOUND -> hit.stem() >= (telling ? lexicon == 0 ? 3 : 4 : 6) && !otherWord && !place && !proper;
            case VOWEL -> telling && hit.stem() >= 4 && (!startsSentence || !isKnown(lower, lexicon));
            case MISSPELT -> telling && hit.stem() >= (startsSentence ? 6 : 5) && !isKnown(lower, lexicon);
            case EXACT -> false;
        };
    }

    /// A form of a given name that is a word besides, and hardly ever the name: `сон` for `Соня` without its ending,
    /// and where a sentence begins `Каля` for `Коля` and `Машина` for what is Маша's.
    private static boolean isSomethingElse(Hit hit, String lower, int lexicon, boolean startsSentence) {
        String base = hit.word().base();
        boolean surname = hit.word().kind() == NameWord.Kind.SURNAME;
        boolean word = (lexicon & Lexicon.WORD) != 0 && (lexicon & Lexicon.GIVEN) == 0;
        if (surname || !word || lower.equals(base)) {
            return false;
        }
        boolean bare = hit.stem() == lower.length() && lower.length() < base.length();
        boolean thing = (lexicon & Lexicon.NOUN) != 0
                && !Lexicon.isAnimate(lexicon)
                && hit.word().kind() == NameWord.Kind.EVERYDAY;
        return bare || (startsSentence && (thing || FunctionWords.contains(lower)));
    }

    /// A word that is something by itself is no misspelling of a name.
    private static boolean isKnown(String lower, int lexicon) {
        return (lexicon & SOMETHING) != 0 || GivenNames.standard().contains(lower);
    }

    private static boolean exact(
            Hit hit, boolean telling, boolean raised, boolean word, String lower, CaseSense.Kind sense) {
        if (hit.word().small() && hit.stem() >= 3) {
            return true;
        }
        boolean everyday = hit.word().kind() == NameWord.Kind.EVERYDAY;
        if (telling) {
            return hit.stem() >= 2 || lower.equals(hit.word().base()) || !word;
        }
        if (raised || sense == CaseSense.Kind.NONE) {
            return hit.stem() >= 3
                    && !(everyday && word)
                    && !NameParticles.isOrdinary(hit.word().base());
        }
        return hit.stem() >= 4 && !word && hit.word().kind() != NameWord.Kind.EVERYDAY;
    }

    static boolean besideNeighbour(Hit hit, String lower, boolean raised) {
        int more = raised ? 0 : 3;
        return switch (hit.quality()) {
            case EXACT -> hit.stem() >= more;
            case TRANSLITERATED -> hit.stem() >= 2 + more;
            case SOUND -> hit.stem() >= 3 + more;
            case VOWEL, MISSPELT ->
                raised && hit.stem() >= 4 && !isKnown(lower, Lexicon.standard().of(lower));
        };
    }
}
