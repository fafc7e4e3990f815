package org.safepassage.redact.recognisers;

import java.util.List;
import java.util.Set;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// How far a tagger leans to take each token of a text for a name, whatever it has learned: much for a word that no
/// dictionary knows or that is a name by one, little or not at all for one that is something else. Chosen on
/// development data.
///
/// The tagger has learned from Russian only. Of a word that none but the Belarusian dictionary knows it has seen
/// neither the word nor its grammar, so it is believed less there.
final class NameLeanings {
    private static final float FOR = 40;
    /// Where no capital shows what a name is.
    private static final float FOR_WITHOUT_CASE = 60;
    private static final float DOUBTFUL = 40;
    private static final float UNLIKELY = 10;
    private static final float NONE = 0;
    private static final float UNPROVEN = -40;
    private static final float AGAINST = -40;
    private static final float FIRMLY_AGAINST = -80;
    /// Of what cannot be a name, whatever was learned.
    static final float NEVER = -1000;

    private static final int LONGEST_ABBREVIATION = 5;
    private static final int NAMES = WordClasses.GIVEN | WordClasses.SURNAME | WordClasses.PATRONYMIC;
    private static final Set<String> PARTICLES = Set.of(
            "аль", "эль", "ибн", "бин", "бен", "ас", "аш", "ар", "ан", "аз", "де", "ди", "дель", "делла", "фон", "ван",
            "дер", "ден", "ле", "ла", "лос", "дю", "дос", "душ", "тер", "тен");

    private final NormalText text;
    private final List<Token> tokens;
    private final WordClasses classes;
    private final CaseSense sense;

    NameLeanings(NormalText text) {
        this.text = text;
        this.tokens = text.tokens();
        this.classes = WordClasses.of(text);
        this.sense = CaseSense.of(text);
    }

    static boolean isCyrillic(NormalText text, Token token) {
        return text.lower().charAt(token.start()) >= 0x0400;
    }

    float at(int i) {
        Token token = tokens.get(i);
        boolean telling = sense.at(i) == CaseSense.Kind.CAPITALS;
        boolean abbreviation = telling && token.shape() == Token.Shape.UPPER && token.length() <= LONGEST_ABBREVIATION;
        if (abbreviation || !isCyrillic(text, token)) {
            return AGAINST;
        }
        if (telling && classes.is(i, WordClasses.NOBODY)) {
            return small(i);
        }
        if (telling && !classes.is(i, WordClasses.NAMEABLE)) {
            return classes.is(i, WordClasses.INITIAL) ? NONE : small(i);
        }
        boolean russian = Lexicon.standard().grammar(classes.word(i)) != 0;
        return telling ? byCase(i, russian) : withoutCase(i, russian);
    }

    private float byCase(int i, boolean russian) {
        boolean starts = classes.is(i, WordClasses.STARTS_SENTENCE) || isBehindInitials(i);
        boolean name = classes.is(i, NAMES);
        if (classes.is(i, WordClasses.PLACE)) {
            return name ? FOR : russian ? NONE : AGAINST;
        }
        if (classes.is(i, WordClasses.WORD)) {
            return russian ? ofRussianWord(i, name, starts) : starts ? FIRMLY_AGAINST : UNPROVEN;
        }
        if (!name && classes.is(i, WordClasses.PROPER)) {
            return starts ? FIRMLY_AGAINST : russian ? UNLIKELY : -UNLIKELY;
        }
        return FOR;
    }

    /// `Бородич Г. А. Ночью` has the surname already, so that a sentence may begin there.
    private boolean isBehindInitials(int i) {
        int first = i;
        while (classes.is(first - 1, WordClasses.INITIAL)) {
            first--;
        }
        return first < i
                && classes.is(first - 1, WordClasses.NAMEABLE)
                && text.chars().charAt(tokens.get(first - 1).end()) == ' '
                && (classes.is(first - 1, WordClasses.SURNAME) || !classes.is(first - 1, WordClasses.WORD));
    }

    private float ofRussianWord(int i, boolean name, boolean starts) {
        if (starts) {
            return classes.is(i, WordClasses.NOUN) ? name ? FOR : NONE : FIRMLY_AGAINST;
        }
        return name ? FOR : DOUBTFUL;
    }

    /// A small word is none, but for one like `аль` before a name.
    private float small(int i) {
        boolean particle = PARTICLES.contains(classes.word(i))
                && i + 1 < tokens.size()
                && tokens.get(i + 1).raised();
        return particle ? at(i + 1) : NEVER;
    }

    private float withoutCase(int i, boolean russian) {
        boolean name = classes.is(i, NAMES);
        if (classes.is(i, WordClasses.PLACE)) {
            return name || russian ? NONE : AGAINST;
        }
        if (classes.is(i, WordClasses.WORD)) {
            return !russian ? NONE : name ? DOUBTFUL : UNLIKELY;
        }
        return name || !classes.is(i, WordClasses.PROPER) ? FOR_WITHOUT_CASE : UNLIKELY;
    }
}
