package org.safepassage.extract.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.TikaException;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.parser.CompositeParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/// Tika as this room uses it: every parser that runs in the JVM, nothing hidden left out. Thread-safe.
final class Parsers {
    private final TikaConfig config;
    private final Map<MediaType, Parser> byType = new HashMap<>();

    Parsers() {
        try (InputStream settings = Parsers.class.getResourceAsStream("tika.xml")) {
            if (settings == null) {
                throw new IllegalStateException("tika.xml is missing from the module");
            }
            config = new TikaConfig(settings);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (TikaException | SAXException wrong) {
            throw new IllegalStateException("tika.xml is wrong", wrong);
        }
        // Tika builds this table anew for each document; it never changes here.
        byType.putAll(((CompositeParser) config.getParser()).getParsers(new ParseContext()));
        var moving = new MovingPictureParser();
        moving.getSupportedTypes(new ParseContext()).forEach(type -> byType.put(type, moving));
    }

    TikaConfig config() {
        return config;
    }

    /// The parser of this type or of the nearest type that it is a special case of.
    Optional<Parser> parserOf(MediaType type) {
        MediaTypeRegistry registry = config.getMediaTypeRegistry();
        @Nullable MediaType wanted = registry.normalize(type);
        while (wanted != null) {
            Parser parser = byType.get(wanted);
            if (parser != null) {
                return Optional.of(parser);
            }
            wanted = registry.getSupertype(wanted);
        }
        return Optional.empty();
    }

    /// A context for one document: deleted and moved text, macros and every body of an Outlook message are read too,
    /// since redaction must see what a reader could bring to light.
    ParseContext context() {
        var context = new ParseContext();
        context.set(TikaConfig.class, config);
        context.set(Parser.class, config.getParser());
        var office = new OfficeParserConfig();
        office.setIncludeDeletedContent(true);
        office.setIncludeMoveFromContent(true);
        office.setExtractMacros(true);
        office.setExtractAllAlternativesFromMSG(true);
        // The reader of DOCX by events reads every part, comments that mark no words included, for half the CPU.
        office.setUseSAXDocxExtractor(true);
        context.set(OfficeParserConfig.class, office);
        var pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setMaxMainMemoryBytes(128L << 20);
        // Otherwise words that run aslant come in pieces, and a name in pieces is not found.
        pdf.setDetectAngles(true);
        context.set(PDFParserConfig.class, pdf);
        return context;
    }
}
