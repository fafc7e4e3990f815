package org.safepassage.extract.worker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// The pages of a PDF as pictures. Used by one thread.
final class PdfScan implements AutoCloseable {
    private static final float POINTS_AN_INCH = 72;
    private static final float MOST_PIXELS = 40_000_000;
    private static final int DRAWN_TEXT_BYTES = 4096;

    private final PDDocument document;
    private final PDFRenderer renderer;
    private final int dpi;

    PdfScan(Path file, int dpi) throws IOException {
        document = Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache());
        renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        this.dpi = dpi;
    }

    /// Whether a page without text shows something: a picture, or so much drawing that it may be letters in outlines.
    boolean isScanned(int page) {
        if (page > document.getNumberOfPages()) {
            return false;
        }
        try {
            PDPage shown = document.getPage(page - 1);
            return hasPicture(shown.getResources()) || drawsMuch(shown);
        } catch (IOException | RuntimeException damaged) {
            return true;
        }
    }

    /// Whether a page shows a picture, or a form that may hold one.
    boolean hasPicture(int page) {
        if (page > document.getNumberOfPages()) {
            return false;
        }
        try {
            return hasPicture(document.getPage(page - 1).getResources());
        } catch (IOException | RuntimeException damaged) {
            return true;
        }
    }

    BufferedImage draw(int page) throws IOException {
        var box = document.getPage(page - 1).getCropBox();
        float inches = box.getWidth() / POINTS_AN_INCH * (box.getHeight() / POINTS_AN_INCH);
        float fitting = (float) Math.sqrt(MOST_PIXELS / Math.max(inches, 0.01f));
        return renderer.renderImageWithDPI(page - 1, Math.min(dpi, fitting), ImageType.GRAY);
    }

    private static boolean hasPicture(@org.jspecify.annotations.Nullable PDResources resources) throws IOException {
        if (resources == null) {
            return false;
        }
        for (COSName name : resources.getXObjectNames()) {
            // A form may hold a picture; drawing one page too many costs less than losing it.
            if (resources.getXObject(name) != null) {
                return true;
            }
        }
        return false;
    }

    private static boolean drawsMuch(PDPage page) throws IOException {
        try (InputStream contents = page.getContents()) {
            return contents != null && contents.readNBytes(DRAWN_TEXT_BYTES).length == DRAWN_TEXT_BYTES;
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
