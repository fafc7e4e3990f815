package org.safepassage.rehearsal.sample.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.RecursiveParserWrapper;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.apache.tika.sax.BasicContentHandlerFactory;
import org.apache.tika.sax.BasicContentHandlerFactory.HANDLER_TYPE;
import org.apache.tika.sax.RecursiveParserWrapperHandler;
import org.xml.sax.SAXException;

/// Reads a file with Tika, without OCR: everything that is in it and in whatever is embedded in it, as one text.
public final class Reader {
    private Reader() {}

    /// What Tika made of a file.
    ///
    /// @param all text and metadata of the file and all that is embedded, white space folded
    /// @param type media type found from the bytes
    /// @param pages as the metadata says, or 0
    /// @param failed whether the parser gave up on the file itself
    public record Read(String all, String type, int pages, boolean failed) {}

    /// Reads bytes under a name.
    public static Read read(byte[] bytes, String name) throws IOException {
        var handler = new RecursiveParserWrapperHandler(new BasicContentHandlerFactory(HANDLER_TYPE.TEXT, -1));
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        var context = new ParseContext();
        var without = new TesseractOCRConfig();
        without.setSkipOcr(true);
        context.set(TesseractOCRConfig.class, without);
        boolean failed = false;
        try {
            new RecursiveParserWrapper(new AutoDetectParser())
                    .parse(new ByteArrayInputStream(bytes), handler, metadata, context);
        } catch (TikaException | SAXException refused) {
            failed = true;
        }
        List<Metadata> found = handler.getMetadataList();
        var all = new StringBuilder();
        for (Metadata each : found) {
            for (String key : each.names()) {
                all.append(String.join(" ", each.getValues(key))).append('\n');
            }
        }
        Metadata own = found.isEmpty() ? metadata : found.getFirst();
        String pages = own.get("xmpTPg:NPages") == null ? own.get("meta:page-count") : own.get("xmpTPg:NPages");
        return new Read(
                folded(all.toString()),
                String.valueOf(own.get(Metadata.CONTENT_TYPE)),
                pages == null ? 0 : Integer.parseInt(pages),
                failed || own.get(TikaCoreProperties.CONTAINER_EXCEPTION) != null);
    }

    /// One space for any white space, composed letters.
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ");
    }
}
