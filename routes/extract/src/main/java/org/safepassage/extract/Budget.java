package org.safepassage.extract;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.safepassage.schemas.Extraction.Status;

/// What one document may cost. Looked at from time to time by the pool's watch; pages and bytes are reported by the
/// thread that talks to the worker. Thread-safe.
final class Budget {
    /// What a JVM that does nothing may use between two looks.
    private static final Duration TICKS = Duration.ofMillis(100);

    private final ExtractorSettings settings;
    private final long started = System.nanoTime();
    private final Duration cpuBefore;
    private volatile int pages;
    private volatile long moved;
    private Duration cpuSeen;
    private long movedSeen;
    private long activeAt = started;

    Budget(ExtractorSettings settings, Duration cpuBefore) {
        this.settings = settings;
        this.cpuBefore = cpuBefore;
        this.cpuSeen = cpuBefore;
    }

    /// One more page is recognised; a worker that claims endlessly many gains nothing.
    void page() {
        synchronized (this) {
            pages = Math.min(pages + 1, settings.ocr().pages());
        }
    }

    /// Bytes went over the pipe in either direction.
    void moved(long bytes) {
        synchronized (this) {
            moved += bytes;
        }
    }

    /// Whether the document has to be stopped now.
    ///
    /// @param cpu its worker's CPU time so far
    /// @param atWork whether the worker would run if it were let
    synchronized Optional<Stop> look(Duration cpu, BooleanSupplier atWork) {
        long now = System.nanoTime();
        Duration allowed =
                settings.cpuTime().plusSeconds((long) pages * settings.ocr().cpuSecondsPerPage());
        if (cpu.minus(cpuBefore).compareTo(allowed) > 0) {
            return Optional.of(new Stop(Status.TIMEOUT, "cpu-time"));
        }
        if (now - started > settings.wallCeiling().toNanos()) {
            return Optional.of(new Stop(Status.TIMEOUT, "wall-clock"));
        }
        // A starved worker uses as little CPU as one that sleeps, but it stands in the queue for it.
        boolean active = cpu.minus(cpuSeen).compareTo(TICKS) > 0 || moved != movedSeen || atWork.getAsBoolean();
        if (active) {
            cpuSeen = cpu;
            movedSeen = moved;
            activeAt = now;
        } else if (now - activeAt > settings.idle().toNanos()) {
            return Optional.of(new Stop(Status.TIMEOUT, "idle"));
        }
        return Optional.empty();
    }
}
