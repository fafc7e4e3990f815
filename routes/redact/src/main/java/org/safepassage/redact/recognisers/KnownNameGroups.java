package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;
import org.safepassage.redact.text.Token.Shape;

/// Accepted tokens that stand together and can be one person become one span with its initials; the link goes to a
/// person
/// only when nobody else of the case fits and nothing beside it contradicts.
final class KnownNameGroups {
    private final NormalText text;
    private final KnownIdentities known;
    private final List<Token> tokens;
    private final Map<Integer, List<Hit>> accepted;
    private final BitSet joined;
    private final CaseSense caseSense;
    private final Set<Integer> strangers = new HashSet<>();

    KnownNameGroups(NormalText text, KnownIdentities known, Map<Integer, List<Hit>> accepted, BitSet joined) {
        this.text = text;
        this.known = known;
        this.tokens = text.tokens();
        this.accepted = accepted;
        this.joined = joined;
        this.caseSense = CaseSense.of(tokens);
    }

    List<Span> spans() {
        var spans = new ArrayList<Span>();
        int covered = 0;
        for (int i : new TreeSet<>(accepted.keySet())) {
            if (i >= covered) {
                covered = group(i, covered, spans);
            }
        }
        repeat(spans);
        return spans;
    }

    /// A name word that stood beside a known name somewhere is a name wherever it stands in this text.
    private void repeat(List<Span> spans) {
        if (strangers.isEmpty()) {
            return;
        }
        var stems = new HashSet<String>();
        strangers.forEach(i -> stems.add(LearnedNames.stem(text, tokens.get(i))));
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (nameable(i)
                    && token.length() > 3
                    && !accepted.containsKey(i)
                    && !strangers.contains(i)
                    && stems.contains(LearnedNames.stem(text, token))) {
                spans.add(Span.of(token.start(), token.end(), "PERSON.GIVEN", 0.7));
            }
        }
    }

    private int group(int first, int free, List<Span> spans) {
        Set<Integer> persons = persons(first);
        var kinds = new ArrayList<>(hits(first));
        var told = EnumSet.noneOf(NameWord.Kind.class);
        tell(hits(first), told);
        int last = first;
        while (last + 1 < tokens.size() && accepted.containsKey(last + 1)) {
            Set<Integer> shared = new LinkedHashSet<>(persons(last + 1));
            shared.retainAll(persons);
            boolean hyphened = gap(last).equals("-");
            boolean again = !joined.get(last) && hasSign(last) && repeats(told, hits(last + 1));
            if (again
                    || endsSentence(last)
                    || (shared.isEmpty() && !hyphened && !joined.get(last))
                    || !(joined.get(last) || adjacent(text, last))) {
                break;
            }
            persons = shared;
            last++;
            kinds.addAll(hits(last));
            tell(hits(last), told);
        }
        int own = last;
        last = extend(last, 1, kinds);
        int begin = Math.max(free, extend(first, -1, kinds));
        var initials = new Initials(text, known);
        int from = initials.extendLeft(begin, free, persons);
        int to = initials.extendRight(last, persons);
        Set<Integer> candidates = initials.agreeing(persons);
        boolean strange = begin < first || last > own;
        boolean conflict =
                initials.conflict() || (strange && candidates.stream().anyMatch(this::hasGiven));
        spans.add(span(from, to, begin, last, candidates, kinds, conflict));
        return to + 1;
    }

    /// A given name or patronymic that the record does not know still belongs to the name beside it.
    private int extend(int edge, int step, List<Hit> kinds) {
        int at = edge;
        while (Math.abs(at - edge) < 2) {
            int next = at + step;
            if (next < 0 || next >= tokens.size() || accepted.containsKey(next) || !nameable(next)) {
                break;
            }
            String between = gap(Math.min(at, next));
            String word = text.lower()
                    .substring(tokens.get(next).start(), tokens.get(next).end());
            if (!between.equals(" ") || !canBelong(word, tokens.get(next).shape(), kinds, step)) {
                break;
            }
            if (step > 0 || isGiven(word)) {
                strangers.add(next);
            }
            at = next;
        }
        return at;
    }

    /// Given names and patronymics, and words that no dictionary knows, beside a part that they complete.
    private static boolean canBelong(String word, Shape shape, List<Hit> kinds, int step) {
        int lexicon = Lexicon.standard().of(word);
        if (isGiven(word) && (shape != Shape.LOWER || (lexicon & Lexicon.WORD) == 0)) {
            return true;
        }
        boolean surname = kinds.stream().anyMatch(hit -> hit.word().kind() == NameWord.Kind.SURNAME);
        boolean given = kinds.stream()
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

    private boolean hasGiven(int person) {
        return !known.noInitial(person, 0);
    }

    private boolean hasSign(int i) {
        String between = gap(i);
        return between.indexOf(',') >= 0 || between.indexOf('.') >= 0;
    }

    /// A full word and a full stop: what follows is about somebody else, whatever it shares.
    private boolean endsSentence(int i) {
        String between = gap(i);
        return between.startsWith(".") && between.length() > 1;
    }

    /// A second surname, or a second given name, behind a comma or full stop begins another mention.
    private static boolean repeats(Set<NameWord.Kind> told, List<Hit> next) {
        return next.stream()
                .anyMatch(hit -> hit.word().kind() != NameWord.Kind.EVERYDAY
                        && told.contains(hit.word().kind()));
    }

    private static void tell(List<Hit> hits, Set<NameWord.Kind> told) {
        hits.forEach(hit -> told.add(hit.word().kind()));
    }

    private Span span(
            int from, int to, int first, int last, Set<Integer> candidates, List<Hit> hits, boolean conflict) {
        Token start = tokens.get(from);
        Token end = tokens.get(to);
        String type = type(hits, first == last);
        if (conflict || candidates.size() != 1) {
            return new Span(start.start(), end.end(), type, null, 0.8);
        }
        int person = candidates.iterator().next();
        boolean fits = hits.stream()
                .anyMatch(hit -> hit.word().person() == person && !hit.fit().excludes(known.sex(person)));
        if (!fits || contradictedBeside(from, to, person)) {
            return new Span(start.start(), end.end(), type, null, 0.8);
        }
        double confidence = LinkStrength.of(hits, person, to > from || last > first, known.sharesSurname(person));
        return new Span(start.start(), end.end(), type, known.person(person).id(), confidence);
    }

    private static String type(List<Hit> hits, boolean single) {
        if (!single) {
            return "PERSON";
        }
        return switch (hits.get(0).word().kind()) {
            case SURNAME -> "PERSON.SURNAME";
            case GIVEN, EVERYDAY -> "PERSON.GIVEN";
            case PATRONYMIC -> "PERSON.PATRONYMIC";
            case NAME -> "PERSON";
        };
    }

    /// Another name right beside this one means somebody else who shares a part of it.
    private boolean contradictedBeside(int from, int to, int person) {
        return contradicts(from - 1, from - 1, person) || contradicts(to, to + 1, person);
    }

    private boolean contradicts(int gapAfter, int neighbour, int person) {
        if (neighbour < 0 || neighbour >= tokens.size() || gapAfter < 0) {
            return false;
        }
        Token token = tokens.get(neighbour);
        String between = gap(gapAfter);
        if ((!between.isBlank() && !between.equals("-")) || between.contains("\n\n") || !token.raised()) {
            return false;
        }
        String word = text.lower().substring(token.start(), token.end());
        boolean own = hits(neighbour).stream().anyMatch(hit -> hit.word().person() == person);
        boolean name = between.equals("-")
                || accepted.containsKey(neighbour)
                || GivenNames.standard().contains(word)
                || Patronymics.looksLike(word);
        return name && !own;
    }

    private Set<Integer> persons(int i) {
        var persons = new LinkedHashSet<Integer>();
        hits(i).forEach(hit -> persons.add(hit.word().person()));
        return persons;
    }

    private List<Hit> hits(int i) {
        return accepted.getOrDefault(i, List.of());
    }

    private String gap(int i) {
        return i < 0 || i + 1 >= tokens.size()
                ? "\n\n"
                : text.chars().substring(tokens.get(i).end(), tokens.get(i + 1).start());
    }

    /// Whether token `i` and the next stand so close that they can be one name.
    static boolean adjacent(NormalText text, int i) {
        if (i < 0 || i + 1 >= text.tokens().size()) {
            return false;
        }
        int from = text.tokens().get(i).end();
        int to = text.tokens().get(i + 1).start();
        if (to - from > 4) {
            return false;
        }
        int lines = 0;
        for (int k = from; k < to; k++) {
            char c = text.chars().charAt(k);
            lines += c == '\n' ? 1 : 0;
            if (!Character.isWhitespace(c) && c != '.' && c != '-' && c != ',' && c != '_') {
                return false;
            }
        }
        return lines < 2;
    }

    /// Whether a token can be an initial: one letter, or two before a full stop (`Ю.`, `Yu.`).
    static boolean isInitial(NormalText text, Token token) {
        boolean dotted = token.end() < text.chars().length() && text.chars().charAt(token.end()) == '.';
        return token.shape() == Shape.INITIAL
                || (dotted && token.length() == 2 && token.shape() == Shape.CAPITALISED)
                || (dotted && token.length() == 1 && token.shape() == Shape.LOWER);
    }
}
