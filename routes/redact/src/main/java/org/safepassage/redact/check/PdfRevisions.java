package org.safepassage.redact.check;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.safepassage.schemas.Content;

/// The earlier revisions of a PDF, each a whole PDF from the file's beginning (ISO 32000-2, 7.5.6): what a later one
/// replaced can still be had from them, and no reader of the newest shows it.
final class PdfRevisions {
    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 1_024;
    private static final int MOST = 16;

    private PdfRevisions() {}

    /// All but the newest, oldest first; none when the file is no PDF.
    ///
    /// @throws UnreadableFile when there are more than sixteen
    static List<Content> before(Content content) throws UnreadableFile, IOException {
        var ends = new ArrayList<Long>();
        boolean linearised;
        try (InputStream stream = new BufferedInputStream(content.open(), 1 << 16)) {
            stream.mark(HEAD);
            String head = new String(stream.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            if (!head.contains("%PDF-")) {
                return List.of();
            }
            linearised = head.contains("/Linearized");
            stream.reset();
            ends(stream, ends);
        }
        // A file made for fast web view ends its first part in the same way, and that part is no revision.
        if (linearised && !ends.isEmpty()) {
            ends.removeFirst();
        }
        if (!ends.isEmpty()) {
            ends.removeLast();
        }
        if (ends.size() > MOST) {
            throw new UnreadableFile("holds more than " + MOST + " earlier revisions");
        }
        return ends.stream().<Content>map(end -> new Beginning(content, end)).toList();
    }

    private static void ends(InputStream stream, List<Long> ends) throws IOException {
        int matched = 0;
        long at = 0;
        for (int b = stream.read(); b >= 0 && ends.size() <= 2 * MOST; b = stream.read()) {
            at++;
            matched = b == END[matched] ? matched + 1 : b == END[0] ? matched == 2 ? 2 : 1 : 0;
            if (matched == END.length) {
                ends.add(at);
                matched = 0;
            }
        }
    }

    /// The first bytes of a content.
    private record Beginning(Content whole, long size) implements Content {
        @Override
        public InputStream open() throws IOException {
            return new First(whole.open(), size);
        }
    }

    private static final class First extends InputStream {
        private final InputStream inner;
        private long left;

        First(InputStream inner, long left) {
            this.inner = inner;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            int b = left > 0 ? inner.read() : -1;
            left -= b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = left > 0 ? inner.read(bytes, offset, (int) Math.min(length, left)) : -1;
            left -= Math.max(0, count);
            return count;
        }

        @Override
        public void close() throws IOException {
            inner.close();
        }
    }
}
