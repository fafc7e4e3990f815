package org.safepassage.hub.wiring;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /// Brings a folder from one format to the next. May be cut short at any instant and is then run again from the
    /// start, so it must not mind what is done already.
    @FunctionalInterface
    interface Upgrade {
        /// @throws IOException when the folder cannot be upgraded; it keeps its format
        void run(Path data) throws IOException;
    }

    /// Upgrades by the format that they start from. None yet: format 1 is the first.
    private static final SortedMap<Integer, Upgrade> UPGRADES = new TreeMap<>();

    /// Takes the folder, made when absent.
    ///
    /// @throws Refused when another hub holds it, a newer one made it or its format cannot be told
    public static DataFolder take(Path data) throws IOException {
        return take(data, FORMAT, UPGRADES);
    }

    static DataFolder take(Path data, int newest, SortedMap<Integer, Upgrade> upgrades) throws IOException {
        Path format = data.resolve("format");
        needKnown(format, newest);
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
        try {
            Files.writeString(
                    owner,
                    "process " + ProcessHandle.current().pid() + " since " + Instant.now() + "\n",
                    StandardCharsets.UTF_8);
            upgrade(data, format, newest, upgrades);
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
        return new DataFolder(channel);
    }

    /// Asked again under the lock: the hub that held the folder may have been a newer one.
    private static void upgrade(Path data, Path format, int newest, SortedMap<Integer, Upgrade> upgrades)
            throws IOException {
        for (int found = needKnown(format, newest); found < newest; found++) {
            Upgrade upgrade = upgrades.get(found);
            if (upgrade == null) throw new Refused("the data folder has format " + found + ", too old for this hub");
            upgrade.run(data);
            write(format, found + 1);
        }
        if (!Files.exists(format)) write(format, newest);
    }

    private static int needKnown(Path format, int newest) throws IOException {
        if (!Files.exists(format)) return newest;
        String written = Files.readString(format, StandardCharsets.UTF_8).strip();
        if (!written.matches("[1-9][0-9]{0,5}"))
            throw new Refused("the file 'format' of the data folder is damaged: restore it from a backup; "
                    + "nothing was touched");
        int found = Integer.parseInt(written);
        if (found > newest)
            throw new Refused("the data folder has format " + found + ", this hub knows " + newest
                    + ": start the newer hub; nothing was touched");
        return found;
    }

    private static void write(Path format, int number) throws IOException {
        Path partial = format.resolveSibling("format.part");
        Files.writeString(partial, number + "\n", StandardCharsets.UTF_8);
        Files.move(partial, format, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
