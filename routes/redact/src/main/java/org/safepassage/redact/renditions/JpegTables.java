package org.safepassage.redact.renditions;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What is known of JPEG segments: which make the picture, how long these must be, and what to call the others.
final class JpegTables {
    private static final int DHT = 0xC4;
    private static final int DAC = 0xCC;
    private static final int SOS = 0xDA;
    private static final int DQT = 0xDB;
    private static final int DNL = 0xDC;
    private static final int DRI = 0xDD;
    private static final int DHP = 0xDE;
    private static final int EXP = 0xDF;

    private JpegTables() {}

    static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != DHT && marker != 0xC8 && marker != DAC;
    }

    static boolean isKept(int marker) {
        return switch (marker) {
            case DHT, DAC, DQT, DNL, DRI, DHP, EXP -> true;
            default -> isFrame(marker);
        };
    }

    /// Whether the payload is exactly as long as its own numbers say, so that nothing hides behind it.
    static boolean fits(int marker, byte[] payload) {
        return switch (marker) {
            case DHT -> tables(payload, at -> huffmanLength(payload, at));
            case DQT -> tables(payload, at -> (payload[at] & 0xF0) == 0 ? 65 : 129);
            case DAC -> payload.length % 2 == 0;
            case DNL, DRI -> payload.length == 2;
            case EXP -> payload.length == 1;
            case SOS -> payload.length > 0 && payload.length == 4 + 2 * (payload[0] & 0xFF);
            default ->
                !(isFrame(marker) || marker == DHP)
                        || (payload.length > 5 && payload.length == 6 + 3 * (payload[5] & 0xFF));
        };
    }

    private interface TableLength {
        int at(int offset);
    }

    private static boolean tables(byte[] payload, TableLength length) {
        int at = 0;
        while (at < payload.length) {
            at += length.at(at);
        }
        return at == payload.length;
    }

    private static int huffmanLength(byte[] payload, int offset) {
        int length = 17;
        for (int i = offset + 1; i <= offset + 16 && i < payload.length; i++) {
            length += payload[i] & 0xFF;
        }
        return length;
    }

    static byte[] withoutThumbnail(byte[] jfif) {
        byte[] head = Arrays.copyOf(jfif, 14);
        head[12] = 0;
        head[13] = 0;
        return head;
    }

    static boolean startsWith(byte[] payload, String ascii) {
        byte[] start = ascii.getBytes(StandardCharsets.US_ASCII);
        return payload.length >= start.length && Arrays.equals(payload, 0, start.length, start, 0, start.length);
    }

    /// What a dropped segment is called in the list of what was dropped.
    static String kind(int marker, byte[] payload) {
        if (marker == 0xFE) {
            return "comment";
        }
        if (marker < 0xE0 || marker > 0xEF) {
            return "unknown-segment";
        }
        if (startsWith(payload, "Exif\0")) {
            return "exif";
        }
        if (startsWith(payload, "http://ns.adobe.com/x")) {
            return "xmp";
        }
        if (startsWith(payload, "JFXX\0")) {
            return "thumbnail";
        }
        return "app" + (marker - 0xE0);
    }
}
