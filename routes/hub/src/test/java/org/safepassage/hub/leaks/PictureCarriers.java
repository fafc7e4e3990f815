package org.safepassage.hub.leaks;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.safepassage.hub.wiring.DrawnFilm;

/// What pictures and films say beside their pixels, and print in the pixels.
final class PictureCarriers {
    private PictureCarriers() {}

    static List<Carrier> all() {
        return List.of(
                jpeg("EXIF description", words -> exif(0x010e, 2, ended(words))),
                jpeg("EXIF artist", words -> exif(0x013b, 2, ended(words))),
                jpeg(
                        "EXIF author of Windows, UTF-16",
                        words -> exif(0x9c9d, 1, (words + "\0").getBytes(StandardCharsets.UTF_16LE))),
                jpeg("XMP of a JPEG", words -> segment(0xe1, bytes("http://ns.adobe.com/xap/1.0/\0", xmp(words)))),
                jpeg("IPTC caption of a JPEG", PictureCarriers::iptc),
                jpeg("comment of a JPEG", words -> segment(0xfe, TextCarriers.utf8(words))),
                jpeg("comment of a thumbnail in EXIF", PictureCarriers::thumbnail),
                new Carrier(
                        "behind the end of a JPEG",
                        "a.jpg",
                        words -> Archives.join(blank("jpg"), TextCarriers.utf8(words))),
                png("PNG tEXt in Latin letters or digits", words -> chunk("tEXt", bytes("Comment\0", words))),
                png("PNG iTXt", words -> chunk("iTXt", bytes("Comment\0\0\0\0\0", words))),
                png(
                        "PNG iTXt, deflated",
                        words -> chunk(
                                "iTXt",
                                Archives.join(bytes("Comment\0\1\0\0\0", ""), deflated(TextCarriers.utf8(words))))),
                png(
                        "PNG zTXt",
                        words -> chunk(
                                "zTXt", Archives.join(bytes("Comment\0\0", ""), deflated(TextCarriers.utf8(words))))),
                png("XMP of a PNG", words -> chunk("iTXt", bytes("XML:com.adobe.xmp\0\0\0\0\0", xmp(words)))),
                new Carrier("comment of a GIF", "a.gif", PictureCarriers::gif),
                new Carrier("print in a PNG", "a.png", words -> written(PdfCarriers.print(words), "png")),
                new Carrier("print in a JPEG", "a.jpg", words -> written(PdfCarriers.print(words), "jpg")),
                new Carrier("print in the frames of a film", "a.mp4", words -> DrawnFilm.of(PdfCarriers.print(words))),
                new Carrier("name of an MP4's film", "a.mp4", words -> mp4(itunes("\u00a9nam", words))),
                new Carrier("comment of an MP4", "a.mp4", words -> mp4(itunes("\u00a9cmt", words))),
                new Carrier(
                        "user data of an MP4, QuickTime's way",
                        "a.mp4",
                        words -> mp4(box("\u00a9aut", quickTime(words)))),
                new Carrier(
                        "free box of an MP4",
                        "a.mp4",
                        words -> Archives.join(mp4(new byte[0]), box("free", TextCarriers.utf8(words)))));
    }

    static String xmp(String words) {
        return "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''"
                + " xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:description><rdf:Alt><rdf:li xml:lang='x-default'>"
                + words
                + "</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>";
    }

    private static Carrier jpeg(String name, Carrier.Writing segment) {
        return new Carrier(name, "a.jpg", words -> after(blank("jpg"), 2, segment.of(words)));
    }

    /// Behind the header chunk.
    private static Carrier png(String name, Carrier.Writing chunk) {
        return new Carrier(name, "a.png", words -> after(blank("png"), 33, chunk.of(words)));
    }

    private static byte[] after(byte[] picture, int place, byte[] inserted) {
        byte[] head = Archives.join(Arrays.copyOf(picture, place), inserted);
        return Archives.join(head, Arrays.copyOfRange(picture, place, picture.length));
    }

    private static byte[] blank(String format) throws IOException {
        var picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.fillRect(0, 0, 64, 48);
        graphics.dispose();
        return written(picture, format);
    }

    private static byte[] written(BufferedImage picture, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }

