package org.safepassage.release.consignments;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.safepassage.schemas.Content;

/// SHA-256 in lower-case hex.
final class Sha256 {
    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String hex(MessageDigest finished) {
        return HexFormat.of().formatHex(finished.digest());
    }

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /// A file of the bag with the digest and the size that its content has now; read as a stream.
    static BagFile file(String path, Content content) throws IOException {
        MessageDigest digest = digest();
        try (InputStream bytes = new DigestInputStream(content.open(), digest)) {
            long size = bytes.transferTo(OutputStream.nullOutputStream());
            return new BagFile(path, content, hex(digest), size);
        }
    }
}
