package org.safepassage.extract.worker;

import org.apache.tika.mime.MediaType;

/// What is known of a document from its media type alone.
final class Pictures {
    private Pictures() {}

    /// Types that have no text of their own: the word is the reason that an extraction gives.
    static String withoutText(MediaType type) {
        return switch (type.getType()) {
            case "image" -> type.getSubtype().startsWith("svg") ? "" : "picture";
            case "video" -> "moving-picture";
            case "audio" -> "sound";
            default -> type.toString().equals("application/mp4") ? "moving-picture" : "";
        };
    }

    /// Types that are read as they stream by, however large.
    static boolean streams(MediaType type) {
        return type.getType().equals("video")
                || type.getType().equals("audio")
                || type.toString().equals("application/mp4")
                || type.equals(MediaType.OCTET_STREAM);
    }
}
