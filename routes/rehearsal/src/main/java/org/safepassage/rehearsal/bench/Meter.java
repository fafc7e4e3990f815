package org.safepassage.rehearsal.bench;

import java.util.concurrent.atomic.AtomicLong;

/// Watches a process tree while something runs: CPU seconds from the start of the watch, highest memory seen.
final class Meter implements AutoCloseable {
    private final ProcessTree tree;
    private final double cpuBefore;
    private final long timeBefore = System.nanoTime();
    private final AtomicLong peak = new AtomicLong();
    private final Thread watch;

    Meter(ProcessTree tree) {
        this.tree = tree;
        this.cpuBefore = tree.cpuSeconds();
        this.watch = Thread.ofPlatform().name("meter").daemon().start(this::look);
    }

    /// What one side of a round took.
    ///
    /// @param cpuSeconds over the whole process tree
    /// @param seconds by the clock
    /// @param peakBytes highest resident memory of the whole tree
    record Reading(double cpuSeconds, double seconds, long peakBytes) {}

    private void look() {
        try {
            while (true) {
                peak.accumulateAndGet(tree.residentBytes(), Math::max);
                Thread.sleep(250);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Reading read() {
        return new Reading(tree.cpuSeconds() - cpuBefore, (System.nanoTime() - timeBefore) / 1e9, peak.get());
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
