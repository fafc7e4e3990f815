package org.safepassage.redact.renditions;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Set;

/// Copies an MP4 or QuickTime video byte for byte except for what tells of it: that becomes `free` boxes of the
/// same size, filled with zeros, or zeros in its place, so that no offset into the samples changes.
final class MovieCopy {
    private static final int LARGEST_IN_MEMORY = 1 << 20;
    private static final Set<String> BEGINNINGS = Set.of("ftyp", "moov", "mdat", "wide", "free", "skip");
    private static final Set<String> STILLS = Set.of("heic", "heix", "mif1", "msf1", "hevc", "avif", "avis", "crx ");

    private final MediaInput in;
    private final OutputStream out;
    private final Set<String> dropped;
    private String handler = "";
    private int tracks;
    private boolean movie;

    private MovieCopy(MediaInput in, OutputStream out, Set<String> dropped) {
        this.in = in;
        this.out = out;
        this.dropped = dropped;
    }

    static void copy(MediaInput in, OutputStream out, Set<String> dropped) throws IOException {
        new MovieCopy(in, out, dropped).file();
    }

    private void file() throws IOException {
        for (int first = in.next(); first >= 0; first = in.next()) {
            boolean start = in.place() == 1;
            long size = ((long) first << 24) | ((long) in.u8() << 16) | in.u16();
            Box box = Box.read(size, in, -1);
            if (start && !BEGINNINGS.contains(box.type())) {
                throw new UnsupportedMedia("it does not begin as an MP4 or QuickTime video does");
            }
            box(box, "");
        }
        if (!movie || tracks == 0) {
            throw new UnsupportedMedia("the video has no track that can be told from its head");
        }
    }

    private void children(String parent, long room) throws IOException {
        long left = room;
        while (left >= 8) {
            long before = in.place();
            Box box = Box.read(in.u32(), in, left);
            box(box, parent);
            left -= in.place() - before;
        }
        zeros(left);
    }

    /// A box without its head, which is read already.
    private void box(Box box, String parent) throws IOException {
        String type = box.type();
        if (box.body() == -1) {
            toTheEnd(box);
        } else if (BoxKinds.holdsOthers(parent, type)) {
            box.writeHead(out, type);
            enter(type);
            children(type, box.body());
        } else if (BoxKinds.isKept(parent, type)) {
            box.writeHead(out, type);
            in.copy(box.body(), out);
        } else if (isRewritten(parent, type)) {
            box.writeHead(out, type);
            out.write(rewritten(type, small(box)));
        } else {
            refuse(parent, type);
            box.writeHead(out, "free");
            dropped.add(BoxKinds.kind(type));
            zeros(box.body());
        }
    }

    private void enter(String type) {
        movie |= type.equals("moov");
        if (type.equals("trak")) {
            tracks++;
            handler = "";
        }
    }

    private void toTheEnd(Box box) throws IOException {
        if (!box.type().equals("mdat")) {
            throw new IOException("a box without a size is no media data, before byte " + in.place());
        }
        box.writeHead(out, "mdat");
        in.drain(out::write);
    }

    private static boolean isRewritten(String parent, String type) {
        return switch (parent) {
            case "" -> type.equals("ftyp");
            case "moov" -> type.equals("mvhd");
            case "trak" -> type.equals("tkhd");
            case "mdia" -> type.equals("mdhd") || type.equals("hdlr");
            case "minf" -> type.equals("hdlr");
            case "dinf" -> type.equals("dref");
            case "stbl" -> type.equals("stsd");
            default -> false;
        };
    }

    private byte[] rewritten(String type, byte[] body) throws IOException {
        return switch (type) {
            case "ftyp" -> brands(body);
            case "hdlr" -> handler(body);
            case "dref" -> MovieTables.references(body, dropped);
            case "stsd" -> MovieTables.descriptions(body, handler, dropped);
            default -> times(body);
        };
    }

    private static byte[] brands(byte[] body) throws IOException {
        if (body.length < 8 || STILLS.contains(MovieTables.type(body, 0))) {
            throw new UnsupportedMedia("it is no video of a known brand");
        }
        return body;
    }

    /// Creation and modification times are two numbers after version and flags, of 32 or, in version 1, 64 bits.
    private byte[] times(byte[] body) throws IOException {
        int end = body.length > 0 && body[0] == 1 ? 20 : 12;
        if (body.length < end + 8) {
            throw new IOException("a head in the video is too short, before byte " + in.place());
        }
        Arrays.fill(body, 4, end, (byte) 0);
        dropped.add("times");
        return body;
    }

    /// Only the kind of media stays of a handler. In QuickTime a second one, in the media information, tells how
    /// data are found.
    private byte[] handler(byte[] body) throws IOException {
        if (body.length < 20) {
            throw new IOException("a handler in the video is too short, before byte " + in.place());
        }
        if (!MovieTables.type(body, 4).equals("dhlr")) {
            handler = MovieTables.type(body, 8);
            if (!handler.equals("vide") && !handler.equals("soun")) {
                throw new UnsupportedMedia("the video has a track that is neither picture nor sound");
            }
        }
        Arrays.fill(body, 12, body.length, (byte) 0);
        dropped.add("handler-names");
        return body;
    }

    private static void refuse(String parent, String type) throws IOException {
        if (parent.equals("moov") && (type.equals("cmov") || type.equals("rmra"))) {
            throw new UnsupportedMedia("the video's head is compressed or elsewhere");
        }
        if (parent.equals("minf") && type.equals("gmhd")) {
            throw new UnsupportedMedia("the video has a track that is neither picture nor sound");
        }
    }

    private byte[] small(Box box) throws IOException {
        if (box.body() > LARGEST_IN_MEMORY) {
            throw new IOException("a head in the video is too large at byte " + in.place());
        }
        return in.bytes((int) box.body());
    }

    private void zeros(long count) throws IOException {
        in.each(count, (bytes, from, length) -> {
            Arrays.fill(bytes, from, from + length, (byte) 0);
            out.write(bytes, from, length);
        });
    }
}
