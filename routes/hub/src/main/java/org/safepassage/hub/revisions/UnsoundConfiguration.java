package org.safepassage.hub.revisions;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.safepassage.hub.configuration.ConfigProblem;

/// A configuration that cannot be used; the message tells every problem by file, line and place, a line each.
public final class UnsoundConfiguration extends IOException {
    private final transient List<ConfigProblem> problems;

    /// @param problems at least one
    public UnsoundConfiguration(List<ConfigProblem> problems) {
        super(problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /// Everything that is wrong.
    public List<ConfigProblem> problems() {
        return problems;
    }
}
