package org.safepassage.connectors.local;

import java.nio.file.Files;
import java.time.InstantSource;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorMaker;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.folders.FolderParameters;
import org.safepassage.connectors.plumbing.StepByStep;

/// Makes the doors of `sp-folder-cases-source`.
public final class LocalCasesMaker implements DoorMaker {
    @Override
    public String kamelet() {
        return "sp-folder-cases-source";
    }

    @Override
    public Door open(Parameters parameters) throws DoorProblem {
        String cases = SharePresence.absolute(parameters, "casesFolder");
        var presence = SharePresence.of(parameters, cases);
        var folders = FolderParameters.of(parameters, InstantSource.system());
        return folders.door(
                new LocalFiles(cases, presence),
                () -> new StepByStep().then("share", () -> {
                    presence.check();
                    if (!Files.isDirectory(LocalPaths.path(cases))) {
                        throw new DoorProblem(Kind.NOT_FOUND, "there is no folder as casesFolder says");
                    }
                    return "the share is there";
                }));
    }
}
