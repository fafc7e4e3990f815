package org.safepassage.connectors.s3;

import java.time.Clock;
import java.util.Optional;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorMaker;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.bundles.CaseNames;
import org.safepassage.connectors.bundles.ZipBundle;
import org.safepassage.connectors.plumbing.RecordPointers;

/// Makes the doors of `sp-s3-cases-source`.
public final class S3CasesMaker implements DoorMaker {
    @Override
    public String kamelet() {
        return "sp-s3-cases-source";
    }

    @Override
    public Door open(Parameters parameters) throws DoorProblem {
        String prefix = S3Parameters.prefix(parameters, "casesPrefix");
        String done = S3Parameters.prefix(parameters, "donePrefix");
        var way = S3Cases.Acknowledgement.of(parameters.text("acknowledge"));
        if (way == S3Cases.Acknowledgement.MOVE && (done.isEmpty() || done.startsWith(prefix))) {
            throw parameters.refused(
                    "donePrefix", "must not lie below casesPrefix: what is done would be pulled again");
        }
        var line = S3Parameters.line(parameters, Clock.systemUTC());
        var objects = new S3Objects(line, parameters.flag("versions"));
        var keys = new CasePrefixes(
                objects,
                prefix,
                parameters.text("recordFile"),
                new RecordPointers(pointer(parameters, "caseNumberPointer"), pointer(parameters, "filesPointer")),
                parameters.number("mostFiles", 1, 1_000_000),
                parameters.find("bundleName").isEmpty()
                        ? Optional.empty()
                        : Optional.of(CaseNames.pattern(parameters, "bundleName")));
        var limits = new ZipBundle.Limits(
                parameters.number("mostFiles", 1, 1_000_000),
                (long) parameters.number("mostGigabytes", 1, 100_000) << 30,
                parameters.number("mostRatio", 2, 100_000));
        return new S3Cases(
                objects,
                keys,
                new S3Cases.Bundles(parameters.text("recordFile"), limits),
                way,
                new DoneMove(objects, done, DoneMove.LARGEST_COPY),
                parameters.number("settleSeconds", 0, 3_600));
    }

    private static String pointer(Parameters parameters, String name) throws DoorProblem {
        String given = parameters.text(name);
        if (!given.isEmpty() && !given.startsWith("/")) {
            throw parameters.refused(name, "must be a JSON pointer such as /exhibits/*/path");
        }
        return given;
    }
}
