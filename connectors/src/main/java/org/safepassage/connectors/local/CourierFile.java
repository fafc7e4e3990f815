package org.safepassage.connectors.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.schemas.Content;

/// One consignment on its way into a folder: `NAME.part` while it is written, `NAME` when all of it is on
/// the disk. The file and then the folder are forced to the disk, so that a drive that is pulled afterwards
/// has it.
///
/// @param folder where it goes
/// @param fileName its final name
record CourierFile(Path folder, String fileName) {
    private static final int BUFFER = 1 << 16;

    /// Under its final name.
    Path whole() {
        return folder.resolve(fileName);
    }

    private Path part() {
        return folder.resolve(fileName + ".part");
    }

    /// Writes all bytes and gives the file its name.
    ///
    /// @throws DoorProblem when nothing was delivered
    Delivery write(Content content) throws DoorProblem {
        long sent;
        try {
            sent = writePart(content);
        } catch (IOException failed) {
            dropPart();
            throw LocalProblems.of(failed);
        }
        return rename(sent);
    }

    private long writePart(Content content) throws IOException {
        // A new file: what an earlier run left may belong to an earlier sealing, or be a link.
        Files.deleteIfExists(part());
        try (InputStream in = content.open();
                FileChannel out =
                        FileChannel.open(part(), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            byte[] bytes = new byte[BUFFER];
            for (int count = ourBytes(in, bytes); count > 0; count = ourBytes(in, bytes)) {
                for (ByteBuffer left = ByteBuffer.wrap(bytes, 0, count); left.hasRemaining(); ) {
                    out.write(left);
                }
            }
            out.force(true);
            return out.size();
        }
    }

    private static int ourBytes(InputStream in, byte[] bytes) throws DoorProblem {
        try {
            return in.readNBytes(bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new DoorProblem(Kind.CUT, "the consignment cannot be read on this side", unreadable);
        }
    }

    private void dropPart() {
        try {
            Files.deleteIfExists(part());
        } catch (IOException stays) {
            // The next try writes it anew; under its final name there is nothing.
            return;
        }
    }

    private Delivery rename(long sent) throws DoorProblem {
        try {
            if (Files.size(part()) != sent) {
                throw new DoorProblem(Kind.PEER_FAULT, "the folder did not keep all bytes that were written");
            }
            if (Files.exists(whole(), LinkOption.NOFOLLOW_LINKS)) {
                throw new DoorProblem(Kind.OCCUPIED, "somebody put a file under the name " + fileName + " meanwhile");
            }
            Files.move(part(), whole(), StandardCopyOption.ATOMIC_MOVE);
        } catch (DoorProblem problem) {
            throw problem;
        } catch (IOException lost) {
            return lookAgain(sent, LocalProblems.of(lost));
        }
        force();
        return new Delivery.Delivered();
    }

    /// On a network share an answer may be lost although the file was renamed.
    private Delivery lookAgain(long sent, DoorProblem lost) throws DoorProblem {
        try {
            if (Files.exists(whole(), LinkOption.NOFOLLOW_LINKS) && Files.size(whole()) == sent) {
                force();
                return new Delivery.Delivered();
            }
            if (Files.exists(part(), LinkOption.NOFOLLOW_LINKS)) {
                return new Delivery.Failed(lost.kind(), String.valueOf(lost.getMessage()));
            }
        } catch (IOException stillAway) {
            return new Delivery.Unknown("the share went away while the file was renamed, and looking again fails");
        }
        return new Delivery.Unknown("the share went away while the file was renamed and it is under neither name now;"
                + " the recipient may have taken it");
    }

    /// Forces what stands under the final name, and the name itself, to the disk.
    ///
    /// @throws DoorProblem when that cannot be promised
    void force() throws DoorProblem {
        try (FileChannel file = FileChannel.open(whole(), StandardOpenOption.READ);
                FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            file.force(true);
            entries.force(true);
        } catch (IOException failed) {
            throw LocalProblems.of(failed);
        }
    }
}
