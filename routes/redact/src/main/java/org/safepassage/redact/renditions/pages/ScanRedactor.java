package org.safepassage.redact.renditions.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.apart.Children;
import org.safepassage.redact.apart.Job;
import org.safepassage.redact.renditions.DocumentPart;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Mention;

/// A scan as a new PDF of painted pages, in one go: [ScanReader], a detector and [ScanPainter] for a single file.
/// Thread-safe.
public final class ScanRedactor {
    private final Children children;
    private final ScanReader reader;
    private final ScanPainter painter = new ScanPainter();

    /// @param children of [ScanTask]
    /// @param reader of print
    public ScanRedactor(Children children, PrintReader reader) {
        this.children = children;
        this.reader = new ScanReader(children, reader);
    }

    /// What came of a scan.
    public sealed interface Result {
        /// Pages painted anew.
        ///
        /// @param pages none when nothing of them may be seen
        /// @param read every page's words, which are identity
        record Painted(Optional<ScanPainter.Painted> pages, DocumentPart read) implements Result {}

        /// A person has to look at it.
        ///
        /// @param page from 1; 0 for the whole file
        record Held(int page, ScanDoubt doubt) implements Result {}
    }

    /// Redacts a scan.
    ///
    /// @param original PDF, TIFF, JPEG or PNG
    /// @param detector gives the mentions in each of the pages' texts, which may be searched together
    /// @throws IOException when the file cannot be read now, or there is no child
    public Result redact(Content original, Function<List<String>, List<List<Mention>>> detector, Allowance allowance)
            throws IOException {
        try (Job job = children.open()) {
            var kept = new int[1];
            ScanReader.Keeping keeping = packed -> {
                String name = "kept-" + ++kept[0];
                Files.write(job.folder().resolve(name), packed);
                return name;
            };
            return switch (reader.read(job, original, keeping)) {
                case ScanReader.Result.Held(int page, ScanDoubt doubt) -> new Result.Held(page, doubt);
                case ScanReader.Result.Read(List<ScanPage> pages) -> {
                    var mentions =
                            detector.apply(pages.stream().map(ScanPage::text).toList());
                    var painted = painter.paint(
                            pages, name -> Files.readAllBytes(job.folder().resolve(name)), mentions, allowance);
                    yield new Result.Painted(painted, ScanTexts.document(pages, mentions));
                }
            };
        }
    }
}
