package org.safepassage.extract.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safepassage.schemas.Extraction;

/// One document of the tree that a document unfolds into, without its embedded documents, which travel before it in
/// frames of their own so that neither side holds the tree twice.
///
/// @param id counts from 0, the document itself
/// @param parent id of the container, -1 for the document itself
/// @param path names from the document to this one
/// @param extraction what was read; its `embedded` is empty
public record Node(int id, int parent, String path, Extraction extraction) {
    /// The node as a payload.
    public byte[] written() {
        var bytes = new ByteArrayOutputStream(extraction.text().length() + 1024);
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(id);
            out.writeInt(parent);
            Texts.write(out, path);
            Texts.write(out, extraction.status().name());
            Texts.write(out, extraction.reason());
            Texts.write(out, extraction.mediaType());
            out.writeInt(extraction.pages());
            writeAll(out, extraction.languages());
            Texts.write(out, extraction.text());
            out.writeInt(extraction.passages().size());
            for (var passage : extraction.passages()) {
                out.writeInt(passage.page());
                out.writeInt(passage.start());
                out.writeInt(passage.end());
                Texts.write(out, passage.language());
                Texts.write(out, passage.origin());
            }
            out.writeInt(extraction.metadata().size());
            for (var entry : extraction.metadata().entrySet()) {
                Texts.write(out, entry.getKey());
                writeAll(out, entry.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// Reads a payload back.
    ///
    /// @throws IOException when it is cut off or makes no sense
    public static Node parse(byte[] payload) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(payload))) {
            int id = in.readInt();
            int parent = in.readInt();
            String path = Texts.read(in);
            Extraction.Status status = status(Texts.read(in));
            String reason = Texts.read(in);
            String mediaType = Texts.read(in);
            int pages = in.readInt();
            List<String> languages = readAll(in);
            String text = Texts.read(in);
            var passages = new ArrayList<Extraction.Passage>();
            for (int left = in.readInt(); left > 0; left--) {
                passages.add(new Extraction.Passage(
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        Texts.read(in).intern(),
                        Texts.read(in).intern()));
            }
            Map<String, List<String>> metadata = new LinkedHashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                metadata.put(Texts.read(in), readAll(in));
            }
            return new Node(
                    id,
                    parent,
                    path,
                    new Extraction(status, reason, mediaType, pages, languages, text, passages, metadata, List.of()));
        }
    }

    /// The extraction with its embedded documents put back.
    public Extraction with(List<Extraction.Embedded> embedded) {
        return new Extraction(
                extraction.status(),
                extraction.reason(),
                extraction.mediaType(),
                extraction.pages(),
                extraction.languages(),
                extraction.text(),
                extraction.passages(),
                extraction.metadata(),
                embedded);
    }

    private static Extraction.Status status(String name) throws IOException {
        try {
            return Extraction.Status.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new BrokenFrame("a node of unknown status");
        }
    }

    private static void writeAll(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            Texts.write(out, text);
        }
    }

    private static List<String> readAll(DataInputStream in) throws IOException {
        var texts = new ArrayList<String>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(Texts.read(in));
        }
        return texts;
    }
}
