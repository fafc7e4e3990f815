package org.safepassage.evidence.custody;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/// What a commitment hides: a value and its salt. Whoever has both can recompute the commitment; whoever has only the
/// commitment cannot test a guess, and two commitments to one value look unrelated.
///
/// The commitment is base64url without padding of SHA-256 over: salt (16 bytes), length of the name in UTF-8 bytes
/// (4 bytes, big-endian), name, value, both in UTF-8.
///
/// @param salt base64url without padding, 16 random bytes
/// @param value as the entry gave it
record Opening(String salt, String value) {
    static final int SALT_BYTES = 16;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    Opening {
        if (Base64.getUrlDecoder().decode(salt).length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has 16 bytes");
        }
    }

    static Opening fresh(String value, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Opening(TEXT.encodeToString(salt), value);
    }

    String commitment(String name) {
        byte[] label = name.getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = Hash.sha256();
        digest.update(Base64.getUrlDecoder().decode(salt));
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(label.length).array());
        digest.update(label);
        return TEXT.encodeToString(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
    }

    /// Not the value: openings may pass a log by mistake.
    @Override
    public String toString() {
        return "Opening[…]";
    }
}
