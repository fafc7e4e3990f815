package org.safepassage.redact.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.CaseDetector;
import org.safepassage.redact.CaseKnowledge;
import org.safepassage.redact.CaseText;
import org.safepassage.redact.Detector;
import org.safepassage.redact.generalising.Generalised;
import org.safepassage.redact.policies.Action;
import org.safepassage.redact.recognisers.LinkStrength;
import org.safepassage.redact.recognisers.OrdinaryWords;
import org.safepassage.redact.recognisers.Titles;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Person;

/// The first search: every recogniser once more, on what is about to leave. What they find and the policy would not
/// keep is a hit, pseudonyms and placeholders aside. Immutable.
final class Reread {
    /// Shorter finds in base64 are chance.
    private static final int LEAST_IN_CODE = 8;
    /// Chars within which a placeholder changes how a word reads.
    private static final int BESIDE = 3;
    /// Confidence from which a tagger's word is taken for a name left behind.
    private static final double SURE = 0.9;
    /// Confidence of a word that is a name only because another place of the text shows it as one.
    private static final double HEARSAY = 0.5;

    /// What the names of taggers begin with.
    private static final String LEARNED = "learned-";

    private final CaseDetector detector;
    private final Allowance allowance;

    /// @param persons everybody of the record
    /// @param knowledge what reviewers said beyond it
    Reread(List<Person> persons, Allowance allowance, CaseKnowledge knowledge) {
        this.detector = Detector.standard().forCase(persons, knowledge);
        this.allowance = allowance;
    }

    void search(View view, HitList hits) {
        String text = view.text();
        List<Mention> mentions = detector.detect(new CaseText("check", text, "und"));
        if (mentions.isEmpty()) {
            return;
        }
        String searched = OwnWords.blanked(text);
        int codePoints = 0;
        int chars = 0;
        for (Mention mention : mentions) {
            chars = text.offsetByCodePoints(chars, mention.start() - codePoints);
            codePoints = mention.start();
            int end = text.offsetByCodePoints(chars, mention.end() - mention.start());
            boolean chance = end - chars < LEAST_IN_CODE && Letters.isCode(text, chars);
            boolean counts = !chance
                    && (mention.person() != null
                            || (view.kind().hasSuspicions() && !isGuess(mention, searched, chars, end)));
            if (counts && isLeak(mention, searched.substring(chars, end))) {
                hits.add(view.place(chars), mention.type());
            }
        }
    }

    /// What a tagger says of words that it reads in another neighbourhood than in the original counts only when
    /// it is sure that they are a person, when they are no ordinary words and no title whose name is covered,
    /// without a digit, such as an exhibit's id has, and when no placeholder stands beside them, which it has never
    /// learned to read. What only hearsay makes a name does not count.
    private static boolean isGuess(Mention mention, String searched, int start, int end) {
        boolean tagged = mention.recogniser().startsWith(LEARNED);
        if (!tagged) {
            return mention.person() == null && mention.type().startsWith("PERSON") && mention.confidence() <= HEARSAY;
        }
        String words = searched.substring(start, end);
        String around = searched.substring(Math.max(0, start - BESIDE), Math.min(searched.length(), end + BESIDE));
        return !mention.type().startsWith("PERSON")
                || mention.confidence() < SURE
                || around.indexOf('\u0001') >= 0
                || OrdinaryWords.isAnyIn(words)
                || words.chars().anyMatch(Character::isDigit)
                || Titles.isOne(words.toLowerCase(Locale.ROOT));
    }

    private boolean isLeak(Mention mention, String found) {
        if (!isTelling(mention, found)) {
            return false;
        }
        Set<String> permitted = allowance.permitted();
        Action action = allowance.policy().action(mention, permitted, LinkStrength.SURE);
        return switch (action) {
            case KEEP -> false;
            case GENERALISE ->
                !Generalised.isCoarse(found, mention.type(), allowance.policy().generalising());
            case REMOVE, MASK, PSEUDONYM -> true;
        };
    }

    /// Whether anything is left of it beside pseudonyms and placeholders; a name that only a pattern suspects is
    /// none when a pseudonym is part of it.
    private static boolean isTelling(Mention mention, String found) {
        boolean replaced = found.indexOf('\u0001') >= 0;
        if (replaced && mention.person() == null) {
            return false;
        }
        return found.codePoints().filter(Character::isLetterOrDigit).count() >= 2;
    }
}
