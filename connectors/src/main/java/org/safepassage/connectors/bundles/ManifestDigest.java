package org.safepassage.connectors.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.plumbing.BlockwiseStream;

/// The digest that a bag's manifest gives a file.
///
/// @param algorithm by Java's name
/// @param hex lower-case digits
record ManifestDigest(String algorithm, String hex) {
    /// @throws DoorProblem of kind HOSTILE when the digits are too few or too many
    static ManifestDigest of(String algorithm, String digits) throws DoorProblem {
        if (digits.length() != fresh(algorithm).getDigestLength() * 2) {
            throw new DoorProblem(Kind.HOSTILE, "a bag has a manifest with a digest of the wrong length");
        }
        return new ManifestDigest(algorithm, digits.toLowerCase(Locale.ROOT));
    }

    private static MessageDigest fresh(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java platform lacks " + algorithm, impossible);
        }
    }

    /// The same bytes, with a problem in place of their end when they are not those of the manifest.
    /// Closing it leaves the stream below open.
    InputStream checking(InputStream in) {
        MessageDigest seen = fresh(algorithm);
        return new BlockwiseStream() {
            private boolean ended;

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = ended ? -1 : in.read(bytes, offset, length);
                if (count > 0) {
                    seen.update(bytes, offset, count);
                } else if (count < 0 && !ended) {
                    ended = true;
                    if (!HexFormat.of().formatHex(seen.digest()).equals(hex)) {
                        throw new DoorProblem(
                                Kind.HOSTILE,
                                "a file of a bag is not what the bag's manifest says (" + algorithm + ")");
                    }
                }
                return count;
            }
        };
    }
}
