package org.safepassage.hub.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safepassage.hub.wiring.InstalledScans;
import org.safepassage.redact.renditions.SourceFile;
import org.safepassage.redact.renditions.pages.PrintReader;
import org.safepassage.redact.renditions.pages.ScanDoubt;
import org.safepassage.redact.renditions.pages.ScanReader;
import org.safepassage.redact.renditions.pages.WrittenWords;
import org.safepassage.redact.renditions.pictures.PictureResult;
import org.safepassage.redact.renditions.pictures.Refusal;
import org.safepassage.redact.renditions.pictures.TiffPages;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;

/// Reads the print of pages for offline commands, in a child that starts with the first of them and ends with this
/// process. For one thread.
final class PageReading {
    private static final String TIFF = "image/tiff";

    private @Nullable ScanReader reader;

    /// A TIFF with more pages than are read: its chain of pages tells in a moment what recognising them all would tell
    /// in minutes.
    static Optional<SourceFile> manyPaged(Path file, RedactCommand.Wish wish) throws IOException {
        var pages = TiffPages.of(file, ScanReader.MOST_PAGES);
        if (!pages.isEndless() && pages.count() <= (wish.photographs() ? 1 : ScanReader.MOST_PAGES)) {
            return Optional.empty();
        }
        var extraction =
                new Extraction(Extraction.Status.NO_TEXT, "", TIFF, 0, List.of(), "", List.of(), Map.of(), List.of());
        if (wish.photographs()) {
            Refusal refusal = pages.isEndless() ? Refusal.DAMAGED : Refusal.SEVERAL_PAGES;
            return Optional.of(new SourceFile.Photograph(extraction, new PictureResult.Refused(refusal), file));
        }
        return Optional.of(held(extraction, pages.isEndless() ? ScanDoubt.DAMAGED : ScanDoubt.TOO_MANY_PAGES));
    }

    /// Held without having been read.
    static SourceFile held(Extraction extraction, ScanDoubt doubt) {
        return new SourceFile.Scan(extraction, new ScanReader.Result.Held(0, doubt), page -> new byte[0]);
    }

    SourceFile.Scan scan(Path file, Extraction extraction) throws IOException {
        Map<String, byte[]> pages = new HashMap<>();
        var read = reader().read(Content.ofFile(file), packed -> {
            String page = "page " + (pages.size() + 1);
            pages.put(page, packed);
            return page;
        });
        return new SourceFile.Scan(extraction, read, page -> Objects.requireNonNull(pages.get(page)));
    }

    /// The pages of a file that is bound to its layout, showing only words that its text has too; one that is in doubt
    /// is set anew.
    SourceFile laidOut(Path file, Extraction extraction) throws IOException {
        return scan(file, extraction) instanceof SourceFile.Scan(var own, ScanReader.Result.Read(var pages), var kept)
                ? new WrittenWords(own.text())
                        .agreeing(pages)
                        .<SourceFile>map(agreed -> new SourceFile.Scan(own, new ScanReader.Result.Read(agreed), kept))
                        .orElseGet(() -> new SourceFile.Text(extraction))
                : new SourceFile.Text(extraction);
    }

    private ScanReader reader() throws IOException {
        var scans = reader;
        if (scans == null) {
            var children = InstalledScans.children(CommandFiles.folder("scan-command"));
            Runtime.getRuntime().addShutdownHook(new Thread(children::close));
            scans = new ScanReader(children, PrintReader.installed());
            reader = scans;
        }
        return scans;
    }
}
