package org.safepassage.extract.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// Does to its JVM what bad parsers do, on the word in the document: it is on the worker's class path in tests only.
public final class MisbehavingParser implements Parser {
    private static final long serialVersionUID = 1L;

    /// For Tika.
    public MisbehavingParser() {}

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return Set.of(MediaType.application("x-misbehaving"));
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        String asked = new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
        switch (asked.substring("MISBEHAVE ".length()).strip()) {
            case "exit" -> System.exit(0);
            case "halt" -> Runtime.getRuntime().halt(7);
            case "memory" -> fill();
            case "stack" -> dig(1);
            case "spin" -> spin();
            case "sleep" -> sleep();
            case "print" -> System.out.println("noise that must not reach the hub");
            case "embed-then-halt" -> embedThenHalt(handler, context);
            case "throw" -> throw new TikaException("Case data stands in this message");
            case "interrupt" -> Thread.currentThread().interrupt();
            default -> throw new AssertionError("an error that is no exception");
        }
    }

    private static void fill() {
        List<byte[]> hoard = new ArrayList<>();
        while (!hoard.contains(new byte[0])) {
            hoard.add(new byte[16 << 20]);
        }
    }

    private static int dig(int depth) {
        return depth < 0 ? 0 : dig(depth + 1) + 1;
    }

    private static void spin() {
        long turns = 0;
        while (turns >= 0) {
            turns = (turns + 1) & Long.MAX_VALUE;
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(3_600_000);
        } catch (InterruptedException woken) {
            throw new IllegalStateException(woken);
        }
    }

    private static void embedThenHalt(ContentHandler handler, ParseContext context) throws IOException, SAXException {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, "first.txt");
        byte[] text = "This was read before the end.".getBytes(StandardCharsets.UTF_8);
        context.get(EmbeddedDocumentExtractor.class)
                .parseEmbedded(new ByteArrayInputStream(text), handler, metadata, false);
        Runtime.getRuntime().halt(7);
    }
}
