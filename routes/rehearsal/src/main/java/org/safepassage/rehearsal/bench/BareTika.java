package org.safepassage.rehearsal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.RecursiveParserWrapper;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.apache.tika.sax.BasicContentHandlerFactory;
import org.apache.tika.sax.RecursiveParserWrapperHandler;
import org.xml.sax.SAXException;

/// The yardstick: Tika as a library in one JVM, two threads, everything embedded included, no character recognition,
/// nothing isolated, nothing stored. A program of its own, so that its whole life can be metered.
public final class BareTika {
    private BareTika() {}

    /// Reads every file below the folder `arguments[0]`; the exit code is 0 whatever the files are.
    ///
    /// @throws IOException when the folder cannot be read
    /// @throws InterruptedException when the thread is interrupted
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var parser = new RecursiveParserWrapper(new AutoDetectParser());
        var characters = new AtomicLong();
        try (var threads = Executors.newFixedThreadPool(2);
                var files = Files.walk(Path.of(arguments[0]))) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                threads.execute(() -> characters.addAndGet(read(parser, file)));
            }
            threads.shutdown();
            while (!threads.awaitTermination(1, TimeUnit.HOURS)) {
                Thread.onSpinWait();
            }
        }
        System.exit(characters.get() > 0 ? 0 : 1);
    }

    private static long read(RecursiveParserWrapper parser, Path file) {
        var handler = new RecursiveParserWrapperHandler(
                new BasicContentHandlerFactory(BasicContentHandlerFactory.HANDLER_TYPE.TEXT, -1));
        var context = new ParseContext();
        var noRecognition = new TesseractOCRConfig();
        noRecognition.setSkipOcr(true);
        context.set(TesseractOCRConfig.class, noRecognition);
        try (var in = Files.newInputStream(file)) {
            parser.parse(in, handler, new Metadata(), context);
        } catch (IOException | SAXException | TikaException | RuntimeException unreadable) {
            // A yardstick counts what can be read.
            handler.getMetadataList();
        }
        return handler.getMetadataList().stream()
                .flatMap(metadata -> Arrays.stream(metadata.getValues("X-TIKA:content")))
                .mapToLong(String::length)
                .sum();
    }
}
