package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// One search for persons by pattern in one text: each token that proves a name draws its neighbours into the span.
final class PersonPatternSearch {
    private static final int SHORTEST_SMALL = 5;

    private final NormalText text;
    private final List<Token> tokens;
    private final TokenGaps gaps;
    private final Cells cells;
    private final WordClasses classes;
    private final ToldNames told;
    private final SoundStems stems;
    private final Set<String> learned;
    private final double[] proof;
    private final BesideInitials initials;
    private final BehindTitles titles;
    private final CaselessSurnames caseless;
    private final SmallWords smallWords;

    PersonPatternSearch(NormalText text, Set<String> learned) {
        this.text = text;
        this.tokens = text.tokens();
        this.gaps = new TokenGaps(text);
        this.cells = new Cells(text);
        this.classes = WordClasses.of(text);
        this.told = new ToldNames(text, gaps, classes);
        this.stems = SoundStems.of(text);
        this.learned = learned;
        this.proof = new double[tokens.size()];
        this.initials = new BesideInitials(text, this::prove);
        this.titles = new BehindTitles(text, this::prove);
        this.caseless = CaselessSurnames.of(text);
        this.smallWords = SmallWords.of(text);
    }

    List<Span> spans() {
        for (int i = 0; i < tokens.size(); i++) {
            weigh(i);
            for (int k = i; k <= told.lastOf(i); k++) {
                prove(k, 0.6);
            }
        }
        var spans = new ArrayList<Span>();
        for (int i = 0; i < tokens.size(); i++) {
            if (proof[i] > 0) {
                int last = i;
                double confidence = proof[i];
                while (isGlued(last)
                        || (last + 1 < tokens.size() && proof[last + 1] > 0 && gaps.joins(last) && !parted(last))) {
                    last++;
                    confidence = Math.max(confidence, proof[last]);
                }
                spans.add(Span.of(tokens.get(i).start(), tokens.get(last).end(), type(i, last), confidence));
                i = last;
            }
        }
        return spans;
    }

    /// `McAllister` is two tokens and one word.
    private boolean isGlued(int i) {
        return i + 1 < tokens.size() && tokens.get(i).end() == tokens.get(i + 1).start();
    }

    private void weigh(int i) {
        if (classes.is(i, WordClasses.NOBODY)) {
            return;
        }
        if (classes.is(i, WordClasses.INITIALS)) {
            initials.weigh(i);
            return;
        }
        if (classes.is(i, WordClasses.TITLE)) {
            titles.weigh(i);
            return;
        }
        boolean nameable = classes.isNameable(i);
        if (classes.is(i, WordClasses.PATRONYMIC) && (nameable || !classes.is(i, WordClasses.WORD))) {
            prove(i, 0.9);
            draw(i, -1, 2);
            draw(i, 1, 1);
        } else if (nameable) {
            nameable(i);
        } else if (caseless.isSurname(i) || (isSmall(i) && isLearned(i, false))) {
            prove(i, 0.5);
        }
    }

    /// A name that somebody wrote small, and no word: `потом ковалевскую увели`.
    private boolean isSmall(int i) {
        return tokens.get(i).length() >= SHORTEST_SMALL
                && !classes.is(i, WordClasses.WORD | WordClasses.PLACE)
                && (classes.is(i, WordClasses.SURNAME) || !smallWords.contains(stems.at(i)));
    }

    private void nameable(int i) {
        boolean plain = !classes.is(i, WordClasses.WORD);
        boolean inside = !classes.is(i, WordClasses.STARTS_SENTENCE);
        if (classes.is(i, WordClasses.GIVEN)) {
            boolean behind = drawSurname(i + 1, i);
            boolean before = !(behind && isOpenedBy(i - 1)) && drawSurname(i - 1, i - 1);
            boolean drew = behind || before;
            if (drew || plain || inside || isUnlikelyWord(i)) {
                prove(i, drew ? 0.85 : 0.6);
            }
        } else if (classes.is(i, WordClasses.SURNAME)
                && plain
                && !classes.is(i, WordClasses.PLACE)
                && NameLeanings.isCyrillic(text, tokens.get(i))) {
            prove(i, 0.55);
        } else if (!classes.is(i, WordClasses.PLACE) && isLearned(i, inside || plain)) {
            prove(i, 0.5);
        }
    }

