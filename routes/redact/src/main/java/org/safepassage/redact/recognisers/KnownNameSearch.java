package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;
import org.safepassage.redact.text.Token.Shape;

/// One search for known names in one text. First each token is weighed alone, then in the light of its neighbours, then
/// neighbours that can be one person become one span.
final class KnownNameSearch {
    /// Letters of the longest word that can be a name.
    private static final int LONGEST_WORD = StemIndex.LONGEST_WORD;

    private final NormalText text;
    private final KnownIdentities known;
    private final List<Token> tokens;
    private final CaseSense caseSense;
    private final TokenGaps gaps;
    private final Map<Integer, List<Hit>> weak = new HashMap<>();
    /// What neighbours add to later, so each list can be written to.
    private final Map<Integer, List<Hit>> accepted = new HashMap<>();
    private final BitSet joined = new BitSet();

    KnownNameSearch(NormalText text, KnownIdentities known) {
        this.text = text;
        this.known = known;
        this.tokens = text.tokens();
        this.caseSense = CaseSense.of(text);
        this.gaps = new TokenGaps(text);
    }

    List<Span> spans() {
        for (int i = 0; i < tokens.size(); i++) {
            weigh(i);
        }
        for (int i = 0; i + 1 < tokens.size(); i++) {
            joinSplitWord(i);
        }
        weak.forEach(this::weighBesideNeighbours);
        weak.forEach(this::weighBesideInitials);
        return new KnownNameGroups(text, known, accepted, joined).spans();
    }

    private void weigh(int i) {
        Token token = tokens.get(i);
        if (token.length() < 2
                || token.length() > LONGEST_WORD
                || (token.shape() == Shape.NUMBER && !holdsLetters(token))) {
            return;
        }
        String word = word(token);
        boolean starts = Sentences.startsAt(text, token) && !Sentences.isQuotedInside(text, token);
        var sure = new ArrayList<Hit>();
        var unsure = new ArrayList<Hit>();
        for (Hit hit : known.find(word)) {
            (Acceptance.alone(hit, token, word, caseSense.at(i), starts) ? sure : unsure).add(hit);
        }
        if (!sure.isEmpty()) {
            accepted.put(i, sure);
        }
        if (!unsure.isEmpty()) {
            weak.put(i, unsure);
        }
        if (sure.isEmpty() && token.length() > 8 && isSpacedOut(token)) {
            searchInside(i, word);
        }
    }

    /// A letter-spaced run of several words has no word boundaries left: any known stem inside covers it.
    private void searchInside(int i, String word) {
        for (int start = 0; start < word.length() - 3; start++) {
            for (int end = Math.min(word.length(), start + 20); end > start + 3; end--) {
                List<Hit> hits = known.find(word.substring(start, end)).stream()
                        .filter(hit -> hit.quality() == Hit.Quality.EXACT)
                        .toList();
                if (!hits.isEmpty()) {
                    accepted.put(i, new ArrayList<>(hits));
                    return;
                }
            }
        }
    }

    private boolean isSpacedOut(Token token) {
        return text.originalEnd(token.end()) - text.originalStart(token.start()) >= token.length() * 2 - 1;
    }

    /// A word that a bad scan or an editor has split in two, `Ива нов`, `Ива- нов`, or that has another sign
    /// typed for its apostrophe, `Лук"янов`.
    private void joinSplitWord(int i) {
        Token first = tokens.get(i);
        Token second = tokens.get(i + 1);
        if (accepted.containsKey(i) || accepted.containsKey(i + 1) || !isSplit(first.end(), second.start())) {
            return;
        }
        boolean oneWord = ((first.raised() || first.shape() == Shape.INITIAL) && second.shape() == Shape.LOWER)
                || (first.shape() == Shape.UPPER && second.shape() == Shape.UPPER)
                || (caseSense.at(i) == CaseSense.Kind.NONE && first.length() > 1 && second.length() > 1);
        if (!oneWord || first.length() + second.length() < 5 || first.length() + second.length() > LONGEST_WORD) {
            return;
        }
        List<Hit> hits = known.find(word(first) + word(second)).stream()
                .filter(hit -> hit.quality() == Hit.Quality.EXACT
                        ? hit.stem() >= 4
                        : hit.quality().compareTo(Hit.Quality.SOUND) <= 0 && hit.stem() >= 6)
                .toList();
        if (!hits.isEmpty()) {
            accepted.put(i, new ArrayList<>(hits));
            accepted.put(i + 1, new ArrayList<>(hits));
            joined.set(i);
        }
    }

    /// One sign or space, or a hyphen and the space that a line end has become.
    private boolean isSplit(int from, int to) {
        return to - from == 1
                || (to - from == 2
                        && text.chars().charAt(from) == '-'
                        && Character.isWhitespace(text.chars().charAt(from + 1)));
    }

    private void weighBesideNeighbours(int i, List<Hit> hits) {
        for (int side : new int[] {-1, 1}) {
            int j = i + side;
            List<Hit> neighbours = accepted.get(j);
            if (neighbours == null || !gaps.joins(Math.min(i, j))) {
                continue;
            }
            boolean raised = tokens.get(i).raised() || caseSense.at(i) == CaseSense.Kind.NONE;
            var beside = new HashSet<Integer>();
            neighbours.forEach(other -> beside.add(other.word().person()));
            for (Hit hit : hits) {
                if ((beside.contains(hit.word().person())
                                || beside.contains(NameWord.CROWD)
                                || hit.word().person() == NameWord.CROWD)
                        && Acceptance.besideNeighbour(hit, word(tokens.get(i)), raised)) {
                    accepted.computeIfAbsent(i, key -> new ArrayList<>()).add(hit);
                }
            }
        }
    }

    /// A surname that is a word as well, and would be taken for the word: the initials of its bearer beside it tell
    /// (`Каваль А. А.`).
    private void weighBesideInitials(int i, List<Hit> hits) {
        if (!tokens.get(i).raised() || accepted.containsKey(i)) {
            return;
        }
        for (Hit hit : hits) {
            int person = hit.word().person();
            boolean sounds = hit.quality().compareTo(Hit.Quality.SOUND) <= 0;
            if (hit.word().kind() == NameWord.Kind.SURNAME
                    && sounds
                    && (isInitialOf(person, i + 1, i)
                            || isInitialOf(person, i - 2, i - 1)
                            || isInitialOf(person, i - 1, i - 1))) {
                accepted.computeIfAbsent(i, key -> new ArrayList<>()).add(hit);
            }
        }
    }

    /// Whether a dotted capital, joined to the name by this gap, can stand for the person's given name.
    private boolean isInitialOf(int person, int i, int gap) {
        return i >= 0
                && i < tokens.size()
                && tokens.get(i).shape() == Shape.INITIAL
                && text.chars().startsWith(".", tokens.get(i).end())
                && gaps.joins(gap)
                && known.hasInitial(person, word(tokens.get(i)), 0);
    }

    private String word(Token token) {
        return text.lower().substring(token.start(), token.end());
    }

    private boolean holdsLetters(Token token) {
        for (int i = token.start(); i < token.end(); i++) {
            if (Character.isLetter(text.chars().charAt(i))) {
                return token.length() > 3;
            }
        }
        return false;
    }
}
