package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// Accepted tokens that stand together and can be one person become one span with its initials; the link goes to a
/// person only when nobody else of the case fits and nothing beside it contradicts.
final class KnownNameGroups {
    private static final int LONGEST_PARTICLE = 3;
    private static final Set<NameWord.Kind> FORENAMES = EnumSet.of(NameWord.Kind.GIVEN, NameWord.Kind.EVERYDAY);

    private final NormalText text;
    private final KnownIdentities known;
    private final List<Token> tokens;
    private final Map<Integer, List<Hit>> accepted;
    private final BitSet joined;
    private final TokenGaps gaps;
    private final Cells cells;
    private final AdjoiningNames adjoining;

    KnownNameGroups(NormalText text, KnownIdentities known, Map<Integer, List<Hit>> accepted, BitSet joined) {
        this.text = text;
        this.known = known;
        this.tokens = text.tokens();
        this.accepted = accepted;
        this.joined = joined;
        this.gaps = new TokenGaps(text);
        this.cells = new Cells(text);
        this.adjoining = new AdjoiningNames(text, gaps, accepted);
    }

    List<Span> spans() {
        var spans = new ArrayList<Span>();
        int covered = 0;
        for (int i : new TreeSet<>(accepted.keySet())) {
            if (i >= covered) {
                covered = group(i, covered, spans);
            }
        }
        adjoining.addRepeats(spans);
        return spans;
    }

    private int group(int first, int free, List<Span> spans) {
        Set<Integer> persons = persons(first);
        var kinds = new ArrayList<>(hits(first));
        var told = EnumSet.noneOf(NameWord.Kind.class);
        tell(hits(first), told);
        int last = first;
        for (int next = behind(last); accepted.containsKey(next); next = behind(last)) {
            Set<Integer> shared = new LinkedHashSet<>(persons(next));
            shared.retainAll(persons);
            boolean hyphened = gaps.isHyphen(last);
            boolean again = !joined.get(last)
                    && ((gaps.hasSign(last) && repeats(told, hits(next)))
                            || (cells.part(last) && beginsAnew(told, hits(next))));
            if (again
                    || gaps.endsSentence(last)
                    || (shared.isEmpty() && !hyphened && !joined.get(last))
                    || !(joined.get(last) || gaps.joins(last))) {
                break;
            }
            persons = shared;
            last = next;
            kinds.addAll(hits(last));
            tell(hits(last), told);
        }
        int own = last;
        last = adjoining.extend(last, 1, kinds);
        int begin = Math.max(free, adjoining.extend(first, -1, kinds));
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

    /// The token behind this one, or behind the particle in `Саиф-ул-Мулук`.
    private int behind(int i) {
        boolean particle = !accepted.containsKey(i + 1)
                && gaps.isHyphen(i)
                && gaps.isHyphen(i + 1)
                && tokens.get(i + 1).length() <= LONGEST_PARTICLE;
        return particle ? i + 2 : i + 1;
    }

    private boolean hasGiven(int person) {
        return !known.noInitial(person, 0);
    }

    /// A second surname, or a second given name, behind a comma or full stop begins another mention.
    private static boolean repeats(Set<NameWord.Kind> told, List<Hit> next) {
        return next.stream()
                .anyMatch(hit -> hit.word().kind() != NameWord.Kind.EVERYDAY
                        && told.contains(hit.word().kind()));
    }

    /// In another cell an everyday form is a given name said again.
    private static boolean beginsAnew(Set<NameWord.Kind> told, List<Hit> next) {
        return repeats(told, next)
                || (next.stream().anyMatch(hit -> FORENAMES.contains(hit.word().kind()))
                        && told.stream().anyMatch(FORENAMES::contains));
    }

    private static void tell(List<Hit> hits, Set<NameWord.Kind> told) {
        hits.forEach(hit -> told.add(hit.word().kind()));
    }

    private Span span(
            int from, int to, int first, int last, Set<Integer> candidates, List<Hit> hits, boolean conflict) {
        Token start = tokens.get(from);
        Token end = tokens.get(to);
        String type = type(hits, first == last);
        if (conflict || candidates.size() != 1 || candidates.contains(NameWord.CROWD)) {
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
        String between = gaps.at(gapAfter);
        if ((!between.isBlank() && !gaps.isHyphen(gapAfter)) || between.contains("\n\n") || !token.raised()) {
            return false;
        }
        String word = text.lower().substring(token.start(), token.end());
        boolean own = hits(neighbour).stream().anyMatch(hit -> hit.word().person() == person);
        boolean name = gaps.isHyphen(gapAfter)
                || accepted.containsKey(neighbour)
                || GivenNames.standard().contains(word)
                || Patronymics.looksLike(word);
        return name && !own;
    }

    /// Whose name it can be; a crowd's when a crowd shares it, since any of these may be among the others.
    private Set<Integer> persons(int i) {
        var persons = new LinkedHashSet<Integer>();
        hits(i).forEach(hit -> persons.add(hit.word().person()));
        return persons.contains(NameWord.CROWD) ? Set.of(NameWord.CROWD) : persons;
    }

    private List<Hit> hits(int i) {
        return accepted.getOrDefault(i, List.of());
    }
}
