package org.safepassage.redact.check;

/// How much one file may turn into when it is unpacked and decoded. Beyond it the file counts as unreadable.
final class Budget {
    static final int DEEPEST = 6;

    private long bytes = 512L << 20;
    private long streamed = 4L << 30;
    private long chars = 256L << 20;
    private int members = 10_000;

    void inflated(long count) throws UnreadableFile {
        bytes -= count;
        if (bytes < 0) {
            throw new UnreadableFile("unpacks to more than 512 MiB");
        }
    }

    /// As [#inflated], for streams inside formats, where pictures take up more.
    void streamed(long count) throws UnreadableFile {
        streamed -= count;
        if (streamed < 0) {
            throw new UnreadableFile("holds streams that unpack to more than 4 GiB");
        }
    }

    void decoded(long count) throws UnreadableFile {
        chars -= count;
        if (chars < 0) {
            throw new UnreadableFile("decodes to more than 256 million characters");
        }
    }

    void member() throws UnreadableFile {
        members--;
        if (members < 0) {
            throw new UnreadableFile("holds more than 10000 files");
        }
    }

    static void depth(int depth) throws UnreadableFile {
        if (depth > DEEPEST) {
            throw new UnreadableFile("is packed or encoded more than " + DEEPEST + " times over");
        }
    }
}
