package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.safepassage.hub.pipeline.WaitForRoom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Room on the disk of the data folder. Below the limit nothing more is pulled or sealed, before anything fails; what
/// was taken in already goes on. Thread-safe.
public final class Room {
    private static final Logger LOG = LoggerFactory.getLogger(Room.class);

    private final Disk disk;
    private final double limit;
    private final AtomicBoolean paused = new AtomicBoolean();

    /// A disk, as far as its room goes.
    @FunctionalInterface
    public interface Disk {
        /// Free share, 0 to 1.
        ///
        /// @throws IOException when it cannot be told
        double freeShare() throws IOException;

        /// The disk on which a folder lies.
        static Disk of(Path folder) {
            return () -> {
                FileStore store = Files.getFileStore(folder);
                return store.getTotalSpace() == 0 ? 0 : (double) store.getUsableSpace() / store.getTotalSpace();
            };
        }
    }

    /// @param disk of the data folder
    /// @param limit least share of free space, 0 to 1
    public Room(Disk disk, double limit) {
        this.disk = disk;
        this.limit = limit;
    }

    /// Lets the caller go on when there is room. Said in the log once when the pause begins and once when it ends.
    ///
    /// @throws WaitForRoom when there is none
    public void need() throws WaitForRoom {
        double free = share();
        if (free >= limit) {
            if (paused.getAndSet(false)) LOG.info("step=pull goes on: there is room on the disk again");
            return;
        }
        if (!paused.getAndSet(true)) LOG.warn("step=pull {}", describe(free));
        throw new WaitForRoom(describe(free));
    }

    private double share() {
        try {
            return disk.freeShare();
        } catch (IOException unknown) {
            return 0;
        }
    }

    private String describe(double free) {
        return String.format(
                Locale.ROOT,
                "paused: %.1f %% of the data folder's disk is free, pulling needs %.1f %%. Next: free some room; pulling goes on by itself",
                free * 100,
                limit * 100);
    }
}
