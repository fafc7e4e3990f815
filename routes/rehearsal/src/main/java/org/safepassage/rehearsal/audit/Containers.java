package org.safepassage.rehearsal.audit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Formats that hold other bytes compressed: ZIP (so also Office and OpenDocument), gzip, tar, and every stream and
/// string of a PDF, whether a page shows it or not. Bytes that only look like such a format yield nothing. Thread-safe.
final class Containers {
    private static final int LARGEST_MEMBER = 256 * 1024 * 1024;

    private Containers() {}

    /// Gives the bytes inside, and the names of members as UTF-8.
    static void open(byte[] bytes, BiConsumer<String, byte[]> found) {
        try {
            if (startsWith(bytes, 'P', 'K', 3, 4)) {
                zip(bytes, found);
            } else if (startsWith(bytes, 0x1f, 0x8b)) {
                try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                    found.accept("gzip", in.readNBytes(LARGEST_MEMBER));
                }
            } else if (startsWith(bytes, '%', 'P', 'D', 'F')) {
                pdf(bytes, found);
            } else if (bytes.length > 262 && new String(bytes, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar")) {
                tar(bytes, found);
            }
        } catch (IOException | RuntimeException damaged) {
            // What can be read of it was given; the raw bytes are searched in any case.
            return;
        }
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static void zip(byte[] bytes, BiConsumer<String, byte[]> found) throws IOException {
        try (var zip = new ZipArchiveInputStream(new ByteArrayInputStream(bytes), "UTF-8", true, true)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.accept("zip-name", entry.getRawName());
                found.accept("zip", zip.readNBytes(LARGEST_MEMBER));
            }
        }
    }

    private static void tar(byte[] bytes, BiConsumer<String, byte[]> found) throws IOException {
        try (var tar = new TarArchiveInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                found.accept("tar-name", entry.getName().getBytes(StandardCharsets.UTF_8));
                found.accept("tar", tar.readNBytes(LARGEST_MEMBER));
            }
        }
    }

    private static void pdf(byte[] bytes, BiConsumer<String, byte[]> found) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            var file = document.getDocument();
            direct(file.getTrailer(), found);
            for (var key : file.getXrefTable().keySet()) {
                var object = file.getObjectFromPool(key).getObject();
                if (object instanceof COSStream stream) {
                    try (var in = stream.createInputStream()) {
                        found.accept("pdf-stream", in.readNBytes(LARGEST_MEMBER));
                    }
                }
                if (object != null) {
                    direct(object, found);
                }
            }
        }
    }

    /// Strings of an object, without following references: every object has its own turn.
    private static void direct(COSBase object, BiConsumer<String, byte[]> found) {
        switch (object) {
            case COSString string ->
                found.accept("pdf-string", string.getString().getBytes(StandardCharsets.UTF_8));
            case COSDictionary dictionary -> dictionary.getValues().forEach(value -> inside(value, found));
            case COSArray array -> array.forEach(value -> inside(value, found));
            default -> {
                // Numbers, names and references hold no text of their own.
            }
        }
    }

    private static void inside(COSBase value, BiConsumer<String, byte[]> found) {
        if (!(value instanceof COSObject)) {
            direct(value, found);
        }
    }
}
