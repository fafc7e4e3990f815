package org.safepassage.rehearsal.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;

/// Tells how far the work is: on a terminal one line that is written over, elsewhere a line every ten seconds
/// while something changes.
/// Safe for several threads.
public final class Progress {
    private static final long QUIET = Duration.ofSeconds(10).toNanos();

    private final PrintWriter out;
    private final boolean terminal;
    private long lastLine = System.nanoTime() - QUIET;
    private String said = "";
    private boolean open;

    /// @param terminal whether `out` is one
    public Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /// Something that is told once.
    public synchronized void say(String line) {
        close();
        out.println(line);
        out.flush();
    }

    /// How far the hub is.
    ///
    /// @param reconciliation the hub's own figures
    /// @param expected how many standings there will be, terminal ones
    synchronized void show(JsonNode reconciliation, long expected, Duration elapsed) {
        if (!terminal && System.nanoTime() - lastLine < QUIET) {
            return;
        }
        lastLine = System.nanoTime();
        long underWay = reconciliation.path("states").path("under-way").asLong();
        long standings = 0;
        for (var count : reconciliation.path("states")) {
            standings += count.asLong();
        }
        long done = standings - underWay;
        var line = "%d case files, %d documents, %d pages; %d of %d ends reached, %s"
                .formatted(
                        reconciliation.path("caseFiles").asLong(),
                        reconciliation.path("documentsDone").asLong(),
                        reconciliation.path("pagesDone").asLong(),
                        done,
                        Math.max(expected, standings),
                        left(done, Math.max(expected, standings), elapsed));
        if (line.equals(said)) {
            return;
        }
        said = line;
        if (terminal) {
            out.print("\r\u001b[K" + line);
            open = true;
        } else {
            out.println(line);
        }
        out.flush();
    }

    private static String left(long done, long all, Duration elapsed) {
        if (done == 0) {
            return "time left not known yet";
        }
        long seconds = elapsed.toSeconds() * (all - done) / done;
        return "about %d:%02d left".formatted(seconds / 60, seconds % 60);
    }

    private void close() {
        if (open) {
            out.println();
            open = false;
        }
    }
}
