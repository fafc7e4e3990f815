package org.safepassage.rehearsal.sample.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.rehearsal.sample.people.Language;

/// The shape of the whole sample: the proportions of 50 case files with 130 documents of 613 pages, 286 photographs
/// and 4 videos, for any number of cases. Totals are exact, single cases vary with the dice.
public final class Shape {
    private static final int FIFTY = 50;
    private static final int DOCUMENTS = 130;
    private static final int PAGES = 613;
    private static final int PHOTOGRAPHS = 286;
    private static final int VIDEOS = 4;
    private static final int WITHOUT_PHOTOGRAPHS = 1;
    private static final int MEDICAL = 35;
    private static final int UNRECORDED = 5;
    private static final int MOST_PHOTOGRAPHS = 16;
    private static final int SMALL = 10;
    private static final List<Language> LANGUAGES = List.of(
            Language.BE, Language.RU, Language.EN, Language.RU, Language.BE, Language.RU, Language.BE, Language.RU);
    private static final List<List<String>> CATEGORIES = List.of(
            List.of("torture"),
            List.of("ill-treatment"),
            List.of("torture", "arbitrary-detention"),
            List.of("arbitrary-detention"),
            List.of("ill-treatment", "arbitrary-detention"));

    private final int cases;
    private final Dice dice;

    /// The shape of so many cases.
    ///
    /// @throws IllegalArgumentException for fewer than one
    public Shape(int cases, Dice dice) {
        if (cases < 1) {
            throw new IllegalArgumentException("a sample has at least one case");
        }
        this.cases = cases;
        this.dice = dice;
    }

    /// What each case is going to hold.
    public List<CasePlan> plans() {
        List<List<DocumentPlan>> papers =
                new Papers(cases, dice.fork()).deal(share(DOCUMENTS), share(MEDICAL), share(PAGES));
        List<Integer> photographs = photographs();
        List<Integer> films = spread(cases < 3 ? 0 : Math.max(1, share(VIDEOS)), 1);
        List<Partner> partners = partners();
        List<ConsentStory> consents = consents();
        List<Integer> unrecorded = spread(share(UNRECORDED), 1);
        List<List<Oddity>> oddities = oddities();
        int invalid = invalid(consents);
        List<Boolean> updated = updated(partners, consents, invalid);
        return IntStream.range(0, cases)
                .mapToObj(i -> new CasePlan(
                        i + 1,
                        partners.get(i),
                        LANGUAGES.get(i % LANGUAGES.size()),
                        categories(i, consents.get(i)),
                        consents.get(i),
                        i != invalid,
                        unrecorded.get(i) > 0,
                        papers.get(i),
                        photographs.get(i),
                        films.get(i),
                        oddities.get(i),
                        updated.get(i)))
                .toList();
    }

    /// The proportion that `ofFifty` has of fifty cases, rounded half up.
    private int share(int ofFifty) {
        return (int) ((2L * ofFifty * cases + FIFTY) / (2L * FIFTY));
    }

    /// Two fifths, two fifths and one fifth, spread through the numbers.
    private List<Partner> partners() {
        var wanted = new EnumMap<Partner, Integer>(Partner.class);
        int shared = share(SMALL);
        wanted.put(Partner.SHAREHUB, shared);
        wanted.put(Partner.FIELDNOTES, (cases - shared) / 2);
        wanted.put(Partner.CASEBASE, cases - shared - (cases - shared) / 2);
        var given = new EnumMap<Partner, Integer>(Partner.class);
        var partners = new ArrayList<Partner>();
        for (int i = 1; i <= cases; i++) {
            Partner next = Partner.CASEBASE;
            double most = -1;
            for (Map.Entry<Partner, Integer> each : wanted.entrySet()) {
                double behind = (double) each.getValue() * i / cases - given.getOrDefault(each.getKey(), 0);
                if (behind > most) {
                    most = behind;
                    next = each.getKey();
                }
            }
            given.merge(next, 1, Integer::sum);
            partners.add(next);
        }
        return partners;
    }

