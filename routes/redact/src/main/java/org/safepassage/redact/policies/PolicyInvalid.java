package org.safepassage.redact.policies;

import java.util.List;

/// A policy file cannot be used. Each problem names file, line where it is known, field and what to do.
public final class PolicyInvalid extends Exception {
    private final List<String> problems;

    /// One sentence a problem.
    public PolicyInvalid(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /// One sentence a problem.
    public List<String> problems() {
        return problems;
    }
}
