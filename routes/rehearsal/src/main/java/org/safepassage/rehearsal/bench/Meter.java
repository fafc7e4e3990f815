package org.safepassage.rehearsal.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/// Watches a process tree while something runs: CPU seconds from the start of the watch, highest memory seen.
final class Meter implements AutoCloseable {
    private final ProcessTree tree;
    private final double cpuBefore;
    private final Map<String, Double> partsBefore;
    private final long timeBefore = System.nanoTime();
    private final AtomicLong peak = new AtomicLong();
    private final Thread watch;

    Meter(ProcessTree tree) {
        this.tree = tree;
        this.cpuBefore = tree.cpuSeconds();
        this.partsBefore = tree.cpuSecondsByPart();
        this.watch = Thread.ofPlatform().name("meter").daemon().start(this::look);
    }

    /// What one side of a round took.
    ///
    /// @param cpuSeconds over the whole process tree
    /// @param seconds by the clock
    /// @param peakBytes highest resident memory of the whole tree
    /// @param cpuByPart CPU seconds by what burnt them
    record Reading(double cpuSeconds, double seconds, long peakBytes, Map<String, Double> cpuByPart) {
        Reading {
            cpuByPart = Map.copyOf(cpuByPart);
        }
    }

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
        var parts = new TreeMap<>(tree.cpuSecondsByPart());
        parts.replaceAll((part, seconds) -> seconds - partsBefore.getOrDefault(part, 0.0));
        return new Reading(tree.cpuSeconds() - cpuBefore, (System.nanoTime() - timeBefore) / 1e9, peak.get(), parts);
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
