package org.safepassage.connectors.plumbing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorReport;

/// Collects the steps of a door's test and stops at the first that fails.
public final class StepByStep {
    /// One thing to try; answers what it saw.
    public interface Trial {
        String run() throws IOException;
    }

    private final List<DoorReport.Step> steps = new ArrayList<>();
    private boolean failed;

    /// Tries the next step unless one before it failed.
    public StepByStep then(String name, Trial trial) {
        if (failed) {
            return this;
        }
        try {
            steps.add(new DoorReport.Step(name, true, trial.run(), ""));
        } catch (DoorProblem problem) {
            failed = true;
            String said = problem.getMessage();
            steps.add(new DoorReport.Step(
                    name, false, said == null ? "" : said, problem.kind().nextAction()));
        } catch (IOException other) {
            failed = true;
            steps.add(new DoorReport.Step(
                    name,
                    false,
                    "the connection broke (" + other.getClass().getSimpleName() + ")",
                    DoorProblem.Kind.CUT.nextAction()));
        }
        return this;
    }

    /// What was tried so far.
    public DoorReport report() {
        return new DoorReport(steps);
    }
}
