package org.safepassage.connectors.bundles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// Reads the end record of a ZIP's directory (APPNOTE 4.3.14 to 4.3.16) before a library reads the
/// directory into memory: it says how many members there are.
final class ZipDirectoryEnd {
    private static final int LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int SIGNATURE = 0x06054b50;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int END_64 = 0x06064b50;
    private static final int MOST_DIRECTORY_BYTES_A_MEMBER = 4_096;

    private ZipDirectoryEnd() {}

    /// @throws DoorProblem of kind HOSTILE when there is no directory or it has more members than `most`
    static void check(SeekableByteChannel channel, int most) throws IOException {
        int length = (int) Math.min(channel.size(), LENGTH + LONGEST_COMMENT);
        ByteBuffer end = bytes(channel, channel.size() - length, length);
        int at = length - LENGTH;
        while (at >= 0 && end.getInt(at) != SIGNATURE) {
            at--;
        }
        if (at < 0) {
            throw new DoorProblem(Kind.HOSTILE, "a bundle is no complete ZIP");
        }
        long count = end.getShort(at + 10) & 0xffff;
        long size = end.getInt(at + 12) & 0xffffffffL;
        if (at >= LOCATOR_LENGTH && end.getInt(at - LOCATOR_LENGTH) == LOCATOR) {
            ByteBuffer end64 = bytes(channel, end.getLong(at - LOCATOR_LENGTH + 8), 56);
            if (end64.getInt(0) != END_64) {
                throw new DoorProblem(Kind.HOSTILE, "a bundle's directory is damaged");
            }
            count = end64.getLong(32);
            size = end64.getLong(40);
        }
        if (count < 0 || count > most || size < 0 || size > (long) most * MOST_DIRECTORY_BYTES_A_MEMBER) {
            throw new DoorProblem(Kind.HOSTILE, "a bundle has more members than mostMembers allows");
        }
    }

    private static ByteBuffer bytes(SeekableByteChannel channel, long position, int length) throws IOException {
        if (position < 0 || position + length > channel.size()) {
            throw new DoorProblem(Kind.HOSTILE, "a bundle's directory points outside the bundle");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(position);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new DoorProblem(Kind.CHANGED, "a bundle became shorter while it was read");
            }
        }
        return bytes.flip();
    }
}
