package org.safepassage.evidence.vault;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
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

    /// A stream that encrypts a new object's body into another; closing it writes the last segment.
    static OutputStream encrypting(OutputStream body, byte[] dataKey) throws IOException {
        try {
            return cipher(dataKey, SEGMENT).newEncryptingStream(body, new byte[0]);
        } catch (GeneralSecurityException e) {
            throw new IOException("this platform lacks AES-GCM or HKDF", e);
        }
    }

    private static StreamingAead cipher(byte[] dataKey, int segmentSize) throws IOException {
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

    /// Puts the data key under the primary key, see [HeaderSlots#rewrap].
    ///
    /// @return false when it was under the primary key already
    boolean rewrap() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            return slots(channel).rewrap(channel);
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
                return slots(channel).header();
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
                if (slots(channel).areStrict()) {
                    return true;
                }
            }
        }
        return false;
    }

    private HeaderSlots slots(FileChannel channel) throws IOException {
        return HeaderSlots.read(channel, sha256, keys);
    }
}