    private boolean isLearned(int i, boolean bySound) {
        return !learned.isEmpty()
                && learned.contains(stems.at(i))
                && (bySound || learned.contains(LearnedNames.written(classes.word(i))));
    }

    /// `Коля` is a form of a verb in Russian too, with which hardly a sentence begins.
    private boolean isUnlikelyWord(int i) {
        return tokens.get(i).length() > 3
                && !classes.is(i, WordClasses.NOUN)
                && (Lexicon.standard().of(classes.word(i)) & Lexicon.GIVEN) != 0;
    }

    /// A surname beside a given name: any word that its case allows, unless it can only be something else.
    private boolean drawSurname(int i, int gap) {
        boolean surname = (classes.is(i, WordClasses.SURNAME) && !classes.is(i, WordClasses.NOBODY))
                || (gap == i - 1 && caseless.isBehindGivenName(i));
        if (!(classes.isNameable(i) || surname) || !gaps.joins(gap) || hasComma(gap) || cells.part(gap)) {
            return false;
        }
        boolean openingWord = classes.is(i, WordClasses.WORD) && classes.is(i, WordClasses.STARTS_SENTENCE);
        if (!surname && (classes.is(i, WordClasses.PLACE) || openingWord)) {
            return false;
        }
        prove(i, 0.8);
        return true;
    }

    /// Draws neighbours that can be part of the same name into it.
    private void draw(int i, int step, int most) {
        int at = i;
        for (int n = 0; n < most; n++) {
            int next = at + step;
            boolean fits = classes.isNameable(next)
                    && gaps.joins(Math.min(at, next))
                    && !hasComma(Math.min(at, next))
                    && !cells.part(Math.min(at, next))
                    && (!classes.is(next, WordClasses.WORD)
                            || classes.is(next, WordClasses.GIVEN | WordClasses.SURNAME)
                            || (canBeSurname(next) && !(step > 0 && classes.is(next, WordClasses.STARTS_SENTENCE))));
            if (!fits) {
                return;
            }
            prove(next, 0.85);
            at = next;
        }
    }

    /// An ordinary word that is a surname here (`Новик`, `Мороз`): it has a capital where a sentence goes on, or is a
    /// noun for somebody where one begins: no `Доводы`.
    private boolean canBeSurname(int i) {
        return !classes.is(i, WordClasses.PLACE)
                && classes.isNameable(i)
                && (!classes.is(i, WordClasses.STARTS_SENTENCE) || classes.is(i, WordClasses.ANIMATE));
    }

    private void prove(int i, double confidence) {
        proof[i] = Math.max(proof[i], confidence);
    }

    /// The last word of the line before a whole name (`Дата` in a heading above `Вера Лысенок`), where it is a thing's.
    private boolean isOpenedBy(int i) {
        return gaps.at(i).indexOf('\n') >= 0
                && classes.is(i, WordClasses.WORD)
                && !classes.is(i, WordClasses.SURNAME | WordClasses.ANIMATE | WordClasses.GIVEN);
    }

    /// A comma parts two persons, and so do a full stop that is not an initial's and a cell's end.
    private boolean parted(int i) {
        boolean stop = gaps.at(i).indexOf('.') >= 0;
        return hasComma(i) || cells.part(i) || (stop && !classes.is(i, WordClasses.INITIALS));
    }

    private boolean hasComma(int i) {
        return i < 0 || gaps.at(i).indexOf(',') >= 0;
    }

    private String type(int first, int last) {
        if (last > first) {
            return "PERSON";
        }
        return classes.is(first, WordClasses.PATRONYMIC)
                ? "PERSON.PATRONYMIC"
                : classes.is(first, WordClasses.GIVEN) ? "PERSON.GIVEN" : "PERSON.SURNAME";
    }
}
