package org.safepassage.redact.renditions.pages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.safepassage.redact.Allowance;
import org.safepassage.schemas.Mention;

/// Paints the pages of a scan anew for one recipient, as a PDF on which nothing else can be seen than words that were
/// read surely and that this recipient may see. There is no text layer: the exit check recognises the print on these
/// pages anew. Equal pages give equal bytes. Stateless.
public final class ScanPainter {
    private static final float POINTS_A_PIXEL = 72f / 200;

    /// Gives back the pixels that [ScanReader.Keeping] kept.
    @FunctionalInterface
    public interface Kept {
        /// @throws IOException when they are not to be had now
        byte[] pixels(String where) throws IOException;
    }

    /// A PDF of painted pages.
    ///
    /// @param pdf the caller's own; not copied
    /// @param words how many each page shows, for the exit check
    @SuppressWarnings("ArrayRecordComponent")
    public record Painted(byte[] pdf, List<Integer> words) {
        public Painted {
            words = List.copyOf(words);
        }
    }

    /// The pages as PDF; empty when this recipient may see none of the words.
    ///
    /// @param pages of a [ScanReader.Result.Read]
    /// @param mentions in each of the pages' texts
    /// @throws IOException when the pixels are not to be had, or are no page
    public Optional<Painted> paint(List<ScanPage> pages, Kept kept, List<List<Mention>> mentions, Allowance allowance)
            throws IOException {
        if (pages.size() != mentions.size()) {
            throw new IllegalArgumentException("mentions of another scan");
        }
        try (var document = new PDDocument()) {
            document.setDocumentId(0L);
            var shown = new ArrayList<Integer>();
            for (int i = 0; i < pages.size(); i++) {
                var words = new PageWords(pages.get(i).words());
                var picture = PagePicture.unpacked(kept.pixels(pages.get(i).pixels()));
                var painted = new Painting(picture).paint(words.words(), words.hidden(mentions.get(i), allowance));
                add(document, painted.picture());
                shown.add(painted.shown());
            }
            if (shown.stream().allMatch(count -> count == 0)) {
                return Optional.empty();
            }
            var out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return Optional.of(new Painted(out.toByteArray(), shown));
        }
    }

    private static void add(PDDocument document, PagePicture picture) throws IOException {
        float width = picture.width() * POINTS_A_PIXEL;
        float height = picture.height() * POINTS_A_PIXEL;
        var page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        // PDFBox's own factory would lighten the greys on the way.
        var image = new PDImageXObject(
                document,
                new ByteArrayInputStream(picture.deflated()),
                COSName.FLATE_DECODE,
                picture.width(),
                picture.height(),
                8,
                PDDeviceGray.INSTANCE);
        try (var content = new PDPageContentStream(document, page)) {
            content.drawImage(image, 0, 0, width, height);
        }
    }
}
