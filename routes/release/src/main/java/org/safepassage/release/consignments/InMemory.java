package org.safepassage.release.consignments;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.safepassage.schemas.Content;

/// Content that is small enough to be held: a JSON document, a manifest, a signature. Immutable.
public final class InMemory implements Content {
    private final byte[] bytes;

    private InMemory(byte[] bytes) {
        this.bytes = bytes;
    }

    /// These bytes, copied.
    public static InMemory of(byte[] bytes) {
        return new InMemory(bytes.clone());
    }

    /// This text in UTF-8.
    public static InMemory of(String text) {
        return new InMemory(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return "InMemory[" + bytes.length + " bytes]";
    }
}
