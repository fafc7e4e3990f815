package org.safepassage.extract.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.safepassage.extract.DocumentLimits;
import org.safepassage.extract.OcrSettings;
import org.safepassage.extract.language.LanguageDetector;
import org.safepassage.schemas.Extraction;

/// Reads one document after the other with everything inside them. Whatever a parser throws ends as a status; an
/// [Error] besides ends the worker, since nobody knows what it left behind.
final class DocumentReader {
    /// What became of one document.
    ///
    /// @param node the document itself; its embedded documents went out before
    /// @param retire whether the worker must not be used again
    record Result(Node node, boolean retire) {}

    private final Parsers parsers = new Parsers();
    private final LanguageDetector languages = new LanguageDetector();
    private final Tesseract tesseract = new Tesseract();

    /// Loads what every document needs, so that the first one does not pay for it.
    void warm() {
        byte[] page =
                "<html><body><p>The page that warms. Старонка.</p></body></html>".getBytes(StandardCharsets.UTF_8);
        var request = new Request(
                "warm.html",
                page.length,
                DocumentLimits.defaults(),
                OcrSettings.defaults().withOn(false));
        var nobody = new java.io.DataOutputStream(java.io.OutputStream.nullOutputStream());
        var frames = new java.io.ByteArrayOutputStream();
        try (var out = new java.io.DataOutputStream(frames)) {
            Frames.write(out, Frames.BYTES, page, page.length);
            Frames.write(out, Frames.END, page, 0);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        var pipe = new java.io.DataInputStream(new ByteArrayInputStream(frames.toByteArray()));
        read(request, new ArrivingDocument(pipe), new Outbox(nobody));
    }

    Result read(Request request, ArrivingDocument document, Outbox outbox) {
        var unfolding = new Unfolding(request.limits(), document);
        var ocr = new PageRecognition(request.ocr(), tesseract, outbox);
        var metadata = new Metadata();
        if (!request.name().isEmpty()) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, request.name());
        }
        var tree = new DocumentTree(parsers, languages, unfolding, ocr, outbox, metadata);
        Extraction extraction = tree.read(document);
        return new Result(new Node(0, -1, "", extraction), tree.failed());
    }
}
