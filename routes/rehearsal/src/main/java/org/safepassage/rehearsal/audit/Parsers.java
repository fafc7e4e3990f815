package org.safepassage.rehearsal.audit;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.RecursiveParserWrapper;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.apache.tika.sax.BasicContentHandlerFactory;
import org.apache.tika.sax.RecursiveParserWrapperHandler;
import org.xml.sax.SAXException;

/// What other programs read in a file: Tika's text and metadata of the file and everything in it, and the metadata of
/// images and videos. No character recognition. Thread-safe.
final class Parsers {
    private final RecursiveParserWrapper tika = new RecursiveParserWrapper(new AutoDetectParser());

    /// Gives everything that can be read; a file that no parser understands yields nothing.
    ///
    /// @throws IOException when the file cannot be opened
    void read(Path file, Consumer<Reading> found) throws IOException {
        tika(file, found);
        images(file, found);
    }

    private void tika(Path file, Consumer<Reading> found) throws IOException {
        var handler = new RecursiveParserWrapperHandler(
                new BasicContentHandlerFactory(BasicContentHandlerFactory.HANDLER_TYPE.TEXT, -1));
        var context = new ParseContext();
        var noRecognition = new TesseractOCRConfig();
        noRecognition.setSkipOcr(true);
        context.set(TesseractOCRConfig.class, noRecognition);
        try (var in = Files.newInputStream(file)) {
            tika.parse(in, handler, new Metadata(), context);
        } catch (SAXException | TikaException | RuntimeException damaged) {
            // What was read before the damage is searched below.
            handler.getMetadataList();
        }
        for (var metadata : handler.getMetadataList()) {
            for (var name : metadata.names()) {
                for (var value : metadata.getValues(name)) {
                    found.accept(
                            new Reading("tika/" + (name.startsWith("X-TIKA:content") ? "text" : name), value, false));
                }
            }
        }
    }

    private static void images(Path file, Consumer<Reading> found) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var metadata = ImageMetadataReader.readMetadata(in);
            for (var directory : metadata.getDirectories()) {
                for (var tag : directory.getTags()) {
                    var description = tag.getDescription();
                    if (description != null) {
                        found.accept(new Reading("image/" + directory.getName(), description, false));
                    }
                    var raw = directory.getString(tag.getTagType());
                    if (raw != null) {
                        found.accept(new Reading("image/" + directory.getName(), raw, false));
                    }
                }
                if (directory instanceof XmpDirectory xmp) {
                    xmp.getXmpProperties()
                            .values()
                            .forEach(value -> found.accept(new Reading("image/xmp", String.valueOf(value), false)));
                }
            }
        } catch (ImageProcessingException | RuntimeException notAnImage) {
            return;
        }
    }
}
