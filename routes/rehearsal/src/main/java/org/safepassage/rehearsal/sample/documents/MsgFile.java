package org.safepassage.rehearsal.sample.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Writes Outlook's .msg files ([MS-OXMSG]): a compound file whose streams are the properties of the message, its
/// recipient and its attachment.
public final class MsgFile {
    private static final int TEXT = 0x001F;
    private static final int BINARY = 0x0102;
    private static final int NUMBER = 0x0003;
    private static final int TIME = 0x0040;
    private static final long TICKS_FROM_1601_TO_1970 = 116_444_736_000_000_000L;
    private static final int READABLE_AND_WRITABLE = 6;

    private MsgFile() {}

    /// The file's bytes.
    public static byte[] write(Letter letter) {
        try (var compound = new POIFSFileSystem();
                var bytes = new ByteArrayOutputStream()) {
            DirectoryEntry root = compound.getRoot();
            names(root);
            message(root, letter);
            recipient(root.createDirectory("__recip_version1.0_#00000000"), letter);
            attachment(root.createDirectory("__attach_version1.0_#00000000"), letter);
            compound.writeFilesystem(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void names(DirectoryEntry root) throws IOException {
        DirectoryEntry names = root.createDirectory("__nameid_version1.0");
        for (String stream : new String[] {"__substg1.0_00020102", "__substg1.0_00030102", "__substg1.0_00040102"}) {
            names.createDocument(stream, new ByteArrayInputStream(new byte[0]));
        }
    }

    private static void message(DirectoryEntry root, Letter letter) throws IOException {
        var properties = new Properties(root);
        properties.text(0x001A, "IPM.Note");
        properties.text(0x0037, letter.document().title());
        properties.text(0x0070, letter.document().title());
        properties.text(0x0042, letter.from());
        properties.text(0x0065, letter.fromAddress());
        properties.text(0x0C1A, letter.from());
        properties.text(0x0C1E, "SMTP");
        properties.text(0x0C1F, letter.fromAddress());
        properties.text(0x0E04, letter.to());
        properties.text(0x007D, EmlFile.headers(letter));
        properties.text(0x1000, letter.words());
        long ticks = letter.sent().atTime(6, 0).toEpochSecond(ZoneOffset.UTC) * 10_000_000L + TICKS_FROM_1601_TO_1970;
        properties.fixed(0x0039, TIME, ticks);
        properties.fixed(0x0E06, TIME, ticks);
        properties.fixed(0x0E07, NUMBER, 1);
        properties.fixed(0x340D, NUMBER, 0x00040000);
        ByteBuffer head = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(8, 1).putInt(12, 1).putInt(16, 1).putInt(20, 1);
        properties.write(head.array());
    }

    private static void recipient(DirectoryEntry folder, Letter letter) throws IOException {
        var properties = new Properties(folder);
        properties.text(0x3001, letter.to());
        properties.text(0x3002, "SMTP");
        properties.text(0x3003, letter.toAddress());
        properties.text(0x39FE, letter.toAddress());
        properties.fixed(0x0C15, NUMBER, 1);
        properties.fixed(0x3000, NUMBER, 0);
        properties.write(new byte[8]);
    }

    private static void attachment(DirectoryEntry folder, Letter letter) throws IOException {
        var properties = new Properties(folder);
        properties.binary(0x3701, letter.attachment());
        properties.text(0x3704, letter.attachmentName());
        properties.text(0x3707, letter.attachmentName());
        properties.text(0x370E, letter.attachmentType());
        properties.fixed(0x3705, NUMBER, 1);
        properties.fixed(0x0E21, NUMBER, 0);
        properties.write(new byte[8]);
    }

    /// The properties of one storage: long ones in streams of their own, all of them listed in one stream.
    private static final class Properties {
        private final DirectoryEntry storage;
        private final ByteArrayOutputStream list = new ByteArrayOutputStream();

        Properties(DirectoryEntry storage) {
            this.storage = storage;
        }

        void text(int tag, String value) throws IOException {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_16LE);
            stream(tag, TEXT, bytes);
            fixed(tag, TEXT, bytes.length + 2L);
        }

        void binary(int tag, byte[] value) throws IOException {
            stream(tag, BINARY, value);
            fixed(tag, BINARY, value.length);
        }

        void fixed(int tag, int type, long value) {
            ByteBuffer entry = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
            entry.putShort((short) type)
                    .putShort((short) tag)
                    .putInt(READABLE_AND_WRITABLE)
                    .putLong(value);
            list.writeBytes(entry.array());
        }

        void write(byte[] head) throws IOException {
            var all = new ByteArrayOutputStream();
            all.writeBytes(head);
            all.writeBytes(list.toByteArray());
            storage.createDocument("__properties_version1.0", new ByteArrayInputStream(all.toByteArray()));
        }

        private void stream(int tag, int type, byte[] value) throws IOException {
            storage.createDocument("__substg1.0_%04X%04X".formatted(tag, type), new ByteArrayInputStream(value));
        }
    }
}
