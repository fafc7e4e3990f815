package org.safepassage.evidence.vault;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.safepassage.schemas.Content;

/// One object as it lies on the disk: its header, its body, and what can be done to them.
final class ObjectFile {
    /// Measured: 64 KiB is as fast as 1 MiB, holds a stream's memory under 300 KiB, and suits small files best.
    static final int SEGMENT = 64 * 1024;

    private static final int HEADER_TRIES = 3;

    private final Path file;
    private final String sha256;
    private final KeyRing keys;

    ObjectFile(Path file, String sha256, KeyRing keys) {
        this.file = file;
        this.sha256 = sha256;
        this.keys = keys;
    }

    static StreamingAead cipher(byte[] dataKey, int segmentSize) throws IOException {
        try {
            return new AesGcmHkdfStreaming(dataKey, "HmacSha256", ObjectHeader.KEY_BYTES, segmentSize, 0);
        } catch (GeneralSecurityException e) {
            throw new IOException("this platform lacks AES-GCM or HKDF", e);
        }
    }

    Content content() throws IOException {
        long size = header().plainSize();
        return new Content() {
            @Override
            public InputStream open() throws IOException {
                return stream();
            }

            @Override
            public long size() {
                return size;
            }
        };
    }

    /// Reads everything: both slots, the body, the digest.
    Condition verify() throws IOException {
        if (!Files.isRegularFile(file)) {
            return Condition.MISSING;
        }
        try {
            if (!slotsAreStrict()) {
                return Condition.DAMAGED;
            }
            try (InputStream plain = stream()) {
                var digest = Digests.sha256();
                byte[] buffer = new byte[SEGMENT];
                for (int n = plain.read(buffer); n >= 0; n = plain.read(buffer)) {
                    digest.update(buffer, 0, n);
                }
                return HexFormat.of().formatHex(digest.digest()).equals(sha256) ? Condition.INTACT : Condition.DAMAGED;
            }
        } catch (VaultDamaged e) {
            return Condition.DAMAGED;
        } catch (KeyRingException e) {
            return Condition.KEY_UNKNOWN;
        }
    }

    /// Puts the data key under the primary key: into the free slot first, and only when that is on the disk is the old
    /// slot cleared. A kill in between leaves two good slots, which the next call tidies.
    ///
    /// @return false when it was under the primary key already
    boolean rewrap() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            byte[][] slots = readSlots(channel);
            int good = goodSlot(slots);
            int other = 1 - good;
            if (isCurrent(slots[good])) {
                if (ObjectHeader.isZero(slots[other], 0)) {
                    return false;
                }
                clear(channel, other);
                return true;
            }
            byte[] slot = open(slots[good]).orElseThrow().slot(keys, sha256);
            write(channel, other, slot);
            clear(channel, good);
            return true;
        }
    }

    private InputStream stream() throws IOException {
        ObjectHeader header = header();
        InputStream raw = Files.newInputStream(file);
        try {
            raw.skipNBytes(ObjectHeader.LENGTH);
            StreamingAead cipher = cipher(header.dataKey(), header.segmentSize());
            return new Decryption(sha256, raw, in -> {
                try {
                    return cipher.newDecryptingStream(in, new byte[0]);
                } catch (GeneralSecurityException e) {
                    throw new VaultDamaged(sha256, "its body cannot be decrypted");
                }
            });
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private ObjectHeader header() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                byte[][] slots = readSlots(channel);
                return open(slots[goodSlot(slots)]).orElseThrow();
            } catch (VaultDamaged e) {
                // Another thread or process may be re-wrapping: the slot it clears and the slot it fills were read in
                // the wrong order once, which cannot go on.
                if (attempt == HEADER_TRIES) {
                    throw e;
                }
            }
        }
    }

    private boolean slotsAreStrict() throws IOException {
        for (int attempt = 1; attempt <= HEADER_TRIES; attempt++) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                byte[][] slots = readSlots(channel);
                goodSlot(slots);
                if (Arrays.stream(slots).allMatch(s -> ObjectHeader.isZero(s, 0) || open(s).isPresent())) {
                    return true;
                }
            }
        }
        return false;
    }

    private byte[][] readSlots(FileChannel channel) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(ObjectHeader.LENGTH);
        while (head.hasRemaining() && channel.read(head, head.position()) >= 0) {
            // reads on until the header is whole or the file ends
        }
        if (head.hasRemaining()) {
            throw new VaultDamaged(sha256, "its header is cut short");
        }
        byte[] bytes = head.array();
        return new byte[][] {
            Arrays.copyOfRange(bytes, 0, ObjectHeader.SLOT),
            Arrays.copyOfRange(bytes, ObjectHeader.SLOT, ObjectHeader.LENGTH)
        };
    }

    /// A slot that opens, under the primary key if there is one.
    private int goodSlot(byte[][] slots) throws IOException {
        int good = -1;
        for (int i = 0; i < slots.length; i++) {
            if (open(slots[i]).isPresent() && (good < 0 || isCurrent(slots[i]))) {
                good = i;
            }
        }
        if (good < 0) {
            throw new VaultDamaged(sha256, "its header does not open");
        }
        return good;
    }

    private boolean isCurrent(byte[] slot) {
        return ObjectHeader.sealedIn(slot).filter(keys::sealedByPrimary).isPresent();
    }

    private Optional<ObjectHeader> open(byte[] slot) {
        return ObjectHeader.open(slot, keys, sha256);
    }

    private static void clear(FileChannel channel, int slot) throws IOException {
        write(channel, slot, new byte[ObjectHeader.SLOT]);
    }

    private static void write(FileChannel channel, int slot, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest, (long) slot * ObjectHeader.SLOT + rest.position());
        }
        channel.force(false);
    }
}
