package org.safepassage.release.agreements;

import java.util.List;

/// Agreements that cannot be used as written. One problem a line: file, line, field, what is wrong and what to do.
public final class InvalidAgreementsException extends Exception {
    private final transient List<String> problems;

    InvalidAgreementsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /// Every problem of every file, in the order of the files' names.
    public List<String> problems() {
        return problems;
    }
}
