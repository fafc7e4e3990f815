package org.safepassage.redact.recognisers;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;
import org.safepassage.redact.text.Token.Shape;

/// What each token of one text could be in a name, by dictionaries, our list of given names, endings and case.
final class WordClasses {
    static final int GIVEN = 1;
    static final int SURNAME = 2;
    static final int PATRONYMIC = 4;
    static final int TITLE = 8;
    static final int INITIAL = 16;
    /// An ordinary word of the dictionary.
    static final int WORD = 32;
    static final int PLACE = 64;
    /// Its case allows a name here.
    static final int NAMEABLE = 128;
    static final int STARTS_SENTENCE = 256;
    /// An ordinary noun.
    static final int NOUN = 512;
    /// Written with a capital only, by the Belarusian dictionary.
    static final int PROPER = 1024;

    /// A noun for somebody, by the Russian dictionary: what a surname is made of more often than of things.
    static final int ANIMATE = 2048;

    /// Nobody's name here, whatever it is elsewhere: a function word where a capital tells nothing, a month in a date.
    static final int NOBODY = 4096;

    /// One of two initials in a row where nothing has a capital: `ждановский а. с.`
    static final int SMALL_INITIAL = 8192;

    static final int INITIALS = INITIAL | SMALL_INITIAL;

    private static final Pattern SURNAME_END =
            Pattern.compile(".{2,}(?:(?:[оеёаяў]в|[иыі]н|[оеёая]ў)(?:[аыуеі]|ым|ой|ою|ай|аю|ом|ых|ыми|ымі)?"
                    + "|[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ие|их|ими|і|ага|аму|ай|ую|ім|іх|ія)"
                    + "|(?:енк|энк|анк|ёнк)[оаіыуі]?|(?:енк|энк)(?:ам|ай)|чук(?:а|у|ом|е|ам)?|[юу]к(?:а|у|ом|е|ам)?"
                    + "|(?:евич|ович|эвіч|евіч|овіч|авіч|овичу)(?:а|у|ем|ам|е|ы|ей)?|ян(?:а|у|ом|е)?|дзе|швили|швілі"
                    + "|ёнак|енок|чык(?:а|у|ам)?|чик(?:а|у|ом)?|шин[аеуы]?)");

    /// Those of the English months that are given names, too, or may be learned as a part of one.
    private static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static final int NAMES = GIVEN | SURNAME | PATRONYMIC;
    private static final int MOST_REMEMBERED = 300_000;
    private static final Map<String, Integer> REMEMBERED = new ConcurrentHashMap<>();

    private final NormalText text;
    private final List<Token> tokens;
    private final int[] classes;
    private final String[] words;

    private WordClasses(NormalText text) {
        this.text = text;
        this.tokens = text.tokens();
        this.classes = new int[tokens.size()];
        this.words = new String[tokens.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] =
                    text.lower().substring(tokens.get(i).start(), tokens.get(i).end());
        }
    }

    static WordClasses of(NormalText text) {
        return text.derived(WordClasses.class, WordClasses::classified);
    }

    private static WordClasses classified(NormalText text) {
        var classes = new WordClasses(text);
        CaseSense sense = CaseSense.of(text);
        for (int i = 0; i < classes.classes.length; i++) {
            classes.classes[i] = classes.classify(i, sense.at(i));
        }
        return classes;
    }

    boolean is(int i, int wanted) {
        return i >= 0 && i < classes.length && (classes[i] & wanted) != 0;
    }

    /// Whether its case allows a name here, and nothing speaks against one.
    boolean isNameable(int i) {
        return is(i, NAMEABLE) && !is(i, NOBODY);
    }

    /// All that a token can be; 0 beyond the text's ends.
    int at(int i) {
        return i >= 0 && i < classes.length ? classes[i] : 0;
    }

    String word(int i) {
        return words[i];
    }

    private int classify(int i, CaseSense.Kind sense) {
        Token token = tokens.get(i);
        if (token.shape() == Shape.NUMBER) {
            return 0;
        }
        int bits = Sentences.startsAt(text, token) ? STARTS_SENTENCE : 0;
        boolean dotted = token.end() < text.chars().length() && text.chars().charAt(token.end()) == '.';
        if (token.length() == 1 || (token.length() == 2 && dotted && token.shape() == Shape.CAPITALISED)) {
            if (token.shape() != Shape.LOWER) {
                return bits | (dotted ? INITIAL : 0);
            }
            return bits | (dotted && sense == CaseSense.Kind.NONE && SmallInitials.stand(text, i) ? SMALL_INITIAL : 0);
        }
        boolean telling = sense == CaseSense.Kind.CAPITALS;
        boolean tellsNothing = bits != 0 || !telling;
        if ((tellsNothing && FunctionWords.contains(word(i))) || isMonth(i)) {
            bits |= NOBODY;
        }
        bits |= ofWord(word(i));
        if ((bits & TITLE) != 0 || (telling && !token.raised())) {
            return bits & ~NAMES;
        }
        if (token.shape() == Shape.UPPER && Abbreviations.contains(word(i))) {
            return bits & ~NAMES;
        }
        boolean nameable = telling || ((bits & (WORD | PLACE)) == 0 && token.length() > 2);
        return nameable ? bits | NAMEABLE : bits;
    }

    /// `11 April 2024`, `April 2024`: the month, and nobody's given name.
    private boolean isMonth(int i) {
        return MONTHS.contains(word(i)) && (isNumber(i - 1) || isNumber(i + 1));
    }

    private boolean isNumber(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i).shape() == Shape.NUMBER;
    }

    /// What a word can be wherever it stands.
    private static int ofWord(String word) {
        Integer known = REMEMBERED.get(word);
        if (known != null) {
            return known;
        }
        int bits = lookUp(word);
        if (REMEMBERED.size() < MOST_REMEMBERED) {
            REMEMBERED.put(word, bits);
        }
        return bits;
    }

    private static int lookUp(String word) {
        if (Titles.WORDS.contains(word)) {
            return TITLE;
        }
        int lexicon = Lexicon.standard().of(word);
        int bits = (lexicon & Lexicon.WORD) != 0 ? WORD : 0;
        boolean name = (lexicon & (Lexicon.GIVEN | Lexicon.SURNAME | Lexicon.PATRONYMIC)) != 0;
        bits |= (lexicon & Lexicon.PLACE) != 0
                        || (!name && PlaceNames.standard().contains(word))
                ? PLACE
                : 0;
        bits |= (lexicon & Lexicon.NOUN) != 0 ? NOUN : 0;
        bits |= Lexicon.isAnimate(lexicon) ? ANIMATE : 0;
        bits |= (lexicon & Lexicon.PROPER) != 0 ? PROPER : 0;
        bits |= (lexicon & Lexicon.GIVEN) != 0 || GivenNames.standard().contains(word) ? GIVEN : 0;
        bits |= (lexicon & Lexicon.SURNAME) != 0
                        || (lexicon == 0 && SURNAME_END.matcher(word).matches())
                ? SURNAME
                : 0;
        bits |= (lexicon & Lexicon.PATRONYMIC) != 0 || (word.length() > 5 && Patronymics.looksLike(word))
                ? PATRONYMIC
                : 0;
        return bits;
    }
}
