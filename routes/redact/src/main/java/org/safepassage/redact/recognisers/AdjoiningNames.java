package org.safepassage.redact.recognisers;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;
import org.safepassage.redact.text.Token.Shape;

/// Name words that the record does not know, beside a name that it knows: they belong to the mention, and they are
/// names wherever else they stand in this text. For one text and one thread.
final class AdjoiningNames {
    private static final int MOST = 2;

    private final NormalText text;
    private final List<Token> tokens;
    private final TokenGaps gaps;
    private final Map<Integer, List<Hit>> accepted;
    private final CaseSense caseSense;
    private final Set<Integer> found = new HashSet<>();

    /// @param accepted tokens that are words of known names, with whose
    AdjoiningNames(NormalText text, TokenGaps gaps, Map<Integer, List<Hit>> accepted) {
        this.text = text;
        this.tokens = text.tokens();
        this.gaps = gaps;
        this.accepted = accepted;
        this.caseSense = CaseSense.of(text);
    }

    /// Where the mention ends when the unknown words beside its edge are counted in.
    ///
    /// @param edge the first or last token of the known name
    /// @param step -1 to look before it, 1 to look behind
    /// @param known what the known name consists of
    int extend(int edge, int step, List<Hit> known) {
        int at = edge;
        while (Math.abs(at - edge) < MOST) {
            int next = at + step;
            if (next < 0 || next >= tokens.size() || accepted.containsKey(next) || !nameable(next)) {
                break;
            }
            String word = word(next);
            if (FunctionWords.contains(word) && Sentences.startsAt(text, tokens.get(next))) {
                break;
            }
            if (!gaps.at(Math.min(at, next)).equals(" ")
                    || !canBelong(word, tokens.get(next).shape(), known, step)) {
                break;
            }
            if (step > 0 || isGiven(word)) {
                found.add(next);
            }
            at = next;
        }
        return at;
    }

    /// Given names and patronymics, and words that no dictionary knows, beside a part that they complete.
    private static boolean canBelong(String word, Shape shape, List<Hit> known, int step) {
        int lexicon = Lexicon.standard().of(word);
        if (isGiven(word) && (shape != Shape.LOWER || (lexicon & Lexicon.WORD) == 0)) {
            return true;
        }
        boolean surname = known.stream().anyMatch(hit -> hit.word().kind() == NameWord.Kind.SURNAME);
        boolean given = known.stream()
                .anyMatch(hit ->
                        hit.word().kind() == NameWord.Kind.GIVEN || hit.word().kind() == NameWord.Kind.EVERYDAY);
        boolean completes = step < 0 ? !given : !surname;
        boolean unknown = lexicon == 0 || (lexicon == Lexicon.SURNAME && step > 0);
        return completes
                && unknown
                && shape == Shape.CAPITALISED
                && word.length() > 2
                && word.charAt(0) >= 0x0400
                && !Titles.WORDS.contains(word);
    }

    private static boolean isGiven(String word) {
        return GivenNames.standard().contains(word)
                || Patronymics.looksLike(word)
                || (Lexicon.standard().of(word) & (Lexicon.GIVEN | Lexicon.PATRONYMIC)) != 0;
    }

    private boolean nameable(int i) {
        return tokens.get(i).raised()
                || (caseSense.at(i) == CaseSense.Kind.NONE && tokens.get(i).length() > 2);
    }

    /// The other places of the text where the words found so far stand and their case allows a name.
    void addRepeats(List<Span> spans) {
        if (found.isEmpty()) {
            return;
        }
        var sounds = SoundStems.of(text);
        var stems = new HashSet<String>();
        found.forEach(i -> stems.add(sounds.at(i)));
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (nameable(i)
                    && token.length() > 3
                    && !accepted.containsKey(i)
                    && !found.contains(i)
                    && stems.contains(sounds.at(i))) {
                spans.add(Span.of(token.start(), token.end(), "PERSON.GIVEN", 0.7));
            }
        }
    }

    private String word(int i) {
        return text.lower().substring(tokens.get(i).start(), tokens.get(i).end());
    }
}
