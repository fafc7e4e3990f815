package org.safepassage.redact.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.safepassage.redact.check.View.Kind;
import org.safepassage.schemas.Content;

/// Reads the bytes of one file in windows that overlap, as every text that they may be. Holds one window at a time.
/// For one file; not safe to share.
final class FileScan implements Packed.Members, Decoding.Sink {
    private static final int WINDOW = 1 << 20;
    private static final int OVERLAP = 4 << 10;
    /// An archive inside an archive is held in memory; a larger one makes the file unreadable.
    private static final int LARGEST_INNER = 32 << 20;

    private final CaseSearch search;
    private final HitList hits;
    private final Kind kind;
    private final Decoding decoding;
    private final Packed packed;
    private long total;

    FileScan(CaseSearch search, HitList hits, Kind kind) {
        this.search = search;
        this.hits = hits;
        this.kind = kind;
        var budget = new Budget();
        this.packed = new Packed(this, budget);
        this.decoding = new Decoding(this, budget, packed);
    }

    /// Reads all bytes and returns their number.
    long scan(Content content) throws UnreadableFile, IOException {
        byte[] head;
        try (InputStream stream = content.open()) {
            head = stream.readNBytes(64);
        }
        try (InputStream stream = content.open()) {
            total = windows("", stream, kind, 0);
        }
        if (Packed.isPacked(head, head.length)) {
            try (InputStream stream = content.open()) {
                packed.open("content", head, head.length, stream, 1);
            } catch (CountedInput.TooMuch e) {
                throw new UnreadableFile(String.valueOf(e.getMessage()));
            }
        }
        return total;
    }

    /// Searches a text that was read from the file in another way.
    void text(String label, Kind textKind, String text) throws UnreadableFile, IOException {
        int from = 0;
        while (from < text.length()) {
            int end = Math.min(text.length(), from + WINDOW);
            decoding.read(new View(label, from, false, textKind, text.substring(from, end)));
            from = end == text.length() ? end : end - OVERLAP;
        }
    }

    /// Searches a name, which has no offsets worth telling.
    void label(String label, Kind labelKind, String text) throws UnreadableFile, IOException {
        decoding.read(View.labelled(label, labelKind, text));
    }

    @Override
    public void name(String label, String name) throws UnreadableFile, IOException {
        label(label, Kind.METADATA, name);
    }

    @Override
    public void member(String label, InputStream content, int depth) throws UnreadableFile, IOException {
        byte[] head = content.readNBytes(64);
        InputStream whole = new java.io.SequenceInputStream(new ByteArrayInputStream(head), content);
        if (Packed.isPacked(head, head.length)) {
            byte[] inner = whole.readNBytes(LARGEST_INNER + 1);
            if (inner.length > LARGEST_INNER) {
                throw new UnreadableFile("holds an archive of more than 32 MiB inside another");
            }
            windows(label, new ByteArrayInputStream(inner), kind, depth);
            packed.open(label, inner, depth + 1);
        } else {
            windows(label, whole, kind, depth);
        }
    }

    @Override
    public void stream(String label, InputStream content, int depth) throws UnreadableFile, IOException {
        windows(label, content, kind == Kind.PROSE ? Kind.METADATA : kind, depth);
    }

    private long windows(String label, InputStream stream, Kind windowKind, int depth)
            throws UnreadableFile, IOException {
        byte[] window = stream.readNBytes(WINDOW);
        int kept = 0;
        int count = window.length;
        long offset = 0;
        boolean more = true;
        while (more) {
            int length = kept + count;
            more = length == WINDOW;
            if (count > 0) {
                window(label, window, length, offset, windowKind, depth);
            }
            if (more) {
                kept = overlap(window, length);
                offset += length - kept;
                System.arraycopy(window, length - kept, window, 0, kept);
                count = stream.readNBytes(window, kept, WINDOW - kept);
            } else {
                offset += length;
            }
        }
        return offset;
    }

    /// At least four KiB, from a line's beginning or a space on; an even number, so that wide chars stay whole.
    private static int overlap(byte[] window, int length) {
        for (int i = length - OVERLAP; i > length - 2 * OVERLAP; i--) {
            if ((window[i - 1] == '\n' || window[i - 1] == ' ') && (length - i) % 2 == 0) {
                return length - i;
            }
        }
        return OVERLAP;
    }

    private void window(String label, byte[] window, int length, long offset, Kind windowKind, int depth)
            throws UnreadableFile, IOException {
        var readings = Charsets.readings(window, 0, length);
        String prefix = label.isEmpty() ? "" : label + "/";
        if (readings.isEmpty()) {
            noise(prefix, window, length, offset, depth);
        }
        for (Charsets.Reading reading : readings) {
            String name = prefix + (reading.charset().equals("utf-8") ? "text" : "text " + reading.charset());
            Kind reads = windowKind == Kind.PROSE && !reading.likely() ? Kind.METADATA : windowKind;
            decoding.read(new View(name, offset, false, reads, reading.text()), depth, 0);
        }
    }

    private void noise(String prefix, byte[] window, int length, long offset, int depth)
            throws UnreadableFile, IOException {
        search.raw().search(prefix, window, length, offset, hits);
        String runs = Charsets.runs(window, length);
        decoding.read(new View(prefix + "strings", offset, true, Kind.NOISE, runs), depth, 0);
        if (depth < Budget.DEEPEST) {
            packed.streams(prefix, window, length, offset, depth + 1);
        }
    }

    @Override
    public void pixels(String label, byte[] bytes, int length) throws UnreadableFile, IOException {
        search.raw().search(label + "/", bytes, length, 0, hits);
        search(new View(label + "/strings", 0, true, Kind.NOISE, Charsets.runs(bytes, length)));
    }

    @Override
    public void search(View view) {
        search.search(view, hits);
    }

    @Override
    public void search(String label, byte[] bytes) throws UnreadableFile, IOException {
        noise(label + "/", bytes, bytes.length, 0, Budget.DEEPEST);
    }
}
