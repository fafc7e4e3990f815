package org.safepassage.rehearsal.stage;

import gov.loc.repository.bagit.creator.BagCreator;
import gov.loc.repository.bagit.hash.StandardSupportedAlgorithms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.pgpainless.PGPainless;
import org.pgpainless.encryption_signing.EncryptionOptions;
import org.pgpainless.encryption_signing.ProducerOptions;

/// Makes packages as the hub would: a bag in a tar encrypted to a public key.
final class Parcel {
    private Parcel() {}

    static Path bag(Path folder, String name, byte[] payload) throws Exception {
        Files.createDirectories(folder);
        Files.write(folder.resolve(name), payload);
        BagCreator.bagInPlace(folder, List.of(StandardSupportedAlgorithms.SHA256), false);
        return folder;
    }

    static byte[] tar(Path folder, String top) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name());
                var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                tar.putArchiveEntry(new TarArchiveEntry(file.toFile(), top + "/" + folder.relativize(file)));
                Files.copy(file, tar);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] encrypt(byte[] clear, Path publicKey) throws Exception {
        var certificate = Objects.requireNonNull(PGPainless.readKeyRing().publicKeyRing(Files.readAllBytes(publicKey)));
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = PGPainless.encryptAndOrSign()
                .onOutputStream(bytes)
                .withOptions(ProducerOptions.encrypt(EncryptionOptions.get().addRecipient(certificate)))) {
            out.write(clear);
        }
        return bytes.toByteArray();
    }
}
