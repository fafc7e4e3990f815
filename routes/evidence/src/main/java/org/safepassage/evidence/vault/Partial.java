package org.safepassage.evidence.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;

/// An object that is being written, encrypted, under a name of its own. It holds a file lock, which the system frees
/// when the process dies: so a sweep tells what a dead process left from what a living one is writing. Writing to a
/// disk without room throws [VaultFull].
final class Partial implements AutoCloseable {
    private static final String SUFFIX = ".part";

    private final Path file;
    private final FileChannel channel;

    private Partial(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Begins an object.
    static Partial create(Path folder) throws IOException {
        try {
            return begun(folder);
        } catch (IOException e) {
            throw VaultFull.or(e, folder);
        }
    }

    private static Partial begun(Path folder) throws IOException {
        while (true) {
            Path file = folder.resolve(UUID.randomUUID() + SUFFIX);
            FileChannel channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    Durable.ownerOnlyFile(folder));
            FileLock lock = channel.tryLock();
            // A sweep may fall between the creation and the lock; then another name is taken.
            if (lock != null && Files.exists(file)) {
                channel.position(ObjectHeader.LENGTH);
                return new Partial(file, channel);
            }
            channel.close();
            Files.deleteIfExists(file);
        }
    }

    /// Removes what dead processes left; what a living one writes stays.
    ///
    /// @return how many files were removed
    static int sweep(Path folder) throws IOException {
        int swept = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                if (isAbandoned(file) && Files.deleteIfExists(file)) {
                    swept++;
                }
            }
        }
        return swept;
    }

    /// Where the body goes; closing it leaves the file open.
    OutputStream body() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                ByteBuffer rest = ByteBuffer.wrap(bytes, from, length);
                try {
                    while (rest.hasRemaining()) {
                        channel.write(rest);
                    }
                } catch (IOException e) {
                    throw VaultFull.or(e, Durable.folderOf(file));
                }
            }
        };
    }

    /// Writes the first slot and leaves the second a hole, then flushes the file to the disk.
    void complete(byte[] slot) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(slot);
        try {
            while (rest.hasRemaining()) {
                channel.write(rest, rest.position());
            }
            channel.force(true);
        } catch (IOException e) {
            throw VaultFull.or(e, Durable.folderOf(file));
        }
    }

    /// Gives the object its name, for good.
    void publish(Path target) throws IOException {
        try {
            Durable.rename(file, target);
        } catch (IOException e) {
            throw VaultFull.or(e, Durable.folderOf(file));
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }

    private static boolean isAbandoned(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // this very process is writing it
        } catch (NoSuchFileException e) {
            return false; // its writer finished it meanwhile
        }
    }
}