    private static byte[] segment(int marker, byte[] bytes) {
        return ByteBuffer.allocate(bytes.length + 4)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (bytes.length + 2))
                .put(bytes)
                .array();
    }

    /// An EXIF block of one entry in its first directory.
    private static byte[] exif(int tag, int type, byte[] value) {
        ByteBuffer tiff =
                ByteBuffer.allocate(6 + 26 + Math.max(4, value.length)).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(bytes("Exif\0\0", ""))
                .put(bytes("II", ""))
                .putShort((short) 42)
                .putInt(8);
        tiff.putShort((short) 1).putShort((short) tag).putShort((short) type).putInt(value.length);
        tiff.putInt(26).putInt(0).put(value);
        return segment(0xe1, tiff.array());
    }

    /// A second directory with a thumbnail, a JPEG with a comment of its own.
    private static byte[] thumbnail(String words) throws IOException {
        byte[] small = after(blank("jpg"), 2, segment(0xfe, TextCarriers.utf8(words)));
        ByteBuffer tiff = ByteBuffer.allocate(6 + 44 + small.length).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(bytes("Exif\0\0", ""))
                .put(bytes("II", ""))
                .putShort((short) 42)
                .putInt(8);
        tiff.putShort((short) 0).putInt(14);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0201).putShort((short) 4).putInt(1).putInt(44);
        tiff.putShort((short) 0x0202).putShort((short) 4).putInt(1).putInt(small.length);
        tiff.putInt(0).put(small);
        return segment(0xe1, tiff.array());
    }

    private static byte[] iptc(String words) {
        byte[] text = TextCarriers.utf8(words);
        ByteBuffer records = ByteBuffer.allocate(8 + 5 + text.length);
        records.put(new byte[] {0x1c, 1, 90, 0, 3, 0x1b, '%', 'G'});
        records.put(new byte[] {0x1c, 2, 120}).putShort((short) text.length).put(text);
        int even = records.capacity() + records.capacity() % 2;
        ByteBuffer block = ByteBuffer.allocate(14 + 12 + even);
        block.put(bytes("Photoshop 3.0\0", ""))
                .put(bytes("8BIM", ""))
                .putShort((short) 0x0404)
                .putShort((short) 0);
        block.putInt(records.capacity()).put(records.array());
        return segment(0xed, block.array());
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] typed = Archives.join(bytes(type, ""), data);
        var crc = new CRC32();
        crc.update(typed);
        return ByteBuffer.allocate(typed.length + 8)
                .putInt(data.length)
                .put(typed)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] gif(String words) throws IOException {
        byte[] picture = written(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_INDEXED), "gif");
        byte[] text = TextCarriers.utf8(words);
        ByteBuffer comment = ByteBuffer.allocate(text.length + 4);
        comment.put((byte) 0x21)
                .put((byte) 0xfe)
                .put((byte) text.length)
                .put(text)
                .put((byte) 0);
        return after(picture, picture.length - 1, comment.array());
    }

    private static byte[] mp4(byte[] userData) {
        byte[] type = box("ftyp", bytes("isom\0\0\2\0isommp41", ""));
        ByteBuffer header = ByteBuffer.allocate(100);
        header.putInt(12, 1000)
                .putInt(16, 1000)
                .putInt(20, 0x10000)
                .putShort(24, (short) 0x100)
                .putInt(96, 2);
        byte[] movie = box("mvhd", header.array());
        if (userData.length > 0) {
            movie = Archives.join(movie, box("udta", userData));
        }
        return Archives.join(type, box("moov", movie));
    }

    private static byte[] itunes(String key, String words) {
        byte[] value = Archives.join(new byte[] {0, 0, 0, 1, 0, 0, 0, 0}, TextCarriers.utf8(words));
        byte[] list = box("ilst", box(key, box("data", value)));
        byte[] handler = box("hdlr", bytes("\0\0\0\0\0\0\0\0mdirappl\0\0\0\0\0\0\0\0\0", ""));
        return box("meta", Archives.join(new byte[4], Archives.join(handler, list)));
    }

    private static byte[] quickTime(String words) {
        byte[] text = TextCarriers.utf8(words);
        return ByteBuffer.allocate(text.length + 4)
                .putShort((short) text.length)
                .putShort((short) 0x55c4)
                .put(text)
                .array();
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(content.length + 8)
                .putInt(content.length + 8)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(content)
                .array();
    }

    private static byte[] ended(String words) {
        return TextCarriers.utf8(words + "\0");
    }

    private static byte[] bytes(String latin, String words) {
        return Archives.join(latin.getBytes(StandardCharsets.ISO_8859_1), TextCarriers.utf8(words));
    }
}