    private List<Integer> photographs() {
        int without = share(WITHOUT_PHOTOGRAPHS);
        List<Integer> counts = new ArrayList<>(
                spread(without, 1).stream().map(none -> 1 - none).toList());
        int left = share(PHOTOGRAPHS) - (cases - without);
        while (left > 0) {
            int to = dice.below(cases);
            if (counts.get(to) > 0 && counts.get(to) < MOST_PHOTOGRAPHS) {
                counts.set(to, counts.get(to) + 1);
                left--;
            }
        }
        return counts;
    }

    /// So many things on as many cases, at most `each` on one while that is possible.
    private List<Integer> spread(int things, int each) {
        var counts = new ArrayList<Integer>(java.util.Collections.nCopies(cases, 0));
        List<Integer> order = dice.shuffled(IntStream.range(0, cases).boxed().toList());
        for (int i = 0; i < things; i++) {
            int to = order.get(i / each % cases);
            counts.set(to, counts.get(to) + 1);
        }
        return counts;
    }

    /// Mostly yes; in a small sample one case for one recipient only and one unclear, in a larger one every story.
    private List<ConsentStory> consents() {
        var stories = new ArrayList<ConsentStory>();
        if (cases >= 3) {
            stories.add(ConsentStory.ONLY_IAPB);
        }
        if (cases >= 4) {
            stories.add(ConsentStory.UNCLEAR);
        }
        if (cases >= SMALL) {
            for (int i = 0; i < Math.max(1, share(1)); i++) {
                stories.addAll(List.of(
                        ConsentStory.REFUSED,
                        ConsentStory.ONLY_UN_EXAMINATION,
                        ConsentStory.WITHDRAWN,
                        ConsentStory.EXPIRED,
                        ConsentStory.OTHER_CATEGORY));
                stories.addAll(i > 0 ? List.of(ConsentStory.ONLY_IAPB, ConsentStory.UNCLEAR) : List.of());
            }
        }
        while (stories.size() < cases) {
            stories.add(stories.size() % 3 == 0 ? ConsentStory.BOTH_BY_NAME : ConsentStory.BOTH);
        }
        return dice.shuffled(stories.subList(0, cases));
    }

    /// Index of the case whose record lacks an obligatory field, -1 for none; one whose consent would let it go.
    private int invalid(List<ConsentStory> consents) {
        return cases < 4
                ? -1
                : IntStream.range(0, cases)
                        .filter(i -> lets(consents.get(i)))
                        .skip(1)
                        .findFirst()
                        .orElse(-1);
    }

    private static boolean lets(ConsentStory story) {
        return story == ConsentStory.BOTH || story == ConsentStory.BOTH_BY_NAME;
    }

    /// The first case of each partner that goes to both recipients, and of every 25th after it.
    private List<Boolean> updated(List<Partner> partners, List<ConsentStory> consents, int invalid) {
        var seen = new EnumMap<Partner, Integer>(Partner.class);
        var updated = new ArrayList<Boolean>();
        for (int i = 0; i < cases; i++) {
            boolean fit = i != invalid && (lets(consents.get(i)) || cases <= 3);
            int before = seen.getOrDefault(partners.get(i), 0);
            updated.add(fit && before % 25 == 0);
            seen.put(partners.get(i), fit ? before + 1 : before);
        }
        return updated;
    }

    private List<List<Oddity>> oddities() {
        int count = cases < 3 ? 0 : cases <= SMALL ? cases : 2 * cases / 5;
        List<List<Oddity>> dealt = new ArrayList<>();
        List<Integer> counts = spread(count, 1);
        int turn = 0;
        Oddity[] all = Oddity.values();
        for (int has : counts) {
            var of = new ArrayList<Oddity>();
            for (int i = 0; i < has; i++) {
                of.add(all[turn++ % all.length]);
            }
            dealt.add(of);
        }
        return dealt;
    }

    private List<String> categories(int i, ConsentStory story) {
        return story == ConsentStory.OTHER_CATEGORY
                ? List.of("arbitrary-detention")
                : CATEGORIES.get(i % CATEGORIES.size());
    }
}
