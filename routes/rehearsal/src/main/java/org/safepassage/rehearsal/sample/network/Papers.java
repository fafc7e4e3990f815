package org.safepassage.rehearsal.sample.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.rehearsal.sample.documents.DocumentFormat;
import org.safepassage.rehearsal.sample.language.DocumentKind;

/// Deals papers to cases: each gets an interview, as many as asked a medical document, the rest are of all kinds. The
/// pages add up exactly; formats go round so that each occurs early. One deal for one sample.
final class Papers {
    private static final int SCANNED_PERCENT = 6;
    private static final int SCANNED_AT_MOST_PERCENT = 10;

    /// A paper before its pages are settled.
    private static final class Draft {
        private final int owner;
        private final DocumentKind kind;
        private DocumentFormat format;
        private int pages;

        private Draft(int owner, DocumentKind kind, DocumentFormat format) {
            this.owner = owner;
            this.kind = kind;
            this.format = format;
            this.pages = format.paged() ? kind.fewestPages() : 1;
        }
    }

    private final int cases;
    private final Dice dice;
    private final List<Draft> drafts = new ArrayList<>();

    Papers(int cases, Dice dice) {
        this.cases = cases;
        this.dice = dice;
    }

    /// The papers of each case, interview first.
    List<List<DocumentPlan>> deal(int documents, int medical, int pages) {
        List<Integer> everybody = dice.shuffled(indices(cases));
        for (int i = 0; i < cases; i++) {
            drafts.add(new Draft(i, DocumentKind.INTERVIEW, turn(FormatDecks.INTERVIEWS, i)));
        }
        for (int i = 0; i < medical; i++) {
            drafts.add(new Draft(everybody.get(i), DocumentKind.MEDICAL, turn(FormatDecks.MEDICAL, i)));
        }
        int others = documents - cases - medical;
        int lightEach = cases < 3 ? others + 1 : 3;
        for (int i = 0; i < others; i++) {
            int owner = dice.below(cases);
            drafts.add(
                    i % lightEach == lightEach - 1 ? light(owner, i / lightEach) : weighty(owner, i - i / lightEach));
        }
        settlePages(pages);
        scanSome(pages);
        return perCase();
    }

    private static Draft light(int owner, int turn) {
        DocumentFormat format = turn(FormatDecks.LIGHT, turn);
        return new Draft(owner, FormatDecks.kindOf(format), format);
    }

    private static Draft weighty(int owner, int turn) {
        return new Draft(owner, turn(FormatDecks.LONG_PAPERS, turn), turn(FormatDecks.WEIGHTY, turn));
    }

    private void settlePages(int wanted) {
        int left = wanted - drafts.stream().mapToInt(draft -> draft.pages).sum();
        int beyond = 0;
        while (left > 0) {
            int allowed = beyond;
            List<Draft> open = drafts.stream()
                    .filter(draft -> draft.format.paged() && draft.pages < draft.kind.mostPages() + allowed)
                    .toList();
            if (open.isEmpty()) {
                beyond++;
            } else {
                dice.pick(open).pages++;
                left--;
            }
        }
    }

    /// Turns short papers of authorities and doctors into scans, as many as OCR can bear.
    private void scanSome(int pages) {
        int scanned = 0;
        List<Draft> fit = dice.shuffled(drafts).stream()
                .filter(draft -> draft.format.paged() && draft.kind != DocumentKind.INTERVIEW)
                .sorted(Comparator.comparingInt(draft -> draft.pages > 3 ? draft.pages : 0))
                .toList();
        for (Draft draft : fit) {
            int percent = scanned == 0 ? SCANNED_AT_MOST_PERCENT : SCANNED_PERCENT;
            if ((scanned + draft.pages) * 100 <= pages * percent) {
                draft.format = DocumentFormat.SCAN;
                scanned += draft.pages;
            }
        }
    }

    private List<List<DocumentPlan>> perCase() {
        var dealt = new ArrayList<List<DocumentPlan>>();
        for (int owner : indices(cases)) {
            dealt.add(drafts.stream()
                    .filter(draft -> draft.owner == owner)
                    .map(draft -> new DocumentPlan(draft.kind, draft.format, draft.pages))
                    .toList());
        }
        return dealt;
    }

    private static List<Integer> indices(int count) {
        return java.util.stream.IntStream.range(0, count).boxed().toList();
    }

    private static <T> T turn(List<T> deck, int turn) {
        return deck.get(turn % deck.size());
    }
}
