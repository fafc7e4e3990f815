package org.safepassage.connectors.peers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// A small file system in memory, mounted for a test. Only root may mount: a test run by anybody else is
/// skipped, and says so.
public final class MountedShare {
    private static final String MOUNT = "/usr/bin/mount";

    private MountedShare() {}

    /// @param options as mount(8) has them for tmpfs
    public static void mount(Path point, String options) {
        Assumptions.assumeTrue(mayMount(point), "only root may mount a file system for this test");
        Peer.run("mount", List.of(MOUNT, "-t", "tmpfs", "-o", options, "tmpfs", point.toString()));
    }

    private static boolean mayMount(Path point) {
        try {
            Peer.run("mount", List.of(MOUNT, "-t", "tmpfs", "-o", "size=4k", "tmpfs", point.toString()));
            Peer.run("mount", List.of("/usr/bin/umount", point.toString()));
            return true;
        } catch (AssertionError refused) {
            return false;
        }
    }

    /// Takes away the right to write.
    public static void readOnly(Path point) {
        Peer.run("mount", List.of(MOUNT, "-o", "remount,ro", point.toString()));
    }

    /// Leaves the mount point empty, as it was before.
    public static void unmountIfMounted(Path point) {
        if (Files.exists(point)) {
            try {
                Peer.run("mount", List.of("/usr/bin/umount", point.toString()));
            } catch (AssertionError notMounted) {
                // Nothing was mounted there.
            }
        }
    }
}
