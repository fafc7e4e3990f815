package org.safepassage.redact;

import java.util.ArrayList;
import java.util.List;
import org.safepassage.redact.recognisers.Span;
import org.safepassage.redact.text.NormalText;

/// What a name found by pattern says beyond the names that are already linked to a person inside it: those keep their
/// link, the words around them are nobody's. Whatever contradicts a link has unmade it before.
final class Leftovers {
    private Leftovers() {}

    static List<Span> of(Span span, List<Span> linked, NormalText text) {
        var pieces = new ArrayList<Span>();
        int from = span.start();
        for (Span known : linked) {
            if (known.end() > from && known.start() < span.end()) {
                add(span, from, Math.max(from, known.start()), text, pieces);
                from = Math.max(from, known.end());
            }
        }
        add(span, from, span.end(), text, pieces);
        return pieces;
    }

    private static void add(Span span, int start, int end, NormalText text, List<Span> pieces) {
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
