package org.safepassage.redact.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.CaseText;
import org.safepassage.redact.Detector;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.pseudonyms.MemoryRegister;
import org.safepassage.redact.pseudonyms.PseudonymMaker;
import org.safepassage.redact.pseudonyms.Pseudonyms;
import org.safepassage.redact.pseudonyms.Wording;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.Sex;

/// What redaction makes of the names in the texts of a case, when nobody has permitted to be named: who stays, who
/// goes,
/// and under which code, for two recipients. Figures stand under the policy's name as their type.
final class PolicyScore {
    /// Codes are drawn from these instead of a secure source, so that a figure can be had again.
    private static final List<Long> RECIPIENTS = List.of(1L, 2L);

    private final Detector detector;
    private final Tallies tallies;

    PolicyScore(Detector detector, Tallies tallies) {
        this.detector = detector;
        this.tallies = tallies;
    }

    void add(Corpus corpus, List<Policy> policies) {
        var cases = new LinkedHashMap<String, List<AnnotatedText>>();
        corpus.texts()
                .forEach(text -> cases.computeIfAbsent(text.caseId(), id -> new ArrayList<>())
                        .add(text));
        cases.values().forEach(texts -> {
            List<List<Mention>> found = detector.forCase(texts.getFirst().persons())
                    .detect(texts.stream()
                            .map(text -> new CaseText(text.id(), text.text(), text.language()))
                            .toList());
            policies.forEach(policy -> add(corpus.name(), texts, found, policy));
        });
    }

    private void add(String corpus, List<AnnotatedText> texts, List<List<Mention>> found, Policy policy) {
        var codes = new ArrayList<Map<String, Set<String>>>();
        for (long recipient : RECIPIENTS) {
            var shown = new ShownCodes(new PseudonymMaker(
                    new MemoryRegister(),
                    new SplittableRandom(recipient + texts.getFirst().caseId().hashCode())));
            var allowance = new Allowance(
                    policy,
                    Set.of(),
                    texts.getFirst().persons(),
                    shown,
                    texts.getFirst().caseId() + "/");
            var byPerson = new LinkedHashMap<String, Set<String>>();
            codes.add(byPerson);
            for (int i = 0; i < texts.size(); i++) {
                Place place = new Place(corpus, texts.get(i).language(), Place.AS_WRITTEN);
                names(place, texts.get(i), found.get(i), allowance, shown, byPerson, recipient == 1L);
            }
        }
        Place place = new Place(corpus, texts.getFirst().language(), Place.AS_WRITTEN);
        codes.getFirst().values().stream().flatMap(Set::stream).distinct().forEach(code -> {
            long persons = codes.getFirst().values().stream()
                    .filter(own -> own.contains(code))
                    .count();
            tallies.add(place, policy.name(), Measure.ONE_PERSON, persons == 1);
        });
        codes.getFirst().forEach((person, own) -> {
            tallies.add(place, policy.name(), Measure.ONE_PSEUDONYM, own.size() == 1);
            Set<String> elsewhere = codes.getLast().getOrDefault(person, Set.of());
            tallies.add(
                    place, policy.name(), Measure.SHARED_PSEUDONYM, own.stream().anyMatch(elsewhere::contains));
        });
    }

    private void names(
            Place place,
            AnnotatedText text,
            List<Mention> found,
            Allowance allowance,
            ShownCodes shown,
            Map<String, Set<String>> byPerson,
            boolean counted) {
        var cells = new Cells(text.text(), found);
        String policy = allowance.policy().name();
        for (AnnotatedMention mention : text.mentions()) {
            if (!mention.namesPerson()) {
                continue;
            }
            shown.keys.clear();
            var kept = new Kept(mention, text, cells, allowance);
            if (counted) {
                boolean named = mayBeNamed(mention, allowance);
                Measure measure = named ? Measure.WRONGLY_REMOVED : Measure.WRONGLY_KEPT;
                boolean wrong = named ? !kept.whole : kept.something;
                tallies.add(place, policy, measure, wrong);
                if (wrong) {
                    tallies.miss(place, text, mention, policy, measure);
                }
            }
            if (!shown.keys.isEmpty() && text.records(mention.entity())) {
                byPerson.computeIfAbsent(mention.entity(), person -> new HashSet<>())
                        .addAll(shown.keys.values());
                boolean own = shown.keys.keySet().equals(Set.of(allowance.entityPrefix() + mention.entity()));
                if (counted) {
                    tallies.add(place, policy, Measure.OWN_PSEUDONYM, own);
                }
            }
        }
    }

    private static boolean mayBeNamed(AnnotatedMention mention, Allowance allowance) {
        return allowance.persons().stream()
                .filter((Person person) -> person.id().equals(mention.entity()))
                .anyMatch(allowance::names);
    }

    /// How much of a name stands after redaction.
    private static final class Kept {
        private boolean whole = true;
        private boolean something;

        Kept(AnnotatedMention mention, AnnotatedText text, Cells cells, Allowance allowance) {
            int[] points = text.text().codePoints().toArray();
            for (Cells.Cell cell : cells.of(mention)) {
                Set<String> after = Cells.words(Cells.redacted(cell, text.language(), allowance));
                int from = Math.max(cell.start(), mention.start());
                int to = Math.min(cell.end(), mention.end());
                for (String word : Cells.words(new String(points, from, to - from))) {
                    boolean stands = after.contains(word);
                    whole &= stands;
                    something |= stands;
                }
            }
        }
    }

    /// Codes on their way into a text. For one thread.
    private static final class ShownCodes implements Pseudonyms {
        private final PseudonymMaker maker;
        private final Map<String, String> keys = new HashMap<>();

        ShownCodes(PseudonymMaker maker) {
            this.maker = maker;
        }

        @Override
        public String of(String entityKey, String type, Sex sex, String language) {
            return in(entityKey, type, Wording.alone(language, sex));
        }

        @Override
        public String in(String entityKey, String type, Wording wording) {
            // In one language: what stands beside a code differs with the sentence and is not the code.
            keys.put(entityKey, maker.of(entityKey, type, Sex.UNKNOWN, "en"));
            return maker.in(entityKey, type, wording);
        }
    }
}
