package org.safepassage.connectors.sftp;

import java.time.InstantSource;
import java.util.Locale;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorMaker;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.plumbing.RecordPointers;

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
        String cases = SftpFolders.folder(parameters, "casesFolder");
        String done = SftpFolders.resolve(cases, parameters.text("doneFolder"));
        var way = Acknowledgement.Way.valueOf(parameters.text("acknowledge").toUpperCase(Locale.ROOT));
        if (way == Acknowledgement.Way.MOVE && (done + "/").startsWith(cases + "/")) {
            throw parameters.refused("doneFolder", "must not lie in casesFolder: what is done would be pulled again");
        }
        var pointers = new RecordPointers(
                SftpFolders.pointer(parameters, "caseNumberPointer"), SftpFolders.pointer(parameters, "filesPointer"));
        var line = new SftpLine(SftpLogin.of(parameters));
        return new SftpCases(
                line,
                new CaseFolders(
                        line,
                        cases,
                        parameters.text("recordFile"),
                        pointers,
                        parameters.number("mostFiles", 1, 1_000_000)),
                new Acknowledgement(way, cases, done, clock),
                parameters.number("settleSeconds", 0, 3_600),
                clock);
    }
}
