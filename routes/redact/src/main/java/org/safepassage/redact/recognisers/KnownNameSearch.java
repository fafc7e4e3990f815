package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;
import org.safepassage.redact.text.Token.Shape;

/// One search for known names in one text. First each token is weighed alone, then in the light of its neighbours, then
/// neighbours that can be one person become one span.
final class KnownNameSearch {
    private final NormalText text;
    private final KnownIdentities known;
    private final List<Token> tokens;
    private final CaseSense caseSense;
    private final Map<Integer, List<Hit>> weak = new HashMap<>();
    private final Map<Integer, List<Hit>> accepted = new HashMap<>();
    private final BitSet joined = new BitSet();

    KnownNameSearch(NormalText text, KnownIdentities known) {
        this.text = text;
        this.known = known;
        this.tokens = text.tokens();
        this.caseSense = CaseSense.of(tokens);
    }

    List<Span> spans() {
        for (int i = 0; i < tokens.size(); i++) {
            weigh(i);
        }
        for (int i = 0; i + 1 < tokens.size(); i++) {
            joinSplitWord(i);
        }
        weak.forEach(this::weighBesideNeighbours);
        return new KnownNameGroups(text, known, accepted, joined).spans();
    }

    private void weigh(int i) {
        Token token = tokens.get(i);
        if (token.length() < 2 || token.length() > 60 || (token.shape() == Shape.NUMBER && !holdsLetters(token))) {
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
                    accepted.put(i, hits);
                    return;
                }
            }
        }
    }

    private boolean isSpacedOut(Token token) {
        return text.originalEnd(token.end()) - text.originalStart(token.start()) >= token.length() * 2 - 1;
    }

    /// A word that a bad scan or an editor has split in two: `Ива нов`.
    private void joinSplitWord(int i) {
        Token first = tokens.get(i);
        Token second = tokens.get(i + 1);
        if (accepted.containsKey(i) || accepted.containsKey(i + 1) || second.start() - first.end() != 1) {
            return;
        }
        boolean oneWord = ((first.raised() || first.shape() == Shape.INITIAL) && second.shape() == Shape.LOWER)
                || (first.shape() == Shape.UPPER && second.shape() == Shape.UPPER)
                || (caseSense.at(i) == CaseSense.Kind.NONE && first.length() > 1 && second.length() > 1);
        if (!oneWord
                || !Character.isWhitespace(text.chars().charAt(first.end()))
                || first.length() + second.length() < 5) {
            return;
        }
        List<Hit> hits = known.find(word(first) + word(second)).stream()
                .filter(hit -> hit.quality() == Hit.Quality.EXACT
                        ? hit.stem() >= 4
                        : hit.quality().compareTo(Hit.Quality.SOUND) <= 0 && hit.stem() >= 6)
                .toList();
        if (!hits.isEmpty()) {
            accepted.put(i, hits);
            accepted.put(i + 1, hits);
            joined.set(i);
        }
    }

    private void weighBesideNeighbours(int i, List<Hit> hits) {
        for (int side : new int[] {-1, 1}) {
            int j = i + side;
            List<Hit> neighbours = accepted.get(j);
            if (neighbours == null || !KnownNameGroups.adjacent(text, Math.min(i, j))) {
                continue;
            }
            boolean raised = tokens.get(i).raised() || caseSense.at(i) == CaseSense.Kind.NONE;
            for (Hit hit : hits) {
                boolean same = neighbours.stream()
                        .anyMatch(other -> other.word().person() == hit.word().person());
                if (same && Acceptance.besideNeighbour(hit, word(tokens.get(i)), raised)) {
                    accepted.computeIfAbsent(i, key -> new ArrayList<>()).add(hit);
                }
            }
        }
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
