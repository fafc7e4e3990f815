package org.safepassage.redact.apart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// CPU time of a process with its children, those that have ended included: wall time says nothing about a job on a
/// busy machine. Linux's `/proc` where there is one, else what the JDK can tell. Thread-safe.
final class CpuTime {
    /// Linux counts in hundredths of a second for programs.
    private static final long NANOS_PER_TICK = 10_000_000;

    /// Of the fields behind the program's name: user, system, and the same of children that have ended.
    private static final int FIRST_FIELD = 11;

    private CpuTime() {}

    static Duration of(ProcessHandle process) {
        return process.descendants().map(CpuTime::ofOne).reduce(ofOne(process), Duration::plus);
    }

    private static Duration ofOne(ProcessHandle process) {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            String line = Files.readString(stat, StandardCharsets.ISO_8859_1);
            // The program's name may hold blanks and brackets: count from the last one.
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int field = FIRST_FIELD; field < FIRST_FIELD + 4; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return Duration.ofNanos(ticks * NANOS_PER_TICK);
        } catch (IOException | RuntimeException unknown) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }
    }
}
