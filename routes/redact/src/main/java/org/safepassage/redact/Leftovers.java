package org.safepassage.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.safepassage.redact.recognisers.Span;
import org.safepassage.redact.recognisers.Titles;
import org.safepassage.redact.text.NormalText;

/// What a name found by pattern says beyond the names that are already linked to a person inside it: those keep their
/// link, the words around them are nobody's. Whatever contradicts a link has unmade it before. For one text; a text may
/// hold very many of either, so a look-up costs no more than what it finds.
final class Leftovers {
    private final NormalText text;
    /// Linked stretches by their start, apart from each other.
    private final NavigableMap<Integer, Integer> linked = new TreeMap<>();

    Leftovers(NormalText text) {
        this.text = text;
    }

    /// Remembers a span that is linked to a person.
    void link(Span span) {
        int start = span.start();
        int end = span.end();
        Map.Entry<Integer, Integer> before = linked.floorEntry(end);
        while (before != null && before.getValue() >= start) {
            start = Math.min(start, before.getKey());
            end = Math.max(end, before.getValue());
            linked.remove(before.getKey());
            before = linked.floorEntry(end);
        }
        linked.put(start, end);
    }

    /// The pieces of a span outside all that is linked.
    List<Span> of(Span span) {
        var pieces = new ArrayList<Span>();
        int from = span.start();
        Integer first = linked.floorKey(from);
        for (Map.Entry<Integer, Integer> known : linked.subMap(first == null ? from : first, true, span.end(), false)
                .entrySet()) {
            if (known.getValue() > from) {
                int end = Math.max(from, known.getKey());
                if (!isTitle(from, end)) {
                    add(span, from, end, pieces);
                }
                from = known.getValue();
            }
        }
        add(span, from, span.end(), pieces);
        return pieces;
    }

    /// `Major` before a name that is linked is nobody's name.
    private boolean isTitle(int start, int end) {
        return Titles.isOne(text.lower().substring(start, end));
    }

    private void add(Span span, int start, int end, List<Span> pieces) {
        int from = start;
        int to = Math.min(end, span.end());
        while (from < to && !Character.isLetterOrDigit(text.chars().charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(text.chars().charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            pieces.add(new Span(from, to, span.type(), span.person(), span.confidence()));
        }
    }
}
