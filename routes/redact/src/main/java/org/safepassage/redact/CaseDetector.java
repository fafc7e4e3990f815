package org.safepassage.redact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.recognisers.DetectionContext;
import org.safepassage.redact.recognisers.KnownIdentities;
import org.safepassage.redact.recognisers.LearnedNames;
import org.safepassage.redact.recognisers.Recogniser;
import org.safepassage.redact.recognisers.Span;
import org.safepassage.redact.recognisers.UnexplainedWords;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.TurnedText;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.Role;

/// Detection in the texts of one case: its identities are indexed once, a name that one text reveals is found in all of
/// them, twice over, and so is a number. Immutable and safe to share between threads.
public final class CaseDetector {
    private static final int ROUNDS = 2;
    /// Before a name, so that it begins no sentence.
    private static final String INSIDE = "се ";

    private final List<Recogniser> recognisers;
    private final KnownIdentities known;
    private final Map<String, Role> roles = new HashMap<>();
    private final CaseKnowledge knowledge;
    private final Set<String> toldNames;

    CaseDetector(List<Recogniser> recognisers, KnownIdentities known, List<Person> persons, CaseKnowledge knowledge) {
        this.recognisers = recognisers.stream()
                .sorted(Comparator.comparing(Recogniser::revealsNames))
                .toList();
        this.known = known;
        this.knowledge = knowledge;
        this.toldNames = toldNames(knowledge);
        persons.forEach(person -> roles.put(person.id(), person.role()));
    }

    /// Persons whose names are too short to be searched for, or longer than any word.
    public List<Notice> notices() {
        return known.unusable().stream()
                .map(id -> new Notice(id, "no name of two to sixty letters, so this person's name is not searched for"))
                .toList();
    }

    /// The mentions in one text of the case by itself.
    public List<Mention> detect(CaseText text) {
        return detect(List.of(text)).getFirst();
    }

    /// The mentions in each text, in the order of the texts.
    public List<List<Mention>> detect(List<CaseText> texts) {
        List<TextParts> parts =
                texts.stream().map(text -> new TextParts(text.text())).toList();
        Set<String> learned = toldNames;
        for (int round = 0; round < ROUNDS; round++) {
            var more = new LinkedHashSet<>(learned);
            for (int i = 0; i < texts.size(); i++) {
                learn(parts.get(i), texts.get(i).language(), learned, more);
            }
            if (more.equals(learned)) {
                break;
            }
            learned = more;
        }
        var found = new ArrayList<List<Mention>>();
        var numbers = new NumbersElsewhere();
        for (int i = 0; i < texts.size(); i++) {
            CaseText text = texts.get(i);
            var mentions = mentions(parts.get(i), new DetectionContext(text.language(), known, learned));
            numbers.learn(text.text(), mentions);
            found.add(mentions);
        }
        var result = new ArrayList<List<Mention>>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i).text();
            List<Mention> mentions = found.get(i);
            mentions.addAll(numbers.in(text, mentions));
            mentions.addAll(turned(text, mentions));
            result.add(knowledge.corrected(text, Overlaps.tidy(mentions)));
        }
        return result;
    }

    /// Reviewers mark a name in the form in which it stands, which need not be its first: its stem is sought too, as if
    /// a
    /// text had revealed it.
    private static Set<String> toldNames(CaseKnowledge knowledge) {
        var learned = new LinkedHashSet<String>();
        for (String name : knowledge.allNames()) {
            var text = NormalText.of(INSIDE + name);
            var told = new Span(INSIDE.length(), text.chars().length(), "PERSON", null, 1);
            LearnedNames.learn(text, List.of(told), false, learned);
        }
        return learned;
    }

    private void learn(TextParts parts, String language, Set<String> learned, Set<String> more) {
        var context = new DetectionContext(language, known, learned);
        for (TextParts.Part part : parts) {
            for (Recogniser recogniser : recognisers) {
                if (recogniser.revealsNames()) {
                    boolean tagged = recogniser.learned();
                    LearnedNames.learn(part.normal(), recogniser.find(part.normal(), context), tagged, more);
                }
            }
        }
    }

    private List<Mention> mentions(TextParts parts, DetectionContext context) {
        var mentions = new ArrayList<Mention>();
        for (TextParts.Part part : parts) {
            var leftovers = new Leftovers(part.normal());
            var found = new ArrayList<Span>();
            for (Recogniser recogniser : recognisers) {
                for (Span span : recogniser.find(part.normal(), context)) {
                    found.add(span);
                    if (recogniser.revealsNames()) {
                        leftovers.of(span).forEach(rest -> mentions.add(mention(rest, part, recogniser.name())));
                    } else {
                        mentions.add(mention(span, part, recogniser.name()));
                    }
                    if (span.person() != null && span.type().startsWith("PERSON")) {
                        leftovers.link(span);
                    }
                }
            }
            for (Span span : UnexplainedWords.beside(part.normal(), found)) {
                mentions.add(mention(span, part, UnexplainedWords.NAME));
            }
        }
        return mentions;
    }

    /// Nobody can tell whose words an override hides: all of them go. But marks of direction also come along when
    /// text is copied: a known name there, read as it is stored, shows that nothing is turned; and where every
    /// word is a person's as it is stored, nothing is left to hide.
    private static List<Mention> turned(String text, List<Mention> mentions) {
        List<TurnedText.Stretch> stretches = TurnedText.in(text);
        if (stretches.isEmpty()) {
            return List.of();
        }
        var known = new BitSet();
        var found = new BitSet();
        for (Mention mention : mentions) {
            if (mention.type().startsWith("PERSON")) {
                found.set(mention.start(), mention.end());
            }
            if (mention.person() != null) {
                known.set(mention.start(), mention.end());
            }
        }
        return stretches.stream()
                .filter(stretch -> known.get(stretch.start(), stretch.end()).isEmpty())
                .filter(stretch -> !stretch.isWithin(found))
                .map(stretch -> new Mention(stretch.start(), stretch.end(), "PERSON", null, null, 1, "turned-text"))
                .toList();
    }

    private Mention mention(Span span, TextParts.Part part, String recogniser) {
        NormalText normal = part.normal();
        int start = part.offset() + normal.originalStart(span.start());
        int end = part.offset() + normal.originalEnd(span.end());
        @Nullable String person = span.person();
        Role role = person == null ? null : roles.get(person);
        return new Mention(start, end, span.type(), person, role, span.confidence(), recogniser);
    }
}
