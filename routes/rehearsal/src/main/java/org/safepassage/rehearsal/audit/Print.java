package org.safepassage.rehearsal.audit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// What a person would read in pixels: print in pictures and on pages of a PDF that show pictures, as Tesseract reads
/// it in Belarusian, Russian and English. Equal pixels are read once, since two recipients of a case often get the same
/// page and reading one takes seconds. Thread-safe.
final class Print {
    private static final int DPI = 300;
    private static final String LANGUAGES = "bel+rus+eng";

    private final String program;

    /// What was read, by the digest of the picture that Tesseract was given.
    private final Map<String, String> read = new ConcurrentHashMap<>();

    Print() {
        this("tesseract");
    }

    /// @param program that reads a picture as Tesseract does
    Print(String program) {
        this.program = program;
    }

    /// Gives what can be read of a picture or a page; other files yield nothing.
    ///
    /// @throws IOException when there are such pixels and no Tesseract: nobody can say then that nothing leaked
    void read(Path file, Consumer<Reading> found) throws IOException {
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

    /// A damaged file ends where it cannot be drawn: its bytes are searched in any case. A page that is drawn and
    /// cannot
    /// be read ends the audit.
    private void pages(Path file, Consumer<Reading> found) throws IOException {
        try (PDDocument document = loaded(file)) {
            var renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                var drawn = drawn(document, renderer, page);
                if (drawn.isPresent()) {
                    print("print of page " + (page + 1), drawn.get(), found);
                }
            }
        } catch (Damaged undrawn) {
            return;
        }
    }

    private static PDDocument loaded(Path file) throws Damaged {
        try {
            return Loader.loadPDF(file.toFile());
        } catch (IOException | RuntimeException damaged) {
            throw new Damaged(damaged);
        }
    }

    /// Empty when the page shows no picture.
    private static Optional<BufferedImage> drawn(PDDocument document, PDFRenderer renderer, int page) throws Damaged {
        try {
            return hasPictures(document.getPage(page))
                    ? Optional.of(renderer.renderImageWithDPI(page, DPI, ImageType.GRAY))
                    : Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            throw new Damaged(damaged);
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

    private void print(String how, BufferedImage picture, Consumer<Reading> found) throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        String digest = sha256(png.toByteArray());
        var known = read.get(digest);
        if (known == null) {
            known = recognised(png.toByteArray());
            read.put(digest, known);
        }
        found.accept(new Reading(how, known, false));
    }

    private String recognised(byte[] png) throws UnreadPrint {
        var builder = new ProcessBuilder(List.of(program, "stdin", "stdout", "-l", LANGUAGES))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        var process = start(builder);
        try {
            give(process, png);
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() == 0) {
                return text;
            }
        } catch (IOException broken) {
            // Told below: it ended before it had the page.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
        throw new UnreadPrint("tesseract failed: install it with rus, bel and eng, or look at its memory");
    }

    /// The whole page, and its end.
    private static void give(Process process, byte[] png) throws IOException {
        try (var page = process.getOutputStream()) {
            page.write(png);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Process start(ProcessBuilder builder) throws UnreadPrint {
        try {
            return builder.start();
        } catch (IOException missing) {
            throw new UnreadPrint("pictures were delivered and tesseract is not installed: nobody can audit them");
        }
    }

    private static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        Damaged(Exception why) {
            super(why);
        }
    }

    private static final class UnreadPrint extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadPrint(String why) {
            super(why);
        }
    }
}
