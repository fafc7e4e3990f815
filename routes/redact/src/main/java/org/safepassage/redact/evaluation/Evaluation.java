package org.safepassage.redact.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.safepassage.redact.CaseDetector;
import org.safepassage.redact.CaseText;
import org.safepassage.redact.Detector;
import org.safepassage.redact.policies.Policy;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Person;

/// Runs a detector over annotated texts and counts. Texts of a corpus without persons, and the invented testimonies,
/// are
/// read without a record; texts with persons, and the testimonies again, with the record, of which only the layer of
/// known identities is counted. Each also in small letters and in capitals. For one thread.
public final class Evaluation {
    private final Detector detector;
    private final List<Policy> policies;
    private final LongSupplier cpu;
    private final Tallies tallies;

    /// An evaluation.
    ///
    /// @param detector what is evaluated
    /// @param policies under which the testimonies are redacted
    /// @param cpu nanoseconds of CPU that the calling thread has used
    /// @param misses receives each mention that is counted against the detector, as it is found
    public Evaluation(Detector detector, List<Policy> policies, LongSupplier cpu, Consumer<Miss> misses) {
        this.detector = detector;
        this.policies = List.copyOf(policies);
        this.cpu = cpu;
        this.tallies = new Tallies(misses);
    }

    /// The testimonies of this room.
    public static Corpus testimonies() {
        return Testimonies.corpus();
    }

    /// Every `*.jsonl` of a folder, in the order of names.
    ///
    /// @throws BadCorpus at the first line that cannot be used
    /// @throws IOException when the folder or a file cannot be read, or there is none
    public static List<Corpus> corpora(Path folder) throws IOException, BadCorpus {
        return CorpusFile.folder(folder);
    }

    /// The figures of these corpora, in their order.
    public Results run(List<Corpus> corpora) {
        long before = cpu.getAsLong();
        List.of("be", "ru", "en")
                .forEach(language -> detector.detect("Ivan Petrov, Иван Петров.", language, List.of()));
        long start = cpu.getAsLong() - before;
        var speeds = new ArrayList<Speed>();
        for (Corpus corpus : corpora) {
            speeds.add(measure(corpus));
        }
        return new Results(tallies.figures(), speeds, start);
    }

    private Speed measure(Corpus corpus) {
        corpus.texts().forEach(text -> count(corpus, text, Place.AS_WRITTEN));
        for (Spoiling spoiling : Spoiling.values()) {
            if (corpus.invented() || spoiling == Spoiling.LOWER || spoiling == Spoiling.UPPER) {
                corpus.texts().forEach(text -> count(corpus, spoiling.of(text), spoiling.label()));
            }
        }
        if (corpus.invented()) {
            new PolicyScore(detector, tallies).add(corpus, policies);
        }
        return speed(corpus);
    }

    private void count(Corpus corpus, AnnotatedText text, String slice) {
        var place = new Place(corpus.name(), text.language(), slice);
        var grid = new Grid(text.text());
        boolean recorded = !text.persons().isEmpty();
        if (!recorded || corpus.invented()) {
            List<Mention> found = detect(text, List.of());
            new NameScore(tallies).add(place, text, grid, found);
            if (text.mentions().stream().anyMatch(mention -> mention.weight() != AnnotatedMention.Weight.UNSAID)) {
                new EntityScore(tallies).add(place, text, grid, found);
            }
        }
        if (recorded) {
            new KnownScore(tallies).add(place, text, grid, detect(text, text.persons()));
        }
    }

    private List<Mention> detect(AnnotatedText text, List<Person> persons) {
        return detector.detect(text.text(), text.language(), persons);
    }

    /// The matcher of a case's identities is made beforehand: it is made once for all texts of a case.
    private Speed speed(Corpus corpus) {
        long words = 0;
        long nanos = 0;
        for (AnnotatedText text : corpus.texts()) {
            CaseDetector forCase = detector.forCase(corpus.invented() ? List.of() : text.persons());
            var read = new CaseText(text.id(), text.text(), text.language());
            long before = cpu.getAsLong();
            forCase.detect(read);
            nanos += cpu.getAsLong() - before;
            words += new Grid(text.text()).size();
        }
        return new Speed(corpus.name(), words, nanos);
    }
}
