package org.safepassage.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// CPU time of a process with its children, those that have ended included. Wall time says nothing about a document on
/// a busy machine; this does. Linux's `/proc` where there is one, else what the JDK can tell. Thread-safe.
final class CpuClock {
    /// Linux has counted in hundredths of a second for programs ever since it runs on more than one kind of machine.
    private static final long NANOS_PER_TICK = 10_000_000;

    private static final int USER_TIME = 11;

    private CpuClock() {}

    static Duration spent(ProcessHandle process) {
        Duration own = ofOne(process);
        return process.descendants().map(CpuClock::ofOne).reduce(own, Duration::plus);
    }

    /// Whether a thread of the process or of its children runs, or waits for its turn on a CPU or for a disk.
    static boolean isAtWork(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).anyMatch(CpuClock::hasRunnable);
    }

    private static boolean hasRunnable(ProcessHandle process) {
        Path tasks = Path.of("/proc", Long.toString(process.pid()), "task");
        try (Stream<Path> threads = Files.list(tasks)) {
            return threads.anyMatch(thread -> {
                try {
                    String stat = Files.readString(thread.resolve("stat"), StandardCharsets.ISO_8859_1);
                    char state = stat.charAt(stat.lastIndexOf(')') + 2);
                    return state == 'R' || state == 'D';
                } catch (IOException ended) {
                    return false;
                }
            });
        } catch (IOException none) {
            return false;
        }
    }

    private static Duration ofOne(ProcessHandle process) {
        return fromProc(process.pid())
                .or(() -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    private static Optional<Duration> fromProc(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            // The program's name may hold blanks and brackets: count from the last one.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int field = USER_TIME; field < USER_TIME + 4; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return Optional.of(Duration.ofNanos(ticks * NANOS_PER_TICK));
        } catch (IOException | RuntimeException none) {
            return Optional.empty();
        }
    }
}
