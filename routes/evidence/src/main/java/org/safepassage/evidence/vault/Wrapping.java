package org.safepassage.evidence.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// Turns a passphrase into the key that encrypts the keysets in their file (PBKDF2-HMAC-SHA512, RFC 8018).
/// The derived key stays in memory so that a rotation can write the file again; the passphrase does not.
final class Wrapping {
    static final String KDF = "PBKDF2-HMAC-SHA512";
    static final int MIN_ITERATIONS = 210_000;
    private static final int MAX_ITERATIONS = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int KEY_BITS = 256;

    private final byte[] salt;
    private final int iterations;
    private final Aead aead;

    private Wrapping(byte[] salt, int iterations, Aead aead) {
        this.salt = salt;
        this.iterations = iterations;
        this.aead = aead;
    }

    static Wrapping fresh(char[] passphrase) throws GeneralSecurityException {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return derive(passphrase, salt, MIN_ITERATIONS);
    }

    static Wrapping derive(char[] passphrase, byte[] salt, int iterations) throws GeneralSecurityException {
        if (iterations < MIN_ITERATIONS || iterations > MAX_ITERATIONS || salt.length < SALT_BYTES) {
            throw new GeneralSecurityException("key derivation parameters are out of bounds");
        }
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, iterations, KEY_BITS);
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(spec)
                .getEncoded();
        try {
            return new Wrapping(salt.clone(), iterations, new AesGcmJce(key));
        } finally {
            spec.clearPassword();
            Arrays.fill(key, (byte) 0);
        }
    }

    byte[] salt() {
        return salt.clone();
    }

    int iterations() {
        return iterations;
    }

    Aead aead() {
        return aead;
    }
}
