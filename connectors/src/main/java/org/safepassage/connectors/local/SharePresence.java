package org.safepassage.connectors.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.folders.WirePaths;

/// Tells a share that is gone from one that is empty: an empty mount point looks like a partner without
/// cases.
///
/// @param presenceFile a file on the share that is always there
/// @param mountPoint where something must be mounted
record SharePresence(Optional<Path> presenceFile, Optional<Path> mountPoint) {
    /// Reads the parameters `presenceFile`, counted from a folder, and `mountPoint`.
    ///
    /// @param folder in its wire spelling
    static SharePresence of(Parameters parameters, String folder) throws DoorProblem {
        Optional<Path> file =
                parameters.find("presenceFile").map(given -> LocalPaths.path(WirePaths.resolve(folder, given)));
        if (parameters.find("mountPoint").isEmpty()) {
            return new SharePresence(file, Optional.empty());
        }
        String mount = absolute(parameters, "mountPoint");
        if (!(folder + "/").startsWith(mount + "/")) {
            throw parameters.refused("mountPoint", "must be a folder that the other folder lies in");
        }
        return new SharePresence(file, Optional.of(LocalPaths.path(mount)));
    }

    /// A folder parameter that must be absolute, in its wire spelling.
    static String absolute(Parameters parameters, String name) throws DoorProblem {
        String folder = WirePaths.folder(parameters, name);
        if (!folder.startsWith("/") || folder.equals("/")) {
            throw parameters.refused(name, "must be an absolute folder, not the root");
        }
        return folder;
    }

    /// @throws DoorProblem of kind UNREACHABLE when the share is not there
    void check() throws DoorProblem {
        if (mountPoint.isPresent() && !mounted(mountPoint.get())) {
            throw new DoorProblem(Kind.UNREACHABLE, "nothing is mounted where mountPoint says: mount the share");
        }
        if (presenceFile.isPresent() && !Files.exists(presenceFile.get())) {
            throw new DoorProblem(
                    Kind.UNREACHABLE, "the file that presenceFile names is not there: check that the share is mounted");
        }
    }

    /// As mountpoint(1) has it: the folder is on another device than the folder it is in.
    private static boolean mounted(Path folder) {
        try {
            Path real = folder.toRealPath();
            Path above = real.getParent();
            return above == null || !device(real).equals(device(above));
        } catch (IOException gone) {
            return false;
        }
    }

    /// The device that a file is on.
    static Object device(Path path) throws IOException {
        return Files.getAttribute(path, "unix:dev");
    }
}
