package org.safepassage.redact.renditions.pages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.safepassage.redact.Allowance;
import org.safepassage.schemas.Mention;

/// Paints the pages of a scan anew for one recipient, as a PDF on which nothing else can be seen than words that were
/// read surely and that this recipient may see. A text layer that is not painted holds the same words, and what stands
/// in the place of covered ones. Equal pages and pseudonyms give equal bytes. Stateless.
public final class ScanPainter {
    private static final float POINTS_A_PIXEL = 72f / 200;
    private static final COSName IMAGE = COSName.getPDFName("I");
    private static final COSName FONT = COSName.getPDFName("F");

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
            var layer = new TextLayer(document);
            var shown = new ArrayList<Integer>();
            for (int i = 0; i < pages.size(); i++) {
                var words = new PageWords(pages.get(i).words());
                var picture = PagePicture.unpacked(kept.pixels(pages.get(i).pixels()));
                var painted = new Painting(picture).paint(words.words(), words.hidden(mentions.get(i), allowance));
                var said = words.said(painted.shown(), mentions.get(i), allowance);
                add(document, painted.picture(), layer, said);
                shown.add(painted.shown().cardinality());
            }
            if (shown.stream().allMatch(count -> count == 0)) {
                return Optional.empty();
            }
            layer.embed(document);
            var out = new ByteArrayOutputStream();
            // Objects one by one, not packed into streams: every reader since PDF 1.4 opens it, and the exit check too.
            document.save(out, CompressParameters.NO_COMPRESSION);
            return Optional.of(new Painted(out.toByteArray(), shown));
        }
    }

    private static void add(PDDocument document, PagePicture picture, TextLayer layer, List<Word> said)
            throws IOException {
        var page = new PDPage(new PDRectangle(picture.width() * POINTS_A_PIXEL, picture.height() * POINTS_A_PIXEL));
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
        var resources = new PDResources();
        resources.put(IMAGE, image);
        resources.put(FONT, layer.font());
        page.setResources(resources);
        var content = new PDStream(document);
        try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(String.format(
                            Locale.ROOT,
                            "%.2f 0 0 %.2f 0 0 cm\nq %d 0 0 %d 0 0 cm /%s Do Q\n",
                            POINTS_A_PIXEL,
                            POINTS_A_PIXEL,
                            picture.width(),
                            picture.height(),
                            IMAGE.getName())
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(layer.operators(FONT.getName(), picture.height(), said));
        }
        page.setContents(content);
    }
}
