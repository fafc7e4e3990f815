package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Room on the disk of the data folder. Below the limit pulling pauses before anything fails.
public final class Room {
    private final Path data;
    private final double limit;

    /// @param data the data folder
    /// @param limit least share of free space, 0 to 1
    public Room(Path data, double limit) {
        this.data = data;
        this.limit = limit;
    }

    /// Whether pulling may go on.
    public boolean isEnough() {
        return share() >= limit;
    }

    /// Free share of the disk, 0 to 1; 0 when it cannot be told.
    public double share() {
        try {
            FileStore store = Files.getFileStore(data);
            return store.getTotalSpace() == 0 ? 0 : (double) store.getUsableSpace() / store.getTotalSpace();
        } catch (IOException unknown) {
            return 0;
        }
    }

    /// For the operator.
    public String describe() {
        return String.format(
                Locale.ROOT,
                "%.1f %% of the data folder's disk is free, pulling needs %.1f %%: free some room",
                share() * 100,
                limit * 100);
    }
}
