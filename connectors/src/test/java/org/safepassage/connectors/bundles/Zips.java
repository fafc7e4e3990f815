package org.safepassage.connectors.bundles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// ZIP files made in memory for tests.
public final class Zips {
    private Zips() {}

    public static byte[] of(Map<String, byte[]> members) throws IOException {
        return of(members, StandardCharsets.UTF_8);
    }

    public static byte[] of(Map<String, byte[]> members, Charset names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, names)) {
            for (var member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
