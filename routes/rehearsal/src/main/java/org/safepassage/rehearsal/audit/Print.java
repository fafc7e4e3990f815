package org.safepassage.rehearsal.audit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// What a person would read in pixels: print in pictures and on pages of a PDF that show pictures, as Tesseract reads
/// it in Belarusian, Russian and English. Thread-safe.
final class Print {
    private static final int DPI = 300;
    private static final String LANGUAGES = "bel+rus+eng";

    private Print() {}

    /// Gives what can be read of a picture or a page; other files yield nothing.
    ///
    /// @throws IOException when there are such pixels and no Tesseract: nobody can say then that nothing leaked
    static void read(Path file, Consumer<Reading> found) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(5);
        }
        if (new String(head, StandardCharsets.ISO_8859_1).equals("%PDF-")) {
            pages(file, found);
            return;
        }
        if (head.length < 4 || !isPicture(head)) {
            return;
        }
        BufferedImage picture;
        try {
            picture = ImageIO.read(file.toFile());
        } catch (IOException | RuntimeException damaged) {
            return;
        }
        if (picture != null) {
            print("print", picture, found);
        }
    }

    /// PNG, JPEG, GIF, BMP or TIFF.
    private static boolean isPicture(byte[] head) {
        String start = new String(head, 0, 4, StandardCharsets.ISO_8859_1);
        return start.equals("\u0089PNG")
                || start.startsWith("\u00ff\u00d8\u00ff")
                || start.equals("GIF8")
                || start.startsWith("BM")
                || start.equals("II*\0")
                || start.equals("MM\0*");
    }

    private static void pages(Path file, Consumer<Reading> found) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            var renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                if (hasPictures(document.getPage(page))) {
                    print("print of page " + (page + 1), renderer.renderImageWithDPI(page, DPI, ImageType.GRAY), found);
                }
            }
        } catch (UnreadPrint missing) {
            throw missing;
        } catch (IOException | RuntimeException damaged) {
            // Its bytes are searched in any case.
            return;
        }
    }

    private static boolean hasPictures(PDPage page) {
        if (page.getResources() == null) {
            return false;
        }
        for (COSName name : page.getResources().getXObjectNames()) {
            if (name != null) {
                return true;
            }
        }
        return false;
    }

    private static void print(String how, BufferedImage picture, Consumer<Reading> found) throws IOException {
        Path page = Files.createTempFile("print", ".png");
        try {
            ImageIO.write(picture, "png", page.toFile());
            var builder = new ProcessBuilder(List.of("tesseract", page.toString(), "stdout", "-l", LANGUAGES))
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("OMP_THREAD_LIMIT", "1");
            var process = start(builder);
            process.getOutputStream().close();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new UnreadPrint("tesseract failed: install it with rus, bel and eng, or look at its memory");
            }
            found.accept(new Reading(how, text, false));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", interrupted));
        } finally {
            Files.deleteIfExists(page);
        }
    }

    private static Process start(ProcessBuilder builder) throws UnreadPrint {
        try {
            return builder.start();
        } catch (IOException missing) {
            throw new UnreadPrint("pictures were delivered and tesseract is not installed: nobody can audit them");
        }
    }

    private static final class UnreadPrint extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadPrint(String why) {
            super(why);
        }
    }
}
