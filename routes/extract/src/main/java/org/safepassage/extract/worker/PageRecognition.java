package org.safepassage.extract.worker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.mime.MediaType;
import org.safepassage.extract.OcrSettings;

/// Reads the print on pages that have no text: each such page once, one at a time. Counts over the whole tree of one
/// document. Used by one thread.
final class PageRecognition {
    /// What was found.
    ///
    /// @param pages all pages with the recognised text put in, or empty when nothing was recognised
    /// @param pageCount pages counted on the way, 0 when they were not
    /// @param missing why pages stayed without text, and which; empty when none did
    record Found(List<PageText> pages, int pageCount, String missing) {
        static final Found NOTHING = new Found(List.of(), 0, "");
    }

    private static final int FEWEST_LETTERS = 8;

    private final OcrSettings settings;
    private final Tesseract tesseract;
    private final Outbox outbox;
    private int recognised;

    PageRecognition(OcrSettings settings, Tesseract tesseract, Outbox outbox) {
        this.settings = settings;
        this.tesseract = tesseract;
        this.outbox = outbox;
    }

    /// Whether pages of this type can be recognised, for which the document has to be a file.
    static boolean mayBeAsked(MediaType type) {
        return Set.of(
                        MediaType.application("pdf"),
                        MediaType.image("tiff"),
                        MediaType.image("png"),
                        MediaType.image("jpeg"))
                .contains(type.getBaseType());
    }

    /// Reads the pages that need it; what goes wrong on the way is said in what is missing.
    Found recognise(TikaInputStream bytes, Reading reading) {
        try {
            return find(bytes, reading);
        } catch (IOException | RuntimeException failed) {
            return new Found(List.of(), 0, "ocr-failed");
        }
    }

    private Found find(TikaInputStream bytes, Reading reading) throws IOException {
        MediaType type = reading.type().getBaseType();
        if (type.equals(MediaType.application("pdf"))) {
            List<PageText> pages = reading.collector().pages();
            List<PageText> asked = pages.stream()
                    .filter(page -> page.page() > 0 && (settings.photographs() || isEmpty(page)))
                    .toList();
            return asked.isEmpty() ? Found.NOTHING : pdf(bytes.getPath(), pages, asked);
        }
        boolean scan = type.equals(MediaType.image("tiff"));
        boolean picture = settings.photographs()
                && reading.isRoot()
                && (type.equals(MediaType.image("png")) || type.equals(MediaType.image("jpeg")));
        return scan || picture ? picture(bytes.getPath(), scan) : Found.NOTHING;
    }

    private static boolean isEmpty(PageText page) {
        return letters(page.text()) < FEWEST_LETTERS;
    }

    private Found pdf(Path file, List<PageText> pages, List<PageText> asked) throws IOException {
        var texts = new TreeMap<Integer, String>();
        var missing = new Missing();
        try (var scan = new PdfScan(file, settings.dpi())) {
            for (PageText each : asked) {
                int page = each.page();
                if (isEmpty(each) ? scan.isScanned(page) : scan.hasPicture(page)) {
                    read(() -> scan.draw(page), missing, page).ifPresent(text -> texts.put(page, text));
                }
            }
        }
        if (texts.isEmpty()) {
            return new Found(List.of(), 0, missing.toString());
        }
        List<PageText> all = new ArrayList<>();
        for (PageText page : pages) {
            // The few letters of the text layer, such as a page number, stay; the print is added to them.
            if (!page.text().isBlank()) {
                all.add(page);
            }
            if (texts.containsKey(page.page())) {
                all.add(new PageText(page.page(), texts.get(page.page()), "ocr"));
            }
        }
        return new Found(all, 0, missing.toString());
    }

    private Found picture(Path file, boolean paged) throws IOException {
        var missing = new Missing();
        List<PageText> all = new ArrayList<>();
        try (var scan = new PictureScan(file)) {
            int count = scan.pages();
            for (int page = 1; page <= count; page++) {
                int number = page;
                read(() -> scan.draw(number), missing, page)
                        .ifPresent(text -> all.add(new PageText(paged ? number : 0, text, "ocr")));
            }
            return new Found(all, paged ? count : 0, missing.toString());
        }
    }

    /// Draws a page.
    @FunctionalInterface
    private interface Drawing {
        BufferedImage draw() throws IOException;
    }

    private Optional<String> read(Drawing drawing, Missing missing, int page) {
        if (!settings.on()) {
            missing.add("ocr-off", page);
        } else if (!tesseract.isReady(settings)) {
            missing.add("ocr-missing", page);
        } else if (recognised >= settings.pages()) {
            missing.add("ocr-pages", page);
        } else {
            recognised++;
            outbox.page();
            try {
                return Optional.of(tesseract.read(drawing.draw(), settings));
            } catch (IOException | RuntimeException failed) {
                missing.add("ocr-failed", page);
            }
        }
        return Optional.empty();
    }

    private static long letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(FEWEST_LETTERS)
                .count();
    }
}
