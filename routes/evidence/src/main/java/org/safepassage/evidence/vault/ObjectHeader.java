package org.safepassage.evidence.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.safepassage.evidence.vault.KeyRingException.Reason;

/// The head of an object file: two slots of 4,096 bytes, one used, the other zero, so that a re-wrapping never writes
/// over the only copy of a data key, and a torn disk block spoils one slot at most.
///
/// A slot is `SPVAULT1`, a two-byte big-endian length, that many bytes sealed by the [KeyRing] in the context
/// `vault-object/<sha256>`, and zeros. Sealed are a version byte, the segment size (4 bytes), the number of plain bytes
/// (8 bytes), and the data key (32 bytes). The body follows at byte 8,192 (Tink AES256-GCM-HKDF streaming).
final class ObjectHeader {
    static final int SLOT = 4096;
    static final int SLOTS = 2;
    static final int LENGTH = SLOT * SLOTS;
    static final int KEY_BYTES = 32;
    private static final byte VERSION = 1;
    private static final byte[] MAGIC = "SPVAULT1".getBytes(StandardCharsets.US_ASCII);
    private static final int CONTENT = 1 + Integer.BYTES + Long.BYTES + KEY_BYTES;
    private static final int PREFIX = MAGIC.length + Short.BYTES;

    private final int segmentSize;
    private final long plainSize;
    private final byte[] dataKey;

    ObjectHeader(int segmentSize, long plainSize, byte[] dataKey) {
        this.segmentSize = segmentSize;
        this.plainSize = plainSize;
        this.dataKey = dataKey.clone();
    }

    int segmentSize() {
        return segmentSize;
    }

    long plainSize() {
        return plainSize;
    }

    byte[] dataKey() {
        return dataKey.clone();
    }

    byte[] slot(KeyRing keys, String sha256) {
        byte[] content = ByteBuffer.allocate(CONTENT)
                .put(VERSION)
                .putInt(segmentSize)
                .putLong(plainSize)
                .put(dataKey)
                .array();
        byte[] sealed = keys.sealSmall(content, context(sha256));
        Arrays.fill(content, (byte) 0);
        return ByteBuffer.allocate(SLOT)
                .put(MAGIC)
                .putShort((short) sealed.length)
                .put(sealed)
                .array();
    }

    /// The sealed part of a slot; empty when the slot is not in the form above to its last byte.
    static Optional<byte[]> sealedIn(byte[] slot) {
        int length = ByteBuffer.wrap(slot).getShort(MAGIC.length) & 0xffff;
        if (!Arrays.equals(slot, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                || PREFIX + length > slot.length
                || !isZero(slot, PREFIX + length)) {
            return Optional.empty();
        }
        return Optional.of(Arrays.copyOfRange(slot, PREFIX, PREFIX + length));
    }

    /// Opens a slot; empty when it is damaged or not this object's.
    ///
    /// @throws KeyRingException when the slot is whole but its key is not in the ring
    static Optional<ObjectHeader> open(byte[] slot, KeyRing keys, String sha256) {
        return sealedIn(slot).flatMap(wrapped -> {
            try {
                return parse(keys.openSmall(wrapped, context(sha256)));
            } catch (KeyRingException e) {
                if (e.reason() == Reason.NOT_AUTHENTIC) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    static boolean isZero(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<ObjectHeader> parse(byte[] content) {
        ByteBuffer fields = ByteBuffer.wrap(content);
        if (content.length != CONTENT || fields.get() != VERSION) {
            return Optional.empty();
        }
        int segmentSize = fields.getInt();
        long plainSize = fields.getLong();
        byte[] key = new byte[KEY_BYTES];
        fields.get(key);
        Arrays.fill(content, (byte) 0);
        return Optional.of(new ObjectHeader(segmentSize, plainSize, key));
    }

    private static String context(String sha256) {
        return "vault-object/" + sha256;
    }
}
