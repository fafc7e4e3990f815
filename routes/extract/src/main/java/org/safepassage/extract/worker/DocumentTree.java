package org.safepassage.extract.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TemporaryResources;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.ParseRecord;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.SecureContentHandler;
import org.safepassage.extract.language.CyrillicEncoding;
import org.safepassage.extract.language.LanguageDetector;
import org.safepassage.schemas.Extraction;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// One document and everything inside it. Each embedded document is sent off as soon as it is read. Used once, by one
/// thread.
final class DocumentTree implements EmbeddedDocumentExtractor {
    private static final int DEEPEST_MARKUP = 5_000;
    private static final int PREFIX = 4096;

    private final Parsers parsers;
    private final LanguageDetector languages;
    private final Unfolding unfolding;
    private final PageRecognition ocr;
    private final Outbox outbox;
    private final ParseContext context;
    private int ids;
    private Level level = new Level(0, 0, "");
    private boolean failed;

    /// Where in the tree the parser is now.
    private static final class Level {
        private final int id;
        private final int depth;
        private final String path;
        private int children;

        private Level(int id, int depth, String path) {
            this.id = id;
            this.depth = depth;
            this.path = path;
        }
    }

    DocumentTree(Parsers parsers, LanguageDetector languages, Unfolding unfolding, PageRecognition ocr, Outbox outbox) {
        this.parsers = parsers;
        this.languages = languages;
        this.unfolding = unfolding;
        this.ocr = ocr;
        this.outbox = outbox;
        this.context = parsers.context();
        context.set(EmbeddedDocumentExtractor.class, this);
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
        container.children++;
        if (!unfolding.admit(container.depth + 1)) {
            return;
        }
        ids++;
        String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        String own = name == null || name.isBlank() ? "embedded-" + container.children : name;
        String path = container.path.isEmpty() ? own : container.path + "/" + own;
        level = new Level(ids, container.depth + 1, path);
        ParseRecord record = context.get(ParseRecord.class);
        context.set(ParseRecord.class, new ParseRecord());
        try {
            outbox.embedded(new Node(level.id, container.id, path, read(stream, metadata)));
        } finally {
            level = container;
            context.set(ParseRecord.class, record);
        }
        if (unfolding.bomb().isPresent()) {
            throw new LimitReached(unfolding.bomb().get());
        }
    }

    /// Reads the document at the present level.
    Extraction read(InputStream stream, Metadata metadata) {
        var collector = new TextCollector(unfolding);
        var reading = new Reading(collector, metadata, level.depth == 0, unfolding.cut());
        try (var temporary = new TemporaryResources()) {
            var limit = new SpoolLimit(unfolding, level.depth > 0);
            TikaInputStream bytes = TikaInputStream.get(new CountedStream(stream, limit), temporary, metadata);
            if (stream instanceof TikaInputStream tika && tika.getOpenContainer() != null) {
                bytes.setOpenContainer(tika.getOpenContainer(), tika.getLength());
            }
            reading.typed(typeOf(bytes, metadata, limit));
            if (level.depth == 0) {
                outbox.mediaType(reading.mediaType());
            }
            if (PageRecognition.mayBeAsked(reading.type()) || HiddenMarkup.mayBeIn(reading.type())) {
                // Once a parser has read from the stream it can no more become a file.
                bytes.getPath();
            }
            parse(bytes, reading);
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

    /// By the first bytes; by what is inside a container only where the document may be spooled for it.
    private MediaType typeOf(TikaInputStream bytes, Metadata metadata, SpoolLimit limit) throws IOException {
        if (bytes.getOpenContainer() == null) {
            byte[] prefix = new byte[PREFIX];
            int length = bytes.peek(prefix);
            if (length == 0) {
                return MediaType.EMPTY;
            }
            MediaType type = parsers.config().getMimeRepository().detect(bytes, metadata);
            if (type.equals(MediaType.OCTET_STREAM) && isUtf16(java.util.Arrays.copyOf(prefix, length))) {
                return MediaType.TEXT_PLAIN;
            }
            if (Pictures.streams(type) && !type.equals(MediaType.OCTET_STREAM)) {
                return type;
            }
        }
        limit.switchOn();
        return parsers.config().getDetector().detect(bytes, metadata);
    }

    /// Without a byte order mark the general detector takes it for binary.
    private static boolean isUtf16(byte[] prefix) {
        return CyrillicEncoding.certain(prefix)
                .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .isPresent();
    }

    private void parse(TikaInputStream bytes, Reading reading) throws IOException, TikaException, SAXException {
        if (reading.type().equals(MediaType.EMPTY)) {
            throw new ZeroByteFileException("no bytes");
        }
        Optional<Parser> parser = parsers.parserOf(reading.type());
        if (parser.isEmpty()) {
            reading.unsupported();
            return;
        }
        reading.metadata().set(Metadata.CONTENT_TYPE, reading.type().toString());
        var guarded = new SecureContentHandler(reading.collector(), bytes);
        guarded.setMaximumDepth(DEEPEST_MARKUP);
        if (context.get(ParseRecord.class) == null) {
            context.set(ParseRecord.class, new ParseRecord());
        }
        parser.get().parse(bytes, guarded, reading.metadata(), context);
    }
}
