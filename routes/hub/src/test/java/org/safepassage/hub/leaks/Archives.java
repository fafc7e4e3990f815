package org.safepassage.hub.leaks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/// Archives, what they hold and what they are called.
final class Archives {
    private Archives() {}

    static List<Carrier> all() {
        return List.of(
                new Carrier("zip", "a.zip", words -> zip("a.txt", TextCarriers.utf8("Там быў " + words))),
                new Carrier("zip in a zip", "a.zip", words -> zip("b.zip", zip("a.txt", TextCarriers.utf8(words)))),
                new Carrier("name in a zip", "a.zip", words -> zip(words + ".txt", TextCarriers.utf8("x"))),
                new Carrier(
                        "name in a zip in a zip",
                        "a.zip",
                        words -> zip("b.zip", zip(words + "/a.txt", TextCarriers.utf8("x")))),
                new Carrier("comment of a zip", "a.zip", words -> commented(words, false)),
                new Carrier("comment of a file in a zip", "a.zip", words -> commented(words, true)),
                new Carrier(
                        "behind a zip's end",
                        "a.zip",
                        words -> Archives.join(zip("a.txt", TextCarriers.utf8("x")), TextCarriers.utf8(words))),
                new Carrier("zip of UTF-16", "a.zip", words -> zip("a.txt", words.getBytes(StandardCharsets.UTF_16LE))),
                new Carrier("gzip", "a.gz", words -> gzip("a", TextCarriers.utf8("Там быў " + words))),
                new Carrier("file name in gzip", "a.gz", words -> gzip(words, TextCarriers.utf8("x"))),
                new Carrier("tar", "a.tar", words -> tar("a.txt", TextCarriers.utf8("Там быў " + words))),
                new Carrier("name in a tar", "a.tar", words -> tar(words + ".txt", TextCarriers.utf8("x"))),
                new Carrier("tar in gzip", "a.tar.gz", words -> gzip("a.tar", tar("a", TextCarriers.utf8(words)))),
                new Carrier("bzip2", "a.bz2", words -> bzip2(TextCarriers.utf8("Там быў " + words))),
                new Carrier("xz", "a.xz", words -> xz(TextCarriers.utf8("Там быў " + words))),
                new Carrier("file name", "{}.txt", words -> TextCarriers.utf8("x")),
                new Carrier("folder name", "{}/a.txt", words -> TextCarriers.utf8("x")));
    }

    static byte[] zip(String name, byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    static byte[] join(byte[] one, byte[] other) {
        byte[] all = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    private static byte[] commented(String words, boolean entry) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            var a = new ZipEntry("a.txt");
            if (entry) {
                a.setComment(words);
            } else {
                zip.setComment(words);
            }
            zip.putNextEntry(a);
            zip.write('x');
        }
        return out.toByteArray();
    }

    private static byte[] gzip(String name, byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        var parameters = new GzipParameters();
        parameters.setFileNameCharset(StandardCharsets.UTF_8);
        parameters.setFileName(name);
        try (var gzip = new GzipCompressorOutputStream(out, parameters)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] bzip2(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packed = new BZip2CompressorOutputStream(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] xz(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packed = new XZCompressorOutputStream(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] tar(String name, byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            var entry = new TarArchiveEntry(name);
            entry.setSize(bytes.length);
            tar.putArchiveEntry(entry);
            tar.write(bytes);
            tar.closeArchiveEntry();
        }
        return out.toByteArray();
    }
}
