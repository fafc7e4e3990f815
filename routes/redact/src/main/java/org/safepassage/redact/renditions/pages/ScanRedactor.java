package org.safepassage.redact.renditions.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.apart.Answer;
import org.safepassage.redact.apart.Children;
import org.safepassage.redact.apart.Job;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Mention;

/// Scans as a new PDF of painted pages. Each page is drawn in a child JVM, its words are located, identities are
/// searched for in exactly these words, and a new page is made on which nothing else can be seen than words that were
/// read surely and may be seen. There is no text layer: the exit check recognises the print on these pages anew, and
/// would skip a page that brings its own words. Thread-safe.
public final class ScanRedactor {
    /// A scan of more pages is held: the exit check recognises only so many.
    public static final int MOST_PAGES = 100;

    /// More unread ink than this share, and a person has to look at the page.
    private static final double MOST_UNREAD = 0.35;

    private static final float POINTS_A_PIXEL = 72f / 200;

    private final Children children;
    private final PrintReader reader;

    /// @param children of [ScanTask]
    /// @param reader of print
    public ScanRedactor(Children children, PrintReader reader) {
        this.children = children;
        this.reader = reader;
    }

    /// What came of a scan.
    public sealed interface Result {
        /// A PDF of painted pages.
        ///
        /// @param pdf the caller's own; not copied
        @SuppressWarnings("ArrayRecordComponent")
        record Painted(byte[] pdf) implements Result {}

        /// A person has to look at it.
        ///
        /// @param page from 1; 0 for the whole file
        /// @param why one word, such as `unread-ink`, `too-many-pages`, `encrypted` or `damaged`
        record Held(int page, String why) implements Result {}
    }

    /// Redacts a scan.
    ///
    /// @param original PDF, TIFF, JPEG or PNG
    /// @param detector gives the mentions in each of the pages' texts, which may be searched together
    /// @throws IOException when the file cannot be read now, or there is no child or no Tesseract
    public Result redact(Content original, Function<List<String>, List<List<Mention>>> detector, Allowance allowance)
            throws IOException {
        try (Job job = children.open()) {
            try (InputStream in = original.open()) {
                Files.copy(in, job.folder().resolve(ScanTask.INPUT));
            }
            var pages = new ArrayList<PageWords>();
            int count = 1;
            for (int page = 1; page <= count; page++) {
                String answer = draw(job, page);
                if (!answer.startsWith("ok ")) {
                    return new Result.Held(page, answer);
                }
                count = Integer.parseInt(answer.substring(3));
                if (count < 1 || count > MOST_PAGES) {
                    return new Result.Held(0, count < 1 ? "damaged" : "too-many-pages");
                }
                var drawn = job.folder().resolve(ScanTask.OUTPUT);
                // The file is replaced by its pixels, which are read once more when all pages' words are known.
                pages.add(new PageWords(reader.words(drawn)));
                Files.move(drawn, job.folder().resolve("page-" + page));
            }
            var mentions = detector.apply(pages.stream().map(PageWords::text).toList());
            return painted(job, pages, mentions, allowance);
        }
    }

    private static String draw(Job job, int page) throws IOException {
        return switch (job.run(Integer.toString(page).getBytes(StandardCharsets.US_ASCII))) {
            case Answer.Done(byte[] reply) -> {
                String said = new String(reply, StandardCharsets.US_ASCII);
                yield said.matches("ok \\d{1,6}|encrypted|damaged|too-large|unsupported") ? said : "damaged";
            }
            case Answer.Stopped(var trouble) ->
                trouble.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        };
    }

    private static Result painted(Job job, List<PageWords> pages, List<List<Mention>> mentions, Allowance allowance)
            throws IOException {
        try (var document = new PDDocument()) {
            document.setDocumentId(0L);
            int shown = 0;
            for (int i = 0; i < pages.size(); i++) {
                var picture = PagePicture.read(job.folder().resolve("page-" + (i + 1)));
                var painted = new Painting(picture)
                        .paint(pages.get(i).words(), pages.get(i).hidden(mentions.get(i), allowance));
                if (painted.unread() > MOST_UNREAD) {
                    return new Result.Held(i + 1, "unread-ink");
                }
                shown += painted.shown();
                add(document, painted.picture());
            }
            if (shown == 0) {
                return new Result.Held(0, "unread-ink");
            }
            var out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return new Result.Painted(out.toByteArray());
        }
    }

    private static void add(PDDocument document, PagePicture picture) throws IOException {
        float width = picture.width() * POINTS_A_PIXEL;
        float height = picture.height() * POINTS_A_PIXEL;
        var page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        var image = LosslessFactory.createFromImage(document, picture.image());
        try (var content = new PDPageContentStream(document, page)) {
            content.drawImage(image, 0, 0, width, height);
        }
    }
}
