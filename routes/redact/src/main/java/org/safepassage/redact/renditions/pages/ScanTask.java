package org.safepassage.redact.renditions.pages;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.safepassage.redact.apart.Task;
import org.safepassage.redact.renditions.pictures.CameraFacts;
import org.safepassage.redact.renditions.pictures.GifFrames;
import org.safepassage.redact.renditions.pictures.TiffPages;

/// Draws one page of a PDF or a picture, upright as its camera says, in a child JVM, so that a hostile file harms
/// nobody else. The
/// request is the page's number from 1; `in` lies in the folder, `page.pgm` is left there. The reply is `ok` and the
/// number of pages, or why there is no page: `encrypted`, `damaged`, `too-large`, `unsupported`.
public final class ScanTask implements Task {
    static final String INPUT = "in";
    static final String OUTPUT = "page.pgm";

    private static final int DPI = 200;
    private static final int LEAST_DPI = 100;
    private static final double POINTS_AN_INCH = 72;
    /// A3 at 200 dots an inch, and somewhat more.
    private static final long MOST_PIXELS = 10_000_000;

    /// A task without anything loaded.
    public ScanTask() {}

    @Override
    public byte[] run(byte[] request, Path folder) throws Exception {
        int page = Integer.parseInt(new String(request, StandardCharsets.US_ASCII));
        return drawn(folder, page).getBytes(StandardCharsets.US_ASCII);
    }

    private static String drawn(Path folder, int page) throws IOException {
        Path in = folder.resolve(INPUT);
        byte[] head = new byte[5];
        try (var bytes = Files.newInputStream(in)) {
            int read = bytes.readNBytes(head, 0, head.length);
            boolean pdf = read == 5 && new String(head, StandardCharsets.US_ASCII).equals("%PDF-");
            return pdf ? pdf(in, page, folder.resolve(OUTPUT)) : picture(in, page, folder.resolve(OUTPUT));
        } catch (TooLarge e) {
            return "too-large";
        } catch (InvalidPasswordException e) {
            return "encrypted";
        } catch (IOException e) {
            return "damaged";
        }
    }

    private static String pdf(Path in, int page, Path out) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(in.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            int pages = document.getNumberOfPages();
            if (page > pages) {
                return "ok " + pages;
            }
            var box = document.getPage(page - 1).getCropBox();
            double inches = box.getWidth() / POINTS_AN_INCH * (box.getHeight() / POINTS_AN_INCH);
            double dpi = Math.min(DPI, Math.sqrt(MOST_PIXELS / Math.max(inches, 0.01)));
            if (!(dpi >= LEAST_DPI)) {
                throw new TooLarge();
            }
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            PagePicture.of(renderer.renderImageWithDPI(page - 1, (float) dpi, ImageType.RGB))
                    .writeTo(out);
            return "ok " + pages;
        }
    }

    private static String picture(Path in, int page, Path out) throws IOException {
        var tiff = TiffPages.of(in, ScanReader.MOST_PAGES);
        if (tiff.isEndless()) {
            return "damaged";
        }
        if (tiff.count() > ScanReader.MOST_PAGES) {
            return "ok " + tiff.count();
        }
        try (var input = ImageIO.createImageInputStream(in.toFile())) {
            Iterable<ImageReader> readers = () -> ImageIO.getImageReaders(input);
            ImageReader reader = StreamSupport.stream(readers.spliterator(), false)
                    // The registry's order differs between processes.
                    .min(Comparator.comparing(one -> one.getClass().getName()))
                    .orElse(null);
            if (reader == null) {
                return "unsupported";
            }
            reader.setInput(input);
            int pages = reader.getFormatName().equalsIgnoreCase("gif")
                    ? GifFrames.count(reader, ScanReader.MOST_PAGES)
                    : reader.getNumImages(true);
            if (page <= Math.min(pages, ScanReader.MOST_PAGES)) {
                long pixels = (long) reader.getWidth(page - 1) * reader.getHeight(page - 1);
                // Pixels are decoded before they are thrown away, so this bounds the work too.
                if (pixels > MOST_PIXELS * 8) {
                    throw new TooLarge();
                }
                var parameters = reader.getDefaultReadParam();
                int step = (int) Math.ceil(Math.sqrt((double) pixels / MOST_PIXELS));
                parameters.setSourceSubsampling(step, step, 0, 0);
                var upright = pages == 1 ? CameraFacts.of(in) : CameraFacts.NONE;
                PagePicture.of(upright.upright(onPaper(reader.read(page - 1, parameters))))
                        .writeTo(out);
            }
            return "ok " + pages;
        }
    }

    /// What is transparent is paper.
    private static BufferedImage onPaper(BufferedImage picture) {
        var opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = opaque.createGraphics();
        pen.drawImage(picture, 0, 0, java.awt.Color.WHITE, null);
        pen.dispose();
        return opaque;
    }

    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
