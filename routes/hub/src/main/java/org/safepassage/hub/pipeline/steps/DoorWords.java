package org.safepassage.hub.pipeline.steps;

import org.safepassage.connectors.DoorProblem;

/// A problem at a door in one sentence for the operator: its kind, what was seen, what to do next.
public final class DoorWords {
    private DoorWords() {}

    /// Such as `LOGIN_REFUSED: the server refused user hub. Next: Check user, password or key with the partner`.
    public static String of(DoorProblem problem) {
        return problem.kind() + ": " + problem.getMessage() + ". Next: "
                + problem.kind().nextAction();
    }
}
