package org.safepassage.evidence.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.safepassage.schemas.Content;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Originals by the SHA-256 of their plain bytes, encrypted, one file each: `objects/ab/ab12…`.
///
/// Promises: once [#put] has returned, the bytes survive a kill and a power cut; plain bytes never reach the disk; an
/// object is there whole or not at all; a changed bit is reported and never delivered; an object of any size needs a
/// few hundred KiB of heap. Each object has a data key of its own (AES-256-GCM-HKDF streaming, Tink) that the
/// [KeyRing] wraps, bound to the digest, so a rotation re-wraps headers and leaves bodies alone.
///
/// Safe for several threads, and for several processes on one folder.
public final class Vault {
    private static final Logger LOG = LoggerFactory.getLogger(Vault.class);
    private static final int BUFFER = 64 * 1024;

    private final ObjectFolder folder;
    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();
    /// File locks keep processes apart, not the threads of one.
    private final Object oneRewrapAtATime = new Object();

    private Vault(ObjectFolder folder, KeyRing keys) {
        this.folder = folder;
        this.keys = keys;
    }

    /// Opens a vault, or makes an empty one, and removes the partial files of processes that died.
    ///
    /// @param dir a folder of the vault's own; the key file must lie outside it
    /// @throws IOException when the folder cannot be made or used
    public static Vault open(Path dir, KeyRing keys) throws IOException {
        Files.createDirectories(dir, Durable.ownerOnlyFolder(dir));
        Path real = dir.toRealPath();
        if (keys.file().startsWith(real)) {
            throw new IllegalArgumentException(
                    "the key file lies inside the vault, so whoever takes the one has the other: move it outside");
        }
        var folder = new ObjectFolder(real);
        int swept = folder.prepare();
        if (swept > 0) {
            LOG.info("removed {} partial files that a killed process left in the vault", swept);
        }
        return new Vault(folder, keys);
    }

    /// Takes bytes in and returns when they are safe. The same bytes again, even at the same time from another thread,
    /// are one object; a damaged object is replaced by the good bytes.
    ///
    /// @param plain read to its end and left open; what it throws passes through, and nothing is kept
    /// @throws VaultFull when the disk has no room; nothing is kept
    public Sealed put(InputStream plain) throws IOException {
        byte[] dataKey = new byte[ObjectHeader.KEY_BYTES];
        random.nextBytes(dataKey);
        try (Partial partial = Partial.create(folder.partials())) {
            MessageDigest digest = Digests.sha256();
            long size = writeBody(plain, partial, dataKey, digest);
            String sha256 = HexFormat.of().formatHex(digest.digest());
            ObjectHeader header = new ObjectHeader(ObjectFile.SEGMENT, size, dataKey);
            partial.complete(header.slot(keys, sha256));
            return new Sealed(sha256, size, publish(partial, sha256));
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    /// The bytes of an original, to be read as often as needed. Reading throws [VaultDamaged] at the first segment
    /// (64 KiB) that is not what was sealed, and delivers nothing of it.
    ///
    /// @throws NoSuchFileException when the vault does not hold it
    /// @throws VaultDamaged when its header does not open
    /// @throws KeyRingException when the key that wraps it is not in the ring
    public Content content(String sha256) throws IOException {
        if (!holds(sha256)) {
            throw new NoSuchFileException(sha256, null, "the vault does not hold this original");
        }
        return object(sha256).content();
    }

    /// Whether an object of this name is there; [#verify] tells whether it is whole.
    public boolean holds(String sha256) {
        return Files.isRegularFile(folder.file(sha256));
    }

    /// The names of all objects in no order; the caller closes the stream.
    ///
    /// @throws IOException when the folder cannot be listed; once the stream runs, as [UncheckedIOException]
    public Stream<String> digests() throws IOException {
        return folder.digests();
    }

    /// Reads an original again from its first bit to its last and compares.
    ///
    /// @throws IOException when the disk does not answer, which says nothing about the original
    public Condition verify(String sha256) throws IOException {
        return object(sha256).verify();
    }

    /// Wraps every data key that an older key wraps by the primary key. Bodies stay as they are. Safe to kill and to
    /// run again, while others read and put.
    ///
    /// @throws IOException when the disk does not answer; what was done stays done
    public Rewrapped rewrap() throws IOException {
        long rewrapped = 0;
        long current = 0;
        List<String> failed = new ArrayList<>();
        try (Stream<String> digests = digests()) {
            for (String sha256 : (Iterable<String>) digests::iterator) {
                try {
                    if (rewrapOne(sha256)) {
                        rewrapped++;
                    } else {
                        current++;
                    }
                } catch (VaultDamaged | KeyRingException e) {
                    failed.add(sha256);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Rewrapped(rewrapped, current, failed);
    }

    private boolean rewrapOne(String sha256) throws IOException {
        synchronized (oneRewrapAtATime) {
            return object(sha256).rewrap();
        }
    }

    private static long writeBody(InputStream plain, Partial partial, byte[] dataKey, MessageDigest digest)
            throws IOException {
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        // Closed by hand: closing writes the last segment, which must not happen after a failed read.
        OutputStream body = ObjectFile.encrypting(partial.body(), dataKey);
        for (int n = plain.read(buffer); n >= 0; n = plain.read(buffer)) {
            digest.update(buffer, 0, n);
            size += n;
            body.write(buffer, 0, n);
        }
        body.close();
        return size;
    }

    /// Gives the object its name, unless a whole one has it.
    private boolean publish(Partial partial, String sha256) throws IOException {
        Path target = folder.file(sha256);
        if (object(sha256).verify() == Condition.INTACT) {
            // Whoever renamed it may not have flushed the folder yet, and our caller will rely on it from now on.
            Durable.flushFolder(Durable.folderOf(target));
            return true;
        }
        partial.publish(target);
        return false;
    }

    private ObjectFile object(String sha256) {
        return new ObjectFile(folder.file(sha256), sha256, keys);
    }
}
