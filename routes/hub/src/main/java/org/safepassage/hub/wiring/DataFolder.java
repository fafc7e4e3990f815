package org.safepassage.hub.wiring;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/// The data folder, held by one hub at a time. A second hub is refused with the owner named; a folder made by a newer
/// hub is refused untouched.
public final class DataFolder implements AutoCloseable {
    /// Format that this hub writes. A folder of an older format is upgraded, a newer one refused.
    public static final int FORMAT = 1;

    private final FileChannel channel;

    private DataFolder(FileChannel channel) {
        this.channel = channel;
    }

    /// The folder cannot be used; the message says why and what to do.
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /// Takes the folder, made when absent.
    ///
    /// @throws Refused when another hub holds it or a newer one made it
    public static DataFolder take(Path data) throws IOException {
        Path format = data.resolve("format");
        if (Files.exists(format)) {
            int found = Integer.parseInt(
                    Files.readString(format, StandardCharsets.UTF_8).strip());
            if (found > FORMAT) {
                throw new Refused("the data folder has format " + found + ", this hub knows " + FORMAT
                        + ": start the newer hub; nothing was touched");
            }
        }
        Path run = Files.createDirectories(data.resolve("run"));
        Path owner = run.resolve("owner");
        var channel = FileChannel.open(run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            String told = Files.exists(owner)
                    ? Files.readString(owner, StandardCharsets.UTF_8).strip()
                    : "an unknown process";
            throw new Refused(
                    "another hub holds this data folder: " + told + ". Stop it, or name another folder with --data");
        }
        Files.writeString(
                owner,
                "process " + ProcessHandle.current().pid() + " since " + Instant.now() + "\n",
                StandardCharsets.UTF_8);
        if (!Files.exists(format)) Files.writeString(format, FORMAT + "\n", StandardCharsets.UTF_8);
        return new DataFolder(channel);
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
