package org.safepassage.connectors.sftp;

import java.time.InstantSource;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorMaker;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.folders.FolderParameters;

/// Makes the doors of `sp-sftp-cases-source`.
public final class SftpCasesMaker implements DoorMaker {
    private final InstantSource clock;

    /// For [java.util.ServiceLoader].
    public SftpCasesMaker() {
        this(InstantSource.system());
    }

    /// @param clock tells how long a file has been left alone
    SftpCasesMaker(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String kamelet() {
        return "sp-sftp-cases-source";
    }

    @Override
    public Door open(Parameters parameters) throws DoorProblem {
        var folders = FolderParameters.of(parameters, clock);
        var line = new SftpLine(SftpLogin.of(parameters));
        return folders.door(new SftpFiles(line), () -> SftpSteps.upToLogin(line));
    }
}
