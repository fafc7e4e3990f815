package org.safepassage.release.consignments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.jspecify.annotations.Nullable;
import org.pgpainless.PGPainless;

/// Reads and writes OpenPGP key files, armored or binary.
final class KeyFiles {
    private static final long MAX_BYTES = 1 << 20;

    private KeyFiles() {}

    /// A new file that is never readable by more than `mode` says, on disk before this returns.
    static void create(Path file, String mode, byte[] bytes) throws IOException {
        var attribute = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, attribute)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    static void requirePrivate(Path file) throws IOException, UnusableKeyException {
        if (!Files.exists(file)) {
            throw new UnusableKeyException(file + ": there is no such file; make the key with: hub init");
        }
        var others = EnumSet.complementOf(EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));
        others.retainAll(Files.getPosixFilePermissions(file));
        if (!others.isEmpty()) {
            throw new UnusableKeyException(
                    file + ": others may use this secret key; run: chmod 600 on it, and think of whether it leaked");
        }
    }

    static PGPSecretKeyRing secretKey(Path file) throws IOException, UnusableKeyException {
        return parsed(file, "one OpenPGP secret key", PGPainless.readKeyRing()::secretKeyRing, bytes(file));
    }

    /// At least one certificate.
    static PGPPublicKeyRingCollection publicKeys(Path file) throws IOException, UnusableKeyException {
        byte[] bytes = bytes(file);
        refuseSecret(file, bytes);
        var keys = parsed(file, "an OpenPGP public key", PGPainless.readKeyRing()::publicKeyRingCollection, bytes);
        if (keys.size() == 0) {
            throw new UnusableKeyException(file + ": not an OpenPGP public key; export it anew");
        }
        return keys;
    }

    private static void refuseSecret(Path file, byte[] bytes) throws UnusableKeyException {
        boolean secret;
        try {
            secret = PGPainless.readKeyRing().secretKeyRing(bytes) != null;
        } catch (IOException | RuntimeException e) {
            secret = false;
        }
        if (secret) {
            throw new UnusableKeyException(
                    file + ": this is a secret key; put the public key here and treat the secret one as leaked");
        }
    }

    private static byte[] bytes(Path file) throws IOException, UnusableKeyException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new UnusableKeyException(file + ": larger than 1 MiB, so not a key; name the right file");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new UnusableKeyException(file + ": there is no such file; put the key there", e);
        }
    }

    /// How the library reads a key: it gives null, or throws what it likes, for anything else.
    private interface Reading<K> {
        @Nullable
        K of(byte[] bytes) throws IOException;
    }

    private static <K> K parsed(Path file, String what, Reading<K> reading, byte[] bytes) throws UnusableKeyException {
        K key;
        try {
            key = reading.of(bytes);
        } catch (IOException | RuntimeException e) {
            throw new UnusableKeyException(file + ": not " + what + "; export it anew", e);
        }
        if (key == null) {
            throw new UnusableKeyException(file + ": not " + what + "; export it anew");
        }
        return key;
    }
}
