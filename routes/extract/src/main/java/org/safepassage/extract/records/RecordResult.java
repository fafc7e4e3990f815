package org.safepassage.extract.records;

import java.util.List;
import org.safepassage.schemas.CaseFile;

/// What became of a partner's record.
public sealed interface RecordResult {
    /// The record is a case file.
    record Valid(CaseFile caseFile) implements RecordResult {}

    /// The record is held until the partner has mended it.
    ///
    /// @param problems at least one, in the record's order
    record Invalid(List<Problem> problems) implements RecordResult {
        public Invalid {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("an invalid record has a problem");
            }
        }

        static Invalid of(String field, String place, String message) {
            return new Invalid(List.of(new Problem(field, place, message)));
        }
    }
}
