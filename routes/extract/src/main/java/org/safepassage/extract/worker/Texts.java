package org.safepassage.extract.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Strings of any length in frames: four bytes of length, then UTF-8.
final class Texts {
    private Texts() {}

    static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > Frames.LARGEST) {
            throw new BrokenFrame("a text of impossible length");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new BrokenFrame("a text was cut off");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
