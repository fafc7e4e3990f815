package org.safepassage.rehearsal.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.safepassage.schemas.Receipt;

/// What a recipient does with a package however it came: keep it encrypted, decrypt and unpack it, verify the bag, note
/// it in the own journal and answer. Below its folder stand `encrypted/<id>.tar.gpg`, `unpacked/<id>/…` and
/// `received.jsonl`; a package that comes twice is kept in `duplicates/`. One thread at a time.
public final class ConsignmentDesk {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,120}");

    private final String recipient;
    private final Path folder;
    private final RecipientKey key;
    private final InstantSource clock;

    /// A desk that keeps everything below `folder`.
    ///
    /// @throws IOException when the folder cannot be made
    public ConsignmentDesk(String recipient, Path folder, RecipientKey key, InstantSource clock) throws IOException {
        this.recipient = recipient;
        this.folder = folder;
        this.key = key;
        this.clock = clock;
        Files.createDirectories(folder.resolve("encrypted"));
        Files.createDirectories(folder.resolve("unpacked"));
        Files.createDirectories(folder.resolve("duplicates"));
    }

    /// Whether a text can be a consignment's id and so a file name.
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /// A package that lies in this recipient's folder, not yet noted.
    ///
    /// @param consignment its id
    /// @param file where it lies
    /// @param again whether a package with this id had been noted before
    public record Kept(String consignment, Path file, boolean again) {}

    /// Keeps the bytes under `encrypted/` by atomic rename. A package kept before and not yet noted (the sender did not
    /// learn that it had arrived) is replaced; one that was noted goes to `duplicates/`.
    ///
    /// @throws IOException when the bytes cannot be read or kept; nothing is kept then
    public Kept keep(String consignment, InputStream bytes) throws IOException {
        if (!isId(consignment)) {
            throw new IOException("not an id that this recipient takes");
        }
        boolean again = Files.exists(noted(consignment));
        var target = again
                ? folder.resolve("duplicates").resolve(clock.millis() + "-" + consignment + ".tar.gpg")
                : encrypted(consignment);
        var part = folder.resolve(consignment + ".part");
        Files.copy(bytes, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Kept(consignment, target, again);
    }

    /// Notes that the sender knows of the arrival of a kept package, opens it, and says what to answer.
    ///
    /// @throws IOException when the own folder cannot be read or written
    /// @throws InterruptedException when the thread is interrupted while the bag is verified
    public Receipt note(Kept kept) throws IOException, InterruptedException {
        Files.write(noted(kept.consignment()), new byte[0]);
        boolean valid = kept.again() || unpack(kept.consignment());
        var reception = new Reception(
                kept.consignment(),
                kept.again() ? Reception.Kind.DUPLICATE : Reception.Kind.FIRST,
                valid ? Receipt.Status.ACCEPTED : Receipt.Status.REJECTED,
                sha256(kept.file()),
                clock.instant());
        Json.append(folder.resolve("received.jsonl"), reception);
        return reception.receipt(recipient);
    }

    private boolean unpack(String consignment) throws IOException, InterruptedException {
        var into = folder.resolve("unpacked").resolve(consignment);
        try (var encrypted = Files.newInputStream(encrypted(consignment));
                var clear = key.decrypt(encrypted);
                var tar = new TarArchiveInputStream(clear)) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, into);
            }
            // The end of the OpenPGP stream carries the proof of integrity, behind the end of the archive.
            clear.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | RuntimeException e) {
            // The OpenPGP library reports many kinds of damage as unchecked exceptions; each means: not acceptable.
            return false;
        }
        try {
            return Bag.isValid(Bag.find(into));
        } catch (IOException e) {
            return false;
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        var path = into.resolve(entry.getName()).normalize();
        if (!path.startsWith(into) || entry.isSymbolicLink() || entry.isLink()) {
            throw new IOException("an archive member points outside the consignment");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        Files.copy(tar, path);
    }

    private Path encrypted(String consignment) {
        return folder.resolve("encrypted").resolve(consignment + ".tar.gpg");
    }

    private Path noted(String consignment) {
        return folder.resolve("encrypted").resolve(consignment + ".noted");
    }

    /// SHA-256 of a file in lower-case hex.
    ///
    /// @throws IOException when it cannot be read
    public static String sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
