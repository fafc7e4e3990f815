package org.safepassage.redact.renditions;

import static org.safepassage.redact.renditions.Pictures.SECRET;
import static org.safepassage.redact.renditions.Pictures.ascii;
import static org.safepassage.redact.renditions.Pictures.box;
import static org.safepassage.redact.renditions.Pictures.joined;
import static org.safepassage.redact.renditions.Pictures.number;

/// Small videos with something to say in every place that has room for it.
final class Movies {
    static final String TIME = "\u00DD\u00124V";
    static final String CODEC = "numbers of a codec";
    static final byte[] HEAD = box("ftyp", ascii("isom"), number(512), ascii("isomavc1mp41"));

    private Movies() {}

    /// A video with one track.
    ///
    /// @param version of the boxes with times, 0 or 1
    static byte[] video(String handler, String format, int version, byte[] samples) {
        byte[] media = box(
                "mdia",
                timed("mdhd", version, 12),
                handler("mhlr", handler),
                box(
                        "minf",
                        box("vmhd", number(1), number(0), number(0)),
                        handler("dhlr", "url "),
                        box("dinf", box("dref", number(0), number(1), box("url ", number(1)))),
                        table(handler, format),
                        box("hmhd", ascii(SECRET))));
        return joined(
                HEAD,
                box("free", ascii(SECRET)),
                box(
                        "moov",
                        timed("mvhd", version, 88),
                        box("trak", timed("tkhd", version, 72), media, box("udta", box("name", ascii(SECRET)))),
                        box(
                                "udta",
                                box("©xyz", ascii("+53.9+27.5/")),
                                box("loci", ascii(SECRET)),
                                box("meta", ascii(SECRET))),
                        box("meta", ascii(SECRET)),
                        box("pssh", ascii(SECRET))),
                box("uuid", ascii(SECRET)),
                box("mdat", samples));
    }

    private static byte[] timed(String type, int version, int rest) {
        byte[] time = version == 1 ? ascii("\0\0\0\0" + TIME) : ascii(TIME);
        return box(type, number(version << 24), time, time, new byte[rest]);
    }

    private static byte[] handler(String component, String kind) {
        return box("hdlr", number(0), ascii(component), ascii(kind), new byte[12], ascii(SECRET));
    }

    private static byte[] table(String handler, String format) {
        byte[] fixed = handler.equals("vide")
                ? joined(new byte[34], ascii((SECRET + "-".repeat(32)).substring(0, 32)), new byte[4])
                : new byte[20];
        byte[] description =
                box(format, new byte[8], fixed, box("avcC", ascii(CODEC)), box("xtra", ascii(SECRET)), number(0));
        return box(
                "stbl", box("stsd", number(0), number(1), description), box("stco", number(0), number(1), number(99)));
    }
}
