package org.safepassage.hub.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.safepassage.hub.pipeline.steps.Extract;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;

/// An extractor of plain text, a fake because the real one cannot lack a program on demand and get it back while
/// the hub runs. Until they are mended it misses OCR for some exhibits.
public final class Reader implements Extract.Reading {
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();
    private final AtomicInteger readings = new AtomicInteger();

    /// Without OCR for these exhibits, named as `x2`.
    public Reader(String... unreadable) {
        this.unreadable.addAll(List.of(unreadable));
    }

    /// From now on this exhibit can be read.
    public void mend(String exhibit) {
        unreadable.remove(exhibit);
    }

    /// How often something was read.
    public int readings() {
        return readings.get();
    }

    @Override
    public Extraction read(Content content, String name) throws IOException {
        readings.incrementAndGet();
        if (unreadable.contains(name.replaceFirst("[.].*", "")))
            return extraction(Extraction.Status.NO_TEXT, "ocr-missing", "", List.of());
        try (var in = content.open()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var page = new Extraction.Passage(1, 0, text.codePointCount(0, text.length()), "en", "text");
            return extraction(Extraction.Status.OK, "", text, List.of(page));
        }
    }

    private static Extraction extraction(
            Extraction.Status status, String reason, String text, List<Extraction.Passage> passages) {
        return new Extraction(status, reason, "application/pdf", 1, List.of("en"), text, passages, Map.of(), List.of());
    }
}
