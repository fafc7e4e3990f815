package org.safepassage.redact.renditions;

import java.util.Map;
import java.util.Set;

/// What is known of the boxes of a video: which hold others, which stay as they are, and what the rest is called.
/// A box that is in none of these lists is emptied.
final class BoxKinds {
    /// Containers and what each may hold; `""` is the file itself.
    private static final Map<String, Set<String>> CONTAINERS = Map.ofEntries(
            Map.entry("", Set.of("moov", "moof", "mfra")),
            Map.entry("moov", Set.of("trak", "mvex")),
            Map.entry("trak", Set.of("mdia", "edts", "tapt")),
            Map.entry("mdia", Set.of("minf")),
            Map.entry("minf", Set.of("dinf", "stbl")),
            Map.entry("moof", Set.of("traf")));
    private static final Map<String, Set<String>> KEPT = Map.ofEntries(
            Map.entry("", Set.of("mdat", "styp", "sidx", "pdin")),
            Map.entry("trak", Set.of("tref")),
            Map.entry("edts", Set.of("elst")),
            Map.entry("tapt", Set.of("clef", "prof", "enof")),
            Map.entry("mdia", Set.of("elng")),
            Map.entry("minf", Set.of("vmhd", "smhd", "nmhd")),
            Map.entry(
                    "stbl",
                    Set.of(
                            "stts", "ctts", "cslg", "stss", "stsc", "stsz", "stz2", "stco", "co64", "stsh", "sdtp",
                            "sbgp", "sgpd", "subs", "saiz", "saio", "stdp", "padb")),
            Map.entry("mvex", Set.of("mehd", "trex")),
            Map.entry("moof", Set.of("mfhd")),
            Map.entry("traf", Set.of("tfhd", "tfdt", "trun", "sdtp", "sbgp", "sgpd", "subs", "saiz", "saio")),
            Map.entry("mfra", Set.of("tfra", "mfro")));
    private static final Map<String, String> KINDS = Map.of(
            "udta", "user-data",
            "meta", "metadata",
            "uuid", "private-data",
            "free", "free-space",
            "skip", "free-space",
            "wide", "free-space",
            "pssh", "protection");
    private static final Set<String> PICTURE = Set.of(
            "avc1", "avc2", "avc3", "hvc1", "hev1", "av01", "vp08", "vp09", "mp4v", "s263", "h263", "apcn", "apch",
            "apcs", "apco", "ap4h");
    private static final Set<String> SOUND = Set.of(
            "mp4a", "ac-3", "ec-3", "alac", "Opus", "samr", "sawb", "sowt", "twos", "lpcm", "raw ", "in24", "in32",
            "fl32", "fl64", "ulaw", "alaw");
    private static final Set<String> SETTINGS = Set.of(
            "avcC", "hvcC", "lhvC", "av1C", "vpcC", "esds", "pasp", "clap", "btrt", "fiel", "mdcv", "clli", "gama",
            "d263", "damr", "dac3", "dec3", "dOps", "alac", "chan", "chnl", "pcmC", "frma", "enda");

    private BoxKinds() {}

    static boolean holdsOthers(String parent, String type) {
        return CONTAINERS.getOrDefault(parent, Set.of()).contains(type);
    }

    static boolean isKept(String parent, String type) {
        return KEPT.getOrDefault(parent, Set.of()).contains(type);
    }

    static String kind(String type) {
        return KINDS.getOrDefault(type, "unknown-box");
    }

    /// Whether samples of this make, in a track of this kind, are picture or sound and nothing else.
    static boolean isCodec(String handler, String format) {
        return (handler.equals("vide") && PICTURE.contains(format))
                || (handler.equals("soun") && SOUND.contains(format));
    }

    /// Whether a box inside a sample description is needed to decode.
    static boolean isSetting(String type) {
        return SETTINGS.contains(type);
    }
}
