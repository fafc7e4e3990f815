package org.safepassage.extract.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.safepassage.extract.DocumentLimits;
import org.safepassage.extract.OcrSettings;

/// What a worker is told of a document before its bytes.
///
/// @param name the partner's file name, which may help to tell one text format from another
/// @param size bytes, or -1 when not known
/// @param limits how much it may unfold into
/// @param ocr how scanned pages are read
public record Request(String name, long size, DocumentLimits limits, OcrSettings ocr) {
    /// The request as a payload.
    public byte[] written() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            Texts.write(out, name);
            out.writeLong(size);
            out.writeInt(limits.embeddedDepth());
            out.writeInt(limits.embeddedCount());
            out.writeInt(limits.textChars());
            out.writeInt(limits.expansionRatio());
            out.writeLong(limits.expandedBytes());
            out.writeLong(limits.spoolBytes());
            out.writeBoolean(ocr.on());
            out.writeBoolean(ocr.photographs());
            Texts.write(out, ocr.program());
            Texts.write(out, ocr.languages());
            out.writeInt(ocr.dpi());
            out.writeInt(ocr.cpuSecondsPerPage());
            out.writeInt(ocr.pages());
            out.writeInt(ocr.threads());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// Reads a payload back.
    ///
    /// @throws IOException when it is cut off
    public static Request parse(byte[] payload) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(payload))) {
            return new Request(
                    Texts.read(in),
                    in.readLong(),
                    new DocumentLimits(
                            in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readLong(), in.readLong()),
                    new OcrSettings(
                            in.readBoolean(),
                            in.readBoolean(),
                            Texts.read(in),
                            Texts.read(in),
                            in.readInt(),
                            in.readInt(),
                            in.readInt(),
                            in.readInt()));
        }
    }
}
