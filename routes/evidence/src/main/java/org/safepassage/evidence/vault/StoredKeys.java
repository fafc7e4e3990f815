package org.safepassage.evidence.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.safepassage.evidence.vault.KeyRingException.Reason;

/// A key file on its disk: its owner, its lock, and how it is replaced whole. Every trouble with it becomes a
/// [KeyRingException]. Safe for several threads and processes.
///
/// @param file its real path
/// @param wrapping what its passphrase became, if it has one
record StoredKeys(Path file, Optional<Wrapping> wrapping) {
    private static final Object ONE_ROTATION_A_JVM = new Object();
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /// A key file and what it held when it was opened.
    record Opened(StoredKeys stored, Keys keys) {}

    /// Makes new keys and the file for them. Never overwrites a file.
    static Opened create(Path file, Optional<char[]> passphrase) {
        try {
            Files.createDirectories(Durable.folderOf(file), Durable.ownerOnlyFolder(file));
            Optional<Wrapping> wrapping =
                    passphrase.isPresent() ? Optional.of(Wrapping.fresh(passphrase.get())) : Optional.empty();
            Keys keys = Keys.fresh();
            writeNew(file, KeyFile.write(keys, wrapping));
            Durable.flushFolder(Durable.folderOf(file));
            return new Opened(new StoredKeys(file.toRealPath(), wrapping), keys);
        } catch (FileAlreadyExistsException e) {
            throw new KeyRingException(
                    Reason.ALREADY_THERE,
                    file + " is there already and is left as it is: without it nothing in the vault can be read");
        } catch (IOException e) {
            throw noAccess(file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys cannot be generated on this platform", e);
        }
    }

    /// Opens a file that [#create] made.
    static Opened open(Path file, Optional<char[]> passphrase) {
        try {
            Path real = file.toRealPath();
            refuseOpenToOthers(real);
            KeyFile.Opened opened = KeyFile.read(Files.readAllBytes(real), passphrase, file.toString());
            return new Opened(new StoredKeys(real, opened.wrapping()), opened.keys());
        } catch (NoSuchFileException e) {
            throw new KeyRingException(
                    Reason.MISSING,
                    "no key file at " + file + ": put its backup there, or run `init` if nothing was ever sealed");
        } catch (IOException e) {
            throw noAccess(file, e);
        }
    }

    /// Reads the file again, which another process may have replaced.
    Keys reread() {
        try {
            return text();
        } catch (IOException e) {
            throw noAccess(file, e);
        }
    }

    /// Replaces the file by one with a new primary key beside all that are in it now.
    ///
    /// @param taker gets the new keys before another rotation begins
    /// @return the new keys
    Keys rotate(Consumer<Keys> taker) {
        synchronized (ONE_ROTATION_A_JVM) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                // Another process may have replaced the file while this one waited for the lock on the old one.
                Keys rotated = text().rotated();
                Path next = file.resolveSibling("." + UUID.randomUUID() + ".new");
                try {
                    writeNew(next, KeyFile.write(rotated, wrapping));
                    Durable.rename(next, file);
                } finally {
                    Files.deleteIfExists(next);
                }
                taker.accept(rotated);
                return rotated;
            } catch (IOException e) {
                throw noAccess(file, e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("keys cannot be generated on this platform", e);
            }
        }
    }

    private Keys text() throws IOException {
        return KeyFile.reread(Files.readAllBytes(file), wrapping, file.toString());
    }

    private static void writeNew(Path target, byte[] text) throws IOException {
        try (FileChannel channel = FileChannel.open(
                target,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                Durable.ownerOnlyFile(target))) {
            ByteBuffer rest = ByteBuffer.wrap(text);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void refuseOpenToOthers(Path file) throws IOException {
        if (Durable.hasModes(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new KeyRingException(
                    Reason.OPEN_TO_OTHERS,
                    file + " is open to others than its owner: run `chmod 600` on it, and rotate if it was exposed");
        }
    }

    private static KeyRingException noAccess(Path file, IOException cause) {
        return new KeyRingException(
                Reason.NO_ACCESS,
                file + " cannot be read or written (" + cause.getClass().getSimpleName()
                        + "): check the folder, its owner and the free space",
                cause);
    }
}
