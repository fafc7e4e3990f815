package org.safepassage.connectors.bundles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.zip.CRC32;

/// ZIP files that lie, written byte by byte. They unpack to a few kilobytes at most.
public final class HostileZips {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;

    private HostileZips() {}

    public static byte[] twoOfOneName() throws IOException {
        var members = new LinkedHashMap<String, byte[]>();
        members.put("a.txt", text("first"));
        members.put("b.txt", text("second"));
        byte[] zip = Zips.of(members);
        replaceAll(zip, "b.txt", "a.txt");
        return zip;
    }

    /// Two directory entries for one stored member: the second one's data begins inside the first one's.
    public static byte[] overlapping() {
        byte[] inner = stored("inner.txt", text("kernel"), 6);
        var outer = new ByteArrayOutputStream();
        outer.writeBytes(stored("outer.txt", inner, inner.length));
        int innerAt = outer.size() - inner.length;
        int directory = outer.size();
        outer.writeBytes(central("outer.txt", inner, inner.length, 0));
        outer.writeBytes(central("inner.txt", text("kernel"), 6, innerAt));
        outer.writeBytes(end(2, outer.size() - directory, directory));
        return outer.toByteArray();
    }

    /// The directory claims three bytes of a member that unpacks to more.
    public static byte[] claimingLess() {
        var zip = new ByteArrayOutputStream();
        zip.writeBytes(stored("case.json", text("{\"long\":true}"), 3));
        int directory = zip.size();
        byte[] entry = central("case.json", text("{\"long\":true}"), 3, 0);
        ByteBuffer.wrap(entry).order(ByteOrder.LITTLE_ENDIAN).putInt(20, 13);
        zip.writeBytes(entry);
        zip.writeBytes(end(1, zip.size() - directory, directory));
        return zip.toByteArray();
    }

    public static byte[] claimingManyMembers() {
        var zip = new ByteArrayOutputStream();
        zip.writeBytes(stored("a.txt", text("a"), 1));
        int directory = zip.size();
        zip.writeBytes(central("a.txt", text("a"), 1, 0));
        zip.writeBytes(end(60_000, zip.size() - directory, directory));
        return zip.toByteArray();
    }

    /// One byte of a member's data is another one.
    public static byte[] damaged(byte[] good) {
        byte[] zip = good.clone();
        zip[zip.length / 2] ^= 1;
        return zip;
    }

    /// Sets the mark that a member is under password, in its local header and in the directory.
    public static byte[] encryptedFlag(byte[] zip, int localHeader) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort(localHeader + 6, (short) (bytes.getShort(localHeader + 6) | 1));
        for (int at = 0; at < zip.length - 4; at++) {
            if (bytes.getInt(at) == CENTRAL) {
                bytes.putShort(at + 8, (short) (bytes.getShort(at + 8) | 1));
            }
        }
        return zip;
    }

    private static byte[] stored(String name, byte[] data, int claimed) {
        byte[] path = text(name);
        ByteBuffer header = ByteBuffer.allocate(30 + path.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(LOCAL).putShort((short) 20).putShort((short) 0).putShort((short) 0);
        header.putInt(0).putInt(crc(data)).putInt(data.length).putInt(claimed);
        header.putShort((short) path.length).putShort((short) 0).put(path).put(data);
        return header.array();
    }

    private static byte[] central(String name, byte[] data, int claimed, int at) {
        byte[] path = text(name);
        ByteBuffer entry = ByteBuffer.allocate(46 + path.length).order(ByteOrder.LITTLE_ENDIAN);
        entry.putInt(CENTRAL)
                .putShort((short) 20)
                .putShort((short) 20)
                .putShort((short) 0)
                .putShort((short) 0);
        entry.putInt(0).putInt(crc(data)).putInt(data.length).putInt(claimed);
        entry.putShort((short) path.length).putShort((short) 0).putShort((short) 0);
        entry.putShort((short) 0).putShort((short) 0).putInt(0).putInt(at).put(path);
        return entry.array();
    }

    private static byte[] end(int members, int size, int at) {
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(END).putShort((short) 0).putShort((short) 0);
        end.putShort((short) members)
                .putShort((short) members)
                .putInt(size)
                .putInt(at)
                .putShort((short) 0);
        return end.array();
    }

    private static int crc(byte[] data) {
        var crc = new CRC32();
        crc.update(data);
        return (int) crc.getValue();
    }

    private static void replaceAll(byte[] bytes, String from, String to) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replace(from, to);
        System.arraycopy(text.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 0, bytes.length);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
