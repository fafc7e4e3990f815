package org.safepassage.redact.renditions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Renditions of some files and a report of them, ready to be written into a folder.
///
/// @param texts by file name, `document-1.txt` and `document-1.xhtml` for the first file; none holds a source file's
///     name
/// @param pages the same texts as PDF, or the pages of scans painted anew, `document-1.pdf` for the first file; a text
///     that is too long has none
/// @param pictures photographs, `document-1.png` for the first file, and films, `document-1.mp4`, where they lie until
///     they are written
/// @param report what was done and what is withheld, without identities
/// @param unread whether a file, or something embedded in one, could not be read, or is in doubt
public record RedactedFiles(
        Map<String, String> texts,
        Map<String, byte[]> pages,
        Map<String, Path> pictures,
        ObjectNode report,
        boolean unread) {
    /// Name of the report in its folder.
    public static final String REPORT = "report.json";

    private static final Pattern OWN = Pattern.compile("document-[1-9][0-9]{0,8}\\.(txt|xhtml|pdf|png|mp4)");
    private static final ObjectMapper JSON = new ObjectMapper();

    public RedactedFiles {
        texts = Map.copyOf(texts);
        pages = Map.copyOf(pages);
        pictures = Map.copyOf(pictures);
    }

    /// Name of the text of a file, counted from 1.
    static String text(int number) {
        return "document-" + number + ".txt";
    }

    /// Name of the same text as XHTML.
    static String xhtml(int number) {
        return "document-" + number + ".xhtml";
    }

    /// Name of the PDF of a file.
    static String pdf(int number) {
        return "document-" + number + ".pdf";
    }

    /// Name of the picture of a file.
    static String picture(int number) {
        return "document-" + number + ".png";
    }

    /// Name of the film of a file.
    static String film(int number) {
        return "document-" + number + ".mp4";
    }

    /// Whether a file of this name in the output folder is, or could be, one of ours.
    public static boolean isOwnName(String name) {
        return name.equals(REPORT) || OWN.matcher(name).matches();
    }

    /// Writes everything into `folder`, which is created when there is none. Own names are overwritten, each at
    /// once or not at all; what an earlier report there lists and this one does not is removed, so that no
    /// rendition stands beside a report that does not speak of it. Nothing else there is touched. The report
    /// comes last.
    ///
    /// @throws IOException when the folder cannot be written to
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String stale : earlier(folder)) {
            if (!texts.containsKey(stale) && !pages.containsKey(stale) && !pictures.containsKey(stale)) {
                Files.deleteIfExists(folder.resolve(stale));
            }
        }
        for (var text : new TreeMap<>(texts).entrySet()) {
            write(folder, text.getKey(), draft -> Files.writeString(draft, text.getValue()));
        }
        for (var pdf : new TreeMap<>(pages).entrySet()) {
            write(folder, pdf.getKey(), draft -> Files.write(draft, pdf.getValue()));
        }
        for (var picture : new TreeMap<>(pictures).entrySet()) {
            write(
                    folder,
                    picture.getKey(),
                    draft -> Files.copy(picture.getValue(), draft, StandardCopyOption.REPLACE_EXISTING));
        }
        write(folder, REPORT, draft -> Files.writeString(draft, report.toPrettyString() + "\n"));
    }

    private static Set<String> earlier(Path folder) throws IOException {
        var names = new HashSet<String>();
        Path report = folder.resolve(REPORT);
        if (Files.isRegularFile(report)) {
            try {
                JsonNode told = JSON.readTree(Files.readAllBytes(report));
                for (JsonNode list : List.of(told.path("documents"), told.path("pictures"), told.path("videos"))) {
                    for (JsonNode row : list) {
                        Stream.of("document", "xhtml", "pages", "picture", "video")
                                .map(made -> row.path(made).asText())
                                .filter(name -> OWN.matcher(name).matches())
                                .forEach(names::add);
                    }
                }
            } catch (JsonProcessingException notOurs) {
                return Set.of();
            }
        }
        return names;
    }

    @FunctionalInterface
    private interface Filling {
        void fill(Path draft) throws IOException;
    }

    private static void write(Path folder, String name, Filling filling) throws IOException {
        Path draft = Files.createTempFile(folder, ".redact-", ".tmp");
        try {
            filling.fill(draft);
            try {
                Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    @Override
    public String toString() {
        return "RedactedFiles[" + texts.size() + " texts]";
    }
}
