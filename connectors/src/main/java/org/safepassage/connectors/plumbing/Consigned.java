package org.safepassage.connectors.plumbing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.schemas.Content;

/// What doors ask of a consignment before they send it again.
public final class Consigned {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");
    private static final int BUFFER = 1 << 16;

    private Consigned() {}

    /// @throws IllegalArgumentException when it is no name for a consignment: that is an error on this side
    public static void checkName(String fileName) {
        if (!PLAIN_NAME.matcher(fileName).matches() || fileName.endsWith(".part")) {
            throw new IllegalArgumentException("a consignment's file name has only A-Z, a-z, 0-9, '.', '_' and '-'");
        }
    }

    /// Bytes of the content, counted when it does not know.
    public static long size(Content content) throws DoorProblem {
        if (content.size() >= 0) {
            return content.size();
        }
        try (InputStream in = content.open()) {
            return in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException unreadable) {
            throw new DoorProblem(Kind.CUT, "the consignment cannot be read on this side", unreadable);
        }
    }

    /// Whether two streams have the same bytes to their ends.
    public static boolean sameBytes(InputStream ours, InputStream theirs) throws IOException {
        byte[] theirBytes = new byte[BUFFER];
        for (int count = theirs.readNBytes(theirBytes, 0, BUFFER);
                count > 0;
                count = theirs.readNBytes(theirBytes, 0, BUFFER)) {
            byte[] ourBytes = ours.readNBytes(count);
            if (!Arrays.equals(ourBytes, 0, ourBytes.length, theirBytes, 0, count)) {
                return false;
            }
        }
        return ours.read() < 0;
    }
}
