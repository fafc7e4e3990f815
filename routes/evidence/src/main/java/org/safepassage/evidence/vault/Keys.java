package org.safepassage.evidence.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.OptionalInt;

/// One state of the ring: a keyset that seals (rotated) and a keyset that names (never rotated, or names would change).
final class Keys {
    static final Configuration TINK = TinkConfig2026.get();
    private static final int NAME_BYTES = 16;
    private static final int TINK_PREFIX = 5;
    private static final byte TINK_VERSION = 1;

    private final KeysetHandle sealing;
    private final KeysetHandle naming;
    private final Aead aead;
    private final PrfSet prf;

    Keys(KeysetHandle sealing, KeysetHandle naming) throws GeneralSecurityException {
        this.sealing = sealing;
        this.naming = naming;
        this.aead = sealing.getPrimitive(TINK, Aead.class);
        this.prf = naming.getPrimitive(TINK, PrfSet.class);
    }

    static Keys fresh() throws GeneralSecurityException {
        return new Keys(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK),
                KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF, TINK));
    }

    /// A new primary key beside all that were there.
    Keys rotated() throws GeneralSecurityException {
        KeysetHandle next = KeysetHandle.newBuilder(sealing)
                .setConfiguration(TINK)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        return new Keys(next, naming);
    }

    KeysetHandle sealing() {
        return sealing;
    }

    KeysetHandle naming() {
        return naming;
    }

    Aead aead() {
        return aead;
    }

    /// HMAC-SHA-256 over the length-prefixed UTF-8 of the fields, so that no two lists of them are one.
    String name(List<String> fields) throws GeneralSecurityException {
        List<byte[]> texts =
                fields.stream().map(f -> f.getBytes(StandardCharsets.UTF_8)).toList();
        int length = texts.stream().mapToInt(t -> t.length + Integer.BYTES).sum();
        ByteBuffer message = ByteBuffer.allocate(length);
        texts.forEach(t -> message.putInt(t.length).put(t));
        return Base32.lowerCase(prf.computePrimary(message.array(), NAME_BYTES));
    }

    int primaryId() {
        return sealing.getPrimary().getId();
    }

    boolean holds(int id) {
        for (int i = 0; i < sealing.size(); i++) {
            if (sealing.getAt(i).getId() == id) {
                return true;
            }
        }
        return false;
    }

    /// The key that a sealed value names in its Tink prefix; empty when it is not a sealed value at all.
    static OptionalInt idOf(byte[] sealed) {
        return sealed.length > TINK_PREFIX && sealed[0] == TINK_VERSION
                ? OptionalInt.of(ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt())
                : OptionalInt.empty();
    }

    static String label(int id) {
        return String.format("%08x", id);
    }
}
