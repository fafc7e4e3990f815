package org.safepassage.redact.evaluation.network;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Person;

/// One case of a sample network: what its record knows, what its documents say, and what was planted in them.
///
/// @param id the sample's own id
/// @param caseNumber the partner's
/// @param persons whom the record names
/// @param documents that could be read
/// @param planted in the case's files, its record among them
/// @param permitted who may be named to each recipient who is to get the case, by the recipient's name
public record SampledCase(
        String id,
        String caseNumber,
        List<Person> persons,
        List<Document> documents,
        List<Planted> planted,
        Map<String, Set<String>> permitted) {
    public SampledCase {
        persons = List.copyOf(persons);
        documents = List.copyOf(documents);
        planted = List.copyOf(planted);
        permitted = Map.copyOf(permitted);
    }

    List<Planted> plantedIn(String file) {
        return planted.stream().filter(form -> form.file().equals(file)).toList();
    }

    /// A document.
    ///
    /// @param id such as `x3`
    /// @param file where it lies in the sample
    /// @param extraction what was read of it
    public record Document(String id, String file, Extraction extraction) {}

    /// One identity as it was written somewhere.
    ///
    /// @param file that shows it
    /// @param person id of whose it is
    /// @param type as of mentions
    public record Planted(String file, String person, String type, String value) {
        boolean isName() {
            return type.startsWith("PERSON");
        }

        /// Whether it was written wrong on purpose.
        boolean isSpoilt() {
            return type.equals("PERSON.MISSPELT") || type.equals("PERSON.OCR");
        }

        /// Whether every policy takes it away from whoever may not be named.
        boolean isDirect() {
            return isName() || type.startsWith("CONTACT") || type.startsWith("CODE") || type.equals("LOCATION.ADDRESS");
        }

        @Override
        public String toString() {
            return "Planted[" + file + ", " + person + ", " + type + "]";
        }
    }

    @Override
    public String toString() {
        return "SampledCase[" + id + "]";
    }
}
