package org.safepassage.redact;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/// Lines of a reader, of which none takes more memory than it may: what is longer is passed over to its end. A line
/// ends at a line feed; a carriage return before it is no part of the line. For one thread.
final class BoundedLines {
    private static final int AT_ONCE = 1 << 13;

    private final BufferedReader in;
    private final int longest;
    private final char[] read = new char[AT_ONCE];
    private int at;
    private int end;
    private Optional<String> line = Optional.empty();

    /// @param longest characters that a line may have
    BoundedLines(BufferedReader in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /// Reads the next line.
    ///
    /// @return false when there is none
    /// @throws IOException when the reader fails
    boolean next() throws IOException {
        var kept = new StringBuilder();
        boolean any = false;
        boolean fits = true;
        boolean ended = false;
        while (!ended && (at < end || fill())) {
            any = true;
            int start = at;
            while (at < end && read[at] != '\n') {
                at++;
            }
            ended = at < end;
            fits &= kept.length() + at - start <= longest;
            if (fits) {
                kept.append(read, start, at - start);
            } else {
                kept.setLength(0);
                kept.trimToSize();
            }
            at += ended ? 1 : 0;
        }
        if (fits && !kept.isEmpty() && kept.charAt(kept.length() - 1) == '\r') {
            kept.setLength(kept.length() - 1);
        }
        line = fits ? Optional.of(kept.toString()) : Optional.empty();
        return any;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(read));
        return end > 0;
    }

    /// The line; empty when it is too long.
    Optional<String> line() {
        return line;
    }
}
