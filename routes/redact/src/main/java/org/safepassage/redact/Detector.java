package org.safepassage.redact;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.safepassage.redact.recognisers.KnownIdentities;
import org.safepassage.redact.recognisers.Recogniser;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Person;

/// Finds whatever points to a person in a text. Immutable and safe to share between threads.
///
/// For one text, [#detect]. For the texts of a case, [#forCase] builds the matcher of its identities once and lets what
/// one text reveals be found in the others. A mention without a person is to be treated as anybody's.
public final class Detector {
    private static final Detector STANDARD =
            new Detector(ServiceLoader.load(Recogniser.class, Detector.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList());

    private final List<Recogniser> recognisers;

    /// A detector with these recognisers.
    public Detector(List<Recogniser> recognisers) {
        this.recognisers = List.copyOf(recognisers);
    }

    /// The detector with every recogniser that the service loader finds, made once.
    public static Detector standard() {
        return STANDARD;
    }

    /// This detector with one more recogniser, of which the service loader knows nothing.
    public Detector with(Recogniser more) {
        return new Detector(Stream.concat(recognisers.stream(), Stream.of(more)).toList());
    }

    /// The mentions in one text; `language` is a BCP 47 tag or `und`.
    public List<Mention> detect(String text, String language, List<Person> persons) {
        return detection(text, language, persons).mentions();
    }

    /// The mentions in one text, and which persons could not be searched for.
    public Detection detection(String text, String language, List<Person> persons) {
        CaseDetector forCase = forCase(persons);
        return new Detection(forCase.detect(new CaseText("text", text, language)), forCase.notices());
    }

    /// A detector for the texts of one case.
    public CaseDetector forCase(List<Person> persons) {
        return forCase(persons, CaseKnowledge.NONE);
    }

    /// A detector for the texts of one case, of which reviewers said more than its record says.
    public CaseDetector forCase(List<Person> recorded, CaseKnowledge knowledge) {
        List<Person> persons = knowledge.persons(recorded);
        return new CaseDetector(recognisers, KnownIdentities.of(persons), persons, knowledge);
    }
}
