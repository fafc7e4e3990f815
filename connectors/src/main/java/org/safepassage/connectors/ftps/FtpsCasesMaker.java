package org.safepassage.connectors.ftps;

import java.time.InstantSource;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorMaker;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.folders.FolderParameters;

/// Makes the doors of `sp-ftps-cases-source`.
public final class FtpsCasesMaker implements DoorMaker {
    @Override
    public String kamelet() {
        return "sp-ftps-cases-source";
    }

    @Override
    public Door open(Parameters parameters) throws DoorProblem {
        var folders = FolderParameters.of(parameters, InstantSource.system());
        var line = new FtpsLine(FtpsLogin.of(parameters));
        return folders.door(new FtpsFiles(line), line::steps);
    }
}
