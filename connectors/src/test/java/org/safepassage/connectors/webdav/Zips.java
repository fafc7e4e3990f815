package org.safepassage.connectors.webdav;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// ZIP files made in memory for tests.
final class Zips {
    private Zips() {}

    static byte[] of(Map<String, byte[]> members) throws IOException {
        return of(members, StandardCharsets.UTF_8);
    }

    static byte[] of(Map<String, byte[]> members, Charset names) throws IOException {
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
