package org.safepassage.connectors.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.OptionalLong;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpAnswer;
import org.safepassage.connectors.http.HttpDownload;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.schemas.Content;

/// Where a recipient's server shows what it has, by HEAD and GET: what was delivered, and what it took away since.
///
/// @param line to the server
/// @param existingPath address of a delivered file, with `{name}`
/// @param takenPath address of a file that the recipient took away, with `{name}`; empty when it shows none
/// @param compareBytes files up to this size are read back and compared, larger ones by size
public record RecipientFolder(HttpLine line, String existingPath, String takenPath, long compareBytes) {
    private static final int BUFFER = 1 << 16;
    private static final long UNKNOWN_SIZE = -1;

    /// Bytes of the file under a name, -1 when the server does not say; empty when there is none.
    public OptionalLong find(String fileName) throws DoorProblem {
        return look(existingPath, fileName);
    }

    private OptionalLong look(String path, String fileName) throws DoorProblem {
        try (HttpAnswer answer =
                line.send(Ask.of("HEAD", line.resolve(path.replace("{name}", fileName))), 200, 204, 404, 410)) {
            boolean there = answer.status() == 200 || answer.status() == 204;
            return there ? OptionalLong.of(answer.length()) : OptionalLong.empty();
        }
    }

    /// Whether the recipient took a file of this name away.
    public boolean taken(String fileName) throws DoorProblem {
        return showsTaken() && look(takenPath, fileName).isPresent();
    }

    /// Whether the recipient shows what it took, so that a file that is nowhere was not delivered.
    public boolean showsTaken() {
        return !takenPath.isEmpty();
    }

    /// What it means that a file of the name is there.
    ///
    /// @param size that was found
    /// @param expected of our file
    public Delivery compare(String fileName, long size, Content content, long expected) throws DoorProblem {
        boolean read = size == UNKNOWN_SIZE ? expected <= compareBytes : size <= compareBytes;
        boolean same = (size == UNKNOWN_SIZE || size == expected) && (!read || sameBytes(fileName, content));
        return same
                ? new Delivery.AlreadyThere()
                : new Delivery.Failed(Kind.OCCUPIED, "the recipient has a different file under the name " + fileName);
    }

    private boolean sameBytes(String fileName, Content content) throws DoorProblem {
        try (InputStream ours = content.open();
                InputStream theirs = HttpDownload.open(
                        line, Ask.get(line.resolve(existingPath.replace("{name}", fileName))), Long.MAX_VALUE)) {
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
        } catch (DoorProblem problem) {
            if (problem.kind() == Kind.PERMISSION) {
                return true; // a drop box that may not be read: equal name and size are all there is to compare
            }
            throw problem;
        } catch (IOException unreadable) {
            throw new DoorProblem(Kind.CUT, "the consignment cannot be read again to compare it", unreadable);
        }
    }
}
