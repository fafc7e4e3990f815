package org.safepassage.connectors;

import java.util.List;

/// How the test of a door went, step by step; steps after a failed one are not tried. Holds no secret.
///
/// @param steps in the order they were tried
public record DoorReport(List<Step> steps) {
    public DoorReport {
        steps = List.copyOf(steps);
    }

    /// One step, such as `resolve`, `connect`, `host-key`, `authenticate`, `list`.
    ///
    /// @param name what was tried
    /// @param passed whether it succeeded
    /// @param detail what was seen, or why it failed
    /// @param nextAction what the operator does; empty when passed
    public record Step(String name, boolean passed, String detail, String nextAction) {}

    /// Whether every step passed.
    public boolean passed() {
        return !steps.isEmpty() && steps.stream().allMatch(Step::passed);
    }
}
