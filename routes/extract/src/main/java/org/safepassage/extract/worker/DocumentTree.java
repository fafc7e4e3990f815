package org.safepassage.extract.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import javax.xml.parsers.SAXParser;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TemporaryResources;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.ParseRecord;
import org.jspecify.annotations.Nullable;
import org.safepassage.extract.language.LanguageDetector;
import org.safepassage.schemas.Extraction;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// One document and everything inside it. Each embedded document is sent off as soon as it is read. Used once, by one
/// thread.
final class DocumentTree implements EmbeddedDocumentExtractor {
    private final FirstBytes firstBytes;
    private final GuardedParsing parsing;
    private final LanguageDetector languages;
    private final Unfolding unfolding;
    private final PageRecognition ocr;
    private final Outbox outbox;
    private final ParseContext context;
    private int ids;
    private Level level;
    private boolean failed;

    /// Where in the tree the parser is now.
    private static final class Level {
        private final int id;
        private final int depth;
        private final String path;
        private final Metadata metadata;
        private final MailBodies bodies = new MailBodies();
        private int children;

        private Level(int id, int depth, String path, Metadata metadata) {
            this.id = id;
            this.depth = depth;
            this.path = path;
            this.metadata = metadata;
        }
    }

    /// @param facts what is known of the document before it is read, such as its name; what it says of itself is added
    DocumentTree(
            Parsers parsers,
            LanguageDetector languages,
            Unfolding unfolding,
            PageRecognition ocr,
            Outbox outbox,
            Metadata facts) {
        this.languages = languages;
        this.unfolding = unfolding;
        this.ocr = ocr;
        this.outbox = outbox;
        this.level = new Level(0, 0, "", facts);
        this.firstBytes = new FirstBytes(parsers.config());
        this.context = parsers.context();
        this.parsing = new GuardedParsing(parsers, context);
        context.set(EmbeddedDocumentExtractor.class, this);
        context.set(SAXParser.class, new WordMarkup(said -> level.metadata.add(WordMarkup.KEY, said)));
    }

    /// Whether an [Error] was met, after which nothing in this JVM is to be trusted.
    boolean failed() {
        return failed;
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        return unfolding.bomb().isEmpty();
    }

    @Override
    public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
            throws IOException {
        Level container = level;
        if (!unfolding.admit(container.depth + 1)) {
            container.children++;
            return;
        }
        String body = MailBodies.nameOf(metadata, container.metadata);
        container.children += body == null ? 1 : 0;
        ids++;
        String path = container.path + (container.path.isEmpty() ? "" : "/") + nameOf(metadata, body, container);
        // What lies in a mail's body lies in the mail.
        var own = new Level(body == null ? ids : container.id, container.depth + 1, path, metadata);
        int id = ids;
        level = own;
        ParseRecord record = context.get(ParseRecord.class);
        context.set(ParseRecord.class, new ParseRecord());
        try {
            Extraction read = read(stream);
            container.children += body == null ? 0 : own.children;
            if (body == null || !container.bodies.take(read, handler, container.metadata)) {
                outbox.embedded(new Node(id, container.id, path, read));
            }
        } catch (SAXException full) {
            throw new IOException(full);
        } finally {
            level = container;
            context.set(ParseRecord.class, record);
        }
        if (unfolding.bomb().isPresent()) {
            throw new LimitReached(unfolding.bomb().get());
        }
    }

    private static String nameOf(Metadata metadata, @Nullable String body, Level container) {
        String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        if (name != null && !name.isBlank()) {
            return name;
        }
        return body == null ? "embedded-" + container.children : body;
    }

    /// Reads the document at the present level.
    Extraction read(InputStream stream) {
        Metadata metadata = level.metadata;
        var collector = new TextCollector(unfolding);
        var reading = new Reading(collector, metadata, level.depth == 0, unfolding.cut());
        try (var temporary = new TemporaryResources()) {
            var limit = new SpoolLimit(unfolding, level.depth > 0);
            TikaInputStream bytes = TikaInputStream.get(new CountedStream(stream, limit), temporary, metadata);
            if (stream instanceof TikaInputStream tika && tika.getOpenContainer() != null) {
                bytes.setOpenContainer(tika.getOpenContainer(), tika.getLength());
            }
            reading.typed(firstBytes.typeOf(bytes, metadata, limit));
            if (level.depth == 0) {
                outbox.mediaType(reading.mediaType());
            }
            if (PageRecognition.mayBeAsked(reading.type()) || HiddenMarkup.mayBeIn(reading.type())) {
                // Once a parser has read from the stream it can no more become a file.
                bytes.getPath();
            }
            parsing.parse(bytes, reading, () -> level.children > 0);
            if (HiddenMarkup.mayBeIn(reading.type())) {
                HiddenMarkup.collect(Files.readAllBytes(bytes.getPath()), metadata);
            }
            reading.recognised(ocr.recognise(bytes, reading));
        } catch (IOException | TikaException | SAXException | RuntimeException thrown) {
            reading.ended(Ending.of(thrown));
        } catch (Error thrown) {
            failed = true;
            reading.ended(Ending.of(thrown));
        }
        unfolding.bomb().ifPresent(limit -> reading.ended(new Ending(Extraction.Status.TOO_LARGE, limit)));
        return reading.extraction(languages, unfolding.cut(), level.children);
    }
}
