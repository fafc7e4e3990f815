package org.safepassage.evidence.custody;

import java.util.regex.Pattern;

/// The state of the log at one moment, as a text to be signed: the note body of C2SP tlog-checkpoint, which is three
/// lines, each ended by a line feed: origin, number of leaves in decimal, root in base64.
///
/// @param origin names the log for good, such as `hub.example/custody`: printable ASCII, no space, no plus sign
/// @param size how many leaves
/// @param root of the tree over them
public record Checkpoint(String origin, long size, Hash root) {
    private static final Pattern ORIGIN = Pattern.compile("[!-*,-~]{1,200}");
    private static final Pattern TEXT =
            Pattern.compile("([!-*,-~]{1,200})\n(0|[1-9][0-9]{0,17})\n([A-Za-z0-9+/]{43}=)\n");

    public Checkpoint {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new IllegalArgumentException(
                    "a log's origin is up to 200 printable ASCII characters without + or space");
        }
        if (size < 0) {
            throw new IllegalArgumentException("a log has no negative size");
        }
    }

    /// What is signed, in UTF-8.
    public String text() {
        return origin + "\n" + size + "\n" + root + "\n";
    }

    /// Reads exactly what [#text] writes, and nothing else, so that one signature has one meaning.
    ///
    /// @throws IllegalArgumentException when the text is anything else
    public static Checkpoint parse(String text) {
        var fields = TEXT.matcher(text);
        if (!fields.matches()) {
            throw new IllegalArgumentException("not a checkpoint: it has three lines, origin, size and base64 root");
        }
        return new Checkpoint(fields.group(1), Long.parseLong(fields.group(2)), Hash.ofBase64(fields.group(3)));
    }
}
