package org.safepassage.rehearsal.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipFile;

/// Digests of a sample's files as the truth names them: `bundle.zip!/folder/file.pdf` is a member of an archive.
///
/// @param sample what the generator wrote
record SampleFiles(Path sample) {
    /// SHA-256 in lower-case hex.
    ///
    /// @throws IOException when there is no such file
    String sha256(String file) throws IOException {
        int member = file.indexOf("!/");
        if (member < 0) {
            try (var in = Files.newInputStream(sample.resolve(file))) {
                return sha256(in);
            }
        }
        try (var zip = new ZipFile(sample.resolve(file.substring(0, member)).toFile(), StandardCharsets.UTF_8)) {
            var entry = zip.getEntry(file.substring(member + 2));
            if (entry == null) {
                throw new IOException("the sample has no such member of an archive");
            }
            try (var in = zip.getInputStream(entry)) {
                return sha256(in);
            }
        }
    }

    private static String sha256(InputStream in) throws IOException {
        try (var digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
