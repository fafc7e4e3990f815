package org.safepassage.release.consignments;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.pgpainless.PGPainless;
import org.pgpainless.decryption_verification.ConsumerOptions;

/// The three forms of a package: a bag's folder, a tar of it, an encrypted tar. All are read as a stream; nothing is
/// unpacked, so no name in a package can lead out of anywhere.
final class PackageReader {
    private static final int TAR_MAGIC_AT = 257;
    private static final byte[] TAR_MAGIC = {'u', 's', 't', 'a', 'r'};

    private final PackageLimits limits;

    PackageReader(PackageLimits limits) {
        this.limits = limits;
    }

    /// Tells `contents` of every file; for an archive also gives the name of its one folder.
    ///
    /// @throws IOException when the package ends early, was changed, or is hostile; the message says which
    Optional<String> read(Path path, Optional<RecipientSecret> secret, PackageContents contents) throws IOException {
        if (Files.isDirectory(path)) {
            folder(path, contents);
            return Optional.empty();
        }
        if (isTar(path)) {
            try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
                return Optional.of(new TarReader(limits).read(bytes, contents));
            }
        }
        if (secret.isEmpty()) {
            throw new UnreadablePackage(
                    "is neither a bag nor a tar; if it is encrypted, give the recipient's secret key");
        }
        return Optional.of(encrypted(path, secret.get(), contents));
    }

    private static boolean isTar(Path path) throws IOException {
        try (InputStream bytes = Files.newInputStream(path)) {
            byte[] head = bytes.readNBytes(TAR_MAGIC_AT + TAR_MAGIC.length);
            return head.length == TAR_MAGIC_AT + TAR_MAGIC.length
                    && Arrays.equals(Arrays.copyOfRange(head, TAR_MAGIC_AT, head.length), TAR_MAGIC);
        }
    }

    private String encrypted(Path path, RecipientSecret secret, PackageContents contents) throws IOException {
        // The format forbids compression, so a package can never hold more than it weighs.
        long most = Files.size(path);
        var options = ConsumerOptions.get().addDecryptionKey(secret.ring(), secret.protector());
        String folder;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
                InputStream opened =
                        PGPainless.decryptAndOrVerify().onInputStream(bytes).withOptions(options)) {
            folder = new TarReader(limits).read(new CappedInput(opened, most), contents);
        } catch (UnreadablePackage e) {
            throw e;
        } catch (PGPException | IOException | RuntimeException e) {
            throw new UnreadablePackage("cannot be decrypted with this key, or was changed on its way", e);
        }
        return folder;
    }

    private static void folder(Path root, PackageContents contents) throws IOException {
        Files.walkFileTree(root.toRealPath(), new SimpleFileVisitor<>() {
            private final Path real = root.toRealPath();

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String path = real.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
                if (!attributes.isRegularFile()) {
                    contents.odd(path, "is a link or a special file, not a regular file");
                } else {
                    try (InputStream bytes = Files.newInputStream(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                        contents.file(path, bytes);
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
