package org.safepassage.connectors.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.plumbing.BlockwiseStream;

/// A member's bytes: as many as the directory claims, with the checksum that it claims, or a problem before
/// the end is reported.
final class CheckedMember extends BlockwiseStream {
    private final InputStream in;
    private final long size;
    private final long expected;
    private final CRC32 seen = new CRC32();
    private long count;

    CheckedMember(InputStream in, long size, long expected) {
        this.in = in;
        this.size = size;
        this.expected = expected;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int got;
        try {
            got = in.read(bytes, offset, length);
        } catch (DoorProblem problem) {
            throw problem;
        } catch (IOException | RuntimeException damaged) {
            throw new DoorProblem(Kind.HOSTILE, "a member of a bundle cannot be unpacked", damaged);
        }
        if (got > 0) {
            count += got;
            seen.update(bytes, offset, got);
        }
        boolean wrong = count > size || (got < 0 && (count < size || seen.getValue() != expected));
        if (wrong) {
            throw new DoorProblem(Kind.HOSTILE, "a member of a bundle is not what the bundle's directory says");
        }
        return got;
    }
}
