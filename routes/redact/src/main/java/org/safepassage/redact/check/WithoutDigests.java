package org.safepassage.redact.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.safepassage.schemas.Content;

/// A manifest without its first column: digests are random and may spell anything. A line that is not a digest and
/// a path stays whole.
///
/// @param manifest read into memory, a line a file of the bag
record WithoutDigests(Content manifest) implements Content {
    private static final Pattern DIGEST = Pattern.compile("(?m)^[0-9a-f]{32,128}(?=[ \\t]+\\S)");

    @Override
    public InputStream open() throws IOException {
        try (InputStream stream = manifest.open()) {
            String lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new ByteArrayInputStream(DIGEST.matcher(lines).replaceAll("").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public long size() {
        return -1;
    }

    @Override
    public String toString() {
        return "WithoutDigests";
    }
}
