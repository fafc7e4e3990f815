package org.safepassage.evidence.custody;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.safepassage.evidence.vault.KeyRing;

/// How openings lie in the database: a first byte 0 and the plain JSON, or 1 and the JSON sealed by the key ring for
/// this one index. Rows of both kinds may stand side by side.
record AtRest(Optional<KeyRing> keys) {
    private static final byte PLAIN = 0;
    private static final byte SEALED = 1;

    byte[] write(Openings openings, long index) {
        byte[] json = openings.toJson();
        return keys.isPresent() ? prefixed(SEALED, keys.get().sealSmall(json, context(index))) : prefixed(PLAIN, json);
    }

    Openings read(byte[] stored, long index) {
        if (stored.length == 0) {
            throw new IllegalStateException("the openings of leaf " + index + " are gone");
        }
        byte[] rest = new byte[stored.length - 1];
        ByteBuffer.wrap(stored, 1, rest.length).get(rest);
        if (stored[0] == PLAIN) {
            return Openings.parse(rest);
        }
        return Openings.parse(keys.orElseThrow(
                        () -> new IllegalStateException("the custody log is sealed: open it with the key ring"))
                .openSmall(rest, context(index)));
    }

    private static byte[] prefixed(byte kind, byte[] rest) {
        return ByteBuffer.allocate(rest.length + 1).put(kind).put(rest).array();
    }

    private static String context(long index) {
        return "custody-openings/" + index;
    }
}
