package org.safepassage.evidence.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.safepassage.evidence.vault.KeyRingException.Reason;

/// The hub's keys, kept in one file outside the data folder (Google Tink keysets, optionally under a passphrase).
/// Whoever loses this file loses every original: it is backed up before the first one is sealed.
///
/// Promises: the file is readable by its owner only; key material is in no message; every value sealed before a
/// rotation still opens; ids do not change with a rotation. Safe for use from several threads, and two processes may
/// share a file: a rotation starts from the newest state under a file lock, and a value sealed by a key made elsewhere
/// makes the ring read its file again.
///
/// Every method that meets unusable keys throws a [KeyRingException], which says what to do.
public final class KeyRing {
    private static final Object ONE_ROTATION_A_JVM = new Object();
    private static final int ID_BYTES = 16;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;
    private final Optional<Wrapping> wrapping;
    private volatile Keys keys;

    private KeyRing(Path file, Optional<Wrapping> wrapping, Keys keys) {
        this.file = file;
        this.wrapping = wrapping;
        this.keys = keys;
    }

    /// Makes new keys and the file for them (mode 0600, and its folder if there is none). Never overwrites a file.
    ///
    /// @param passphrase protects the file; the array stays the caller's, who should clear it
    public static KeyRing create(Path file, Optional<char[]> passphrase) {
        if (passphrase.isPresent() && passphrase.get().length == 0) {
            throw new KeyRingException(Reason.PASSPHRASE_NEEDED, "an empty passphrase protects nothing: choose one");
        }
        try {
            Files.createDirectories(Durable.folderOf(file), Durable.ownerOnlyFolder(file));
            Optional<Wrapping> wrapping =
                    passphrase.isPresent() ? Optional.of(Wrapping.fresh(passphrase.get())) : Optional.empty();
            Keys keys = Keys.fresh();
            writeNew(file, KeyFile.write(keys, wrapping));
            Durable.flushFolder(Durable.folderOf(file));
            return new KeyRing(file.toRealPath(), wrapping, keys);
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

    /// Opens the keys that [#create] wrote.
    ///
    /// @param passphrase the one given then; the array stays the caller's, who should clear it
    public static KeyRing open(Path file, Optional<char[]> passphrase) {
        try {
            Path real = file.toRealPath();
            refuseOpenToOthers(real);
            KeyFile.Opened opened = KeyFile.read(Files.readAllBytes(real), passphrase, file.toString());
            return new KeyRing(real, opened.wrapping(), opened.keys());
        } catch (NoSuchFileException e) {
            throw new KeyRingException(
                    Reason.MISSING,
                    "no key file at " + file + ": put its backup there, or run `init` if nothing was ever sealed");
        } catch (IOException e) {
            throw noAccess(file, e);
        }
    }

    /// Makes a new primary key; what older keys sealed stays readable. Survives a kill at any instant: the file is
    /// replaced whole.
    ///
    /// @return the new primary key's id
    public String rotate() {
        synchronized (ONE_ROTATION_A_JVM) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                // Another process may have replaced the file while this one waited for the lock on the old one.
                Keys rotated = KeyFile.reread(Files.readAllBytes(file), wrapping, file.toString())
                        .rotated();
                Path next = file.resolveSibling("." + UUID.randomUUID() + ".new");
                try {
                    writeNew(next, KeyFile.write(rotated, wrapping));
                    Durable.rename(next, file);
                } finally {
                    Files.deleteIfExists(next);
                }
                keys = rotated;
                return keyId();
            } catch (IOException e) {
                throw noAccess(file, e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("keys cannot be generated on this platform", e);
            }
        }
    }

    /// The id of the key that seals from now on: eight lower-case hexadecimal digits, no secret.
    public String keyId() {
        return Keys.label(keys.primaryId());
    }

    /// Where the keys are, so that a caller can see that this is outside its data folder.
    public Path file() {
        return file;
    }

    /// Encrypts and authenticates a small value, such as a database column (AES-256-GCM, Tink's key prefix).
    ///
    /// @param context what the value belongs to, such as table and row; it opens only in the same context
    public byte[] sealSmall(byte[] plain, String context) {
        try {
            return keys.aead().encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /// Opens what [#sealSmall] sealed in the same context.
    public byte[] openSmall(byte[] sealed, String context) {
        OptionalInt id = Keys.idOf(sealed);
        if (id.isEmpty()) {
            throw notAuthentic();
        }
        Keys current = keysHolding(id.getAsInt());
        try {
            return current.aead().decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw notAuthentic();
        }
    }

    /// The same id for the same purpose and parts, in every process and after every rotation, that tells nothing of
    /// the parts to those without the keys: HMAC-SHA-256 over length-prefixed UTF-8, 26 letters and digits of
    /// lower-case base32 (RFC 4648 alphabet, no padding).
    public String deterministicId(String purpose, String... parts) {
        byte[][] fields = new byte[parts.length + 1][];
        fields[0] = purpose.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < parts.length; i++) {
            fields[i + 1] = parts[i].getBytes(StandardCharsets.UTF_8);
        }
        int length =
                Arrays.stream(fields).mapToInt(f -> f.length + Integer.BYTES).sum();
        ByteBuffer message = ByteBuffer.allocate(length);
        for (byte[] field : fields) {
            message.putInt(field.length).put(field);
        }
        try {
            return Base32.lowerCase(keys.prf().computePrimary(message.array(), ID_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("naming failed", e);
        }
    }

    /// Whether a value was sealed by the key that seals now, so that re-wrapping can pass it over.
    boolean sealedByPrimary(byte[] sealed) {
        OptionalInt id = Keys.idOf(sealed);
        return id.isPresent() && id.getAsInt() == keys.primaryId();
    }

    private Keys keysHolding(int id) {
        Keys current = keys;
        if (!current.holds(id)) {
            current = reread();
        }
        if (!current.holds(id)) {
            throw new KeyRingException(
                    Reason.UNKNOWN_KEY,
                    "key " + Keys.label(id) + " is not in " + file + ": an older key file, or another hub's, is in use;"
                            + " put the newest backup in its place");
        }
        return current;
    }

    private Keys reread() {
        try {
            Keys newest = KeyFile.reread(Files.readAllBytes(file), wrapping, file.toString());
            keys = newest;
            return newest;
        } catch (IOException e) {
            throw noAccess(file, e);
        }
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

    private static KeyRingException notAuthentic() {
        return new KeyRingException(
                Reason.NOT_AUTHENTIC, "a sealed value was changed, or was sealed for another place; it is not opened");
    }

    private static KeyRingException noAccess(Path file, IOException cause) {
        return new KeyRingException(
                Reason.NO_ACCESS,
                file + " cannot be read or written (" + cause.getClass().getSimpleName()
                        + "): check the folder, its owner and the free space",
                cause);
    }
}
