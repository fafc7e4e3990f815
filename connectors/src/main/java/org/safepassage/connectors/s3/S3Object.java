package org.safepassage.connectors.s3;

/// An object as it was listed.
///
/// @param key its name in the bucket; content, so never logged
/// @param size bytes
/// @param tag ETag with its quotes, or empty
/// @param modified milliseconds since 1970 by the server's clock, 0 when not told
/// @param version its version, or empty when the listing tells none
record S3Object(String key, long size, String tag, long modified, String version) {
    /// Changes when the content does; the same wherever the object is copied, as far as the server can tell.
    String state() {
        return size + " " + (tag.isEmpty() ? Long.toString(modified) : tag);
    }

    @Override
    public String toString() {
        return "S3Object[" + size + "]";
    }
}
