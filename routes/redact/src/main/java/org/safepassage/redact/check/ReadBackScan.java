package org.safepassage.redact.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safepassage.redact.check.View.Kind;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Extraction.Status;

/// Searches what another reader made of a file, embedded files and metadata included. What that reader could not
/// read makes the file unreadable, be it a page in whose pixels no print was recognised.
final class ReadBackScan {
    private final FileScan scan;
    private final boolean technical;

    ReadBackScan(FileScan scan, boolean technical) {
        this.scan = scan;
        this.technical = technical;
    }

    void search(Extraction extraction) throws UnreadableFile, IOException {
        search(extraction, "");
    }

    private void search(Extraction extraction, String prefix) throws UnreadableFile, IOException {
        requireRead(extraction, prefix);
        // What is recognised in a picture is print and chance: of that only what is known counts.
        Kind kind =
                technical ? Kind.TECHNICAL : extraction.mediaType().startsWith("image/") ? Kind.METADATA : Kind.PROSE;
        scan.text(prefix + "extracted text", kind, extraction.text());
        int key = 0;
        for (Map.Entry<String, List<String>> entry : new TreeMap<>(extraction.metadata()).entrySet()) {
            key++;
            if (!ReaderWords.isKey(entry.getKey())) {
                scan.label(prefix + "metadata key " + key, Kind.METADATA, entry.getKey());
            }
            for (String value : entry.getValue()) {
                scan.label(prefix + "metadata key " + key, technical ? Kind.TECHNICAL : Kind.METADATA, value);
            }
        }
        int number = 0;
        for (Extraction.Embedded embedded : new ArrayList<>(extraction.embedded())) {
            number++;
            String inner = prefix + "embedded " + number + " ";
            scan.label(inner + "name", Kind.METADATA, embedded.path());
            search(embedded.extraction(), inner);
        }
    }

    private static void requireRead(Extraction extraction, String prefix) throws UnreadableFile {
        Status status = extraction.status();
        boolean read = status == Status.OK
                || (status == Status.PARTIAL && isSearchedAnyway(extraction))
                || (status == Status.NO_TEXT && hasNone(extraction));
        boolean recognised = !extraction.reason().contains("ocr-");
        if (!read || !recognised) {
            String reason = extraction.reason().isEmpty() ? "" : " (" + extraction.reason() + ")";
            throw new UnreadableFile((prefix + "was read back as " + code(status)).strip() + reason);
        }
    }

    /// The end of a long plain text may be missing here: its bytes were searched directly.
    private static boolean isSearchedAnyway(Extraction extraction) {
        return extraction.mediaType().startsWith("text/") && !extraction.text().isBlank();
    }

    /// Pictures, sound and films have no text, nor has an empty file; anything else without text was not
    /// understood.
    private static boolean hasNone(Extraction extraction) {
        String type = extraction.mediaType();
        return type.startsWith("image/")
                || type.startsWith("video/")
                || type.startsWith("audio/")
                || type.startsWith("text/")
                || type.equals("application/x-empty")
                || type.equals("application/mp4");
    }

    private static String code(Status status) {
        return status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
