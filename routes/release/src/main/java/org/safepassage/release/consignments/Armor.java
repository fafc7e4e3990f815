package org.safepassage.release.consignments;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// The one ASCII armor that a detached signature of ours has (RFC 9580, 6.2): no headers, 64 columns, line feeds, no
/// checksum. Since there is only one, a signature file cannot carry anything beside the signature.
final class Armor {
    private static final String HEAD = "-----BEGIN PGP SIGNATURE-----\n\n";
    private static final String FOOT = "\n-----END PGP SIGNATURE-----\n";

    private Armor() {}

    static byte[] write(byte[] signature) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(signature);
        return (HEAD + body + FOOT).getBytes(StandardCharsets.US_ASCII);
    }

    /// The signature inside, or nothing when a byte is not as [#write] puts it.
    static Optional<byte[]> read(byte[] armored) {
        String text = new String(armored, StandardCharsets.ISO_8859_1);
        if (!text.startsWith(HEAD) || !text.endsWith(FOOT) || text.length() < HEAD.length() + FOOT.length()) {
            return Optional.empty();
        }
        try {
            String body = text.substring(HEAD.length(), text.length() - FOOT.length());
            byte[] signature = Base64.getMimeDecoder().decode(body);
            return Arrays.equals(write(signature), armored) ? Optional.of(signature) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
