package org.safepassage.connectors.folders;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.bundles.CaseNames;
import org.safepassage.connectors.bundles.ZipBundle;
import org.safepassage.connectors.plumbing.RecordPointers;
import org.safepassage.connectors.plumbing.StepByStep;

/// The parameters that all doors to shared folders have, read and checked.
public final class FolderParameters {
    private final Acknowledgement acknowledgement;
    private final CaseFolders.Shape shape;
    private final int settleSeconds;
    private final InstantSource clock;

    private FolderParameters(
            Acknowledgement acknowledgement, CaseFolders.Shape shape, int settleSeconds, InstantSource clock) {
        this.acknowledgement = acknowledgement;
        this.shape = shape;
        this.settleSeconds = settleSeconds;
        this.clock = clock;
    }

    /// @throws DoorProblem of kind CONFIGURATION that names the parameter
    public static FolderParameters of(Parameters parameters, InstantSource clock) throws DoorProblem {
        String cases = WirePaths.folder(parameters, "casesFolder");
        String done = WirePaths.resolve(cases, parameters.text("doneFolder"));
        var way = Acknowledgement.Way.valueOf(parameters.text("acknowledge").toUpperCase(Locale.ROOT));
        if (way == Acknowledgement.Way.MOVE && (done + "/").startsWith(cases + "/")) {
            throw parameters.refused("doneFolder", "must not lie in casesFolder: what is done would be pulled again");
        }
        return new FolderParameters(
                new Acknowledgement(way, cases, done, clock),
                new CaseFolders.Shape(
                        parameters.text("recordFile"),
                        marker(parameters),
                        new RecordPointers(
                                pointer(parameters, "caseNumberPointer"), pointer(parameters, "filesPointer")),
                        parameters.number("mostFiles", 1, 1_000_000),
                        bundles(parameters)),
                parameters.number("settleSeconds", 0, 3_600),
                clock);
    }

    /// The door to these files.
    ///
    /// @param firstSteps of the door's test, up to the log-in
    public PartnerDoor door(SharedFiles files, Supplier<StepByStep> firstSteps) {
        var folders = new CaseFolders(files, acknowledgement.casesFolder(), shape);
        return new FolderCases(files, firstSteps, folders, acknowledgement, settleSeconds, clock);
    }

    /// Where the cases are, in the wire spelling.
    public String casesFolder() {
        return acknowledgement.casesFolder();
    }

    private static String marker(Parameters parameters) throws DoorProblem {
        String marker = parameters.text("markerFile");
        if (marker.contains("/") || marker.equals(".") || marker.equals("..")) {
            throw parameters.refused("markerFile", "must be a plain file name");
        }
        if (!marker.isEmpty() && marker.equals(parameters.text("recordFile"))) {
            throw parameters.refused("markerFile", "must not be the record: a case without its record is never taken");
        }
        return marker;
    }

    private static Optional<CaseBundle.Kind> bundles(Parameters parameters) throws DoorProblem {
        if (parameters.find("bundleName").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CaseBundle.Kind(
                CaseNames.pattern(parameters, "bundleName"),
                parameters.text("recordFile"),
                new ZipBundle.Limits(
                        parameters.number("mostFiles", 1, 1_000_000),
                        (long) parameters.number("mostGigabytes", 1, 100_000) << 30,
                        parameters.number("mostRatio", 2, 100_000))));
    }

    private static String pointer(Parameters parameters, String name) throws DoorProblem {
        String given = parameters.text(name);
        if (!given.isEmpty() && !given.startsWith("/")) {
            throw parameters.refused(name, "must be a JSON pointer such as /exhibits/*/path");
        }
        return given;
    }
}
