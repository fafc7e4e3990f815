package org.safepassage.extract;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How documents are extracted: the killable JVMs, their budgets and the limits of one document. Immutable.
///
/// @param java the `java` program that runs a worker
/// @param classPath the worker's class path, `lib/*` allowed; holds this module and its dependencies
/// @param temp folder for the workers' own temporary folders, emptied after each document
/// @param workers documents that are extracted at the same time; one spare process more is kept warm once a document
/// has ended a worker
/// @param heapMiB largest heap of one worker
/// @param cpuTime CPU time of a worker and its children for one document, pages recognised by OCR apart
/// @param idle how long a worker may use no CPU at all before it counts as hung
/// @param wallCeiling last resort, however slow the machine
/// @param limits how much one document may unfold into
/// @param ocr how scanned pages are read
/// @param aotCache cache made by [AotCache], used when it is present
public record ExtractorSettings(
        Path java,
        String classPath,
        Path temp,
        int workers,
        int heapMiB,
        Duration cpuTime,
        Duration idle,
        Duration wallCeiling,
        DocumentLimits limits,
        OcrSettings ocr,
        Optional<Path> aotCache) {

    public ExtractorSettings {
        if (workers < 1 || workers > 256) {
            throw new IllegalArgumentException("extract.workers must be 1 to 256");
        }
        if (heapMiB < 64) {
            throw new IllegalArgumentException("extract.heap-mib must be at least 64");
        }
        if (!cpuTime.isPositive() || !idle.isPositive() || !wallCeiling.isPositive()) {
            throw new IllegalArgumentException("extract's times must be longer than nothing");
        }
    }

    /// Two workers of 512 MiB, 60 CPU seconds a document, hung after two minutes without CPU, two hours in all.
    public static ExtractorSettings defaults(Path java, String classPath, Path temp) {
        return new ExtractorSettings(
                java,
                classPath,
                temp,
                2,
                512,
                Duration.ofSeconds(60),
                Duration.ofMinutes(2),
                Duration.ofHours(2),
                DocumentLimits.defaults(),
                OcrSettings.defaults(),
                Optional.empty());
    }

    /// The same with another number of workers.
    public ExtractorSettings withWorkers(int changed) {
        return new ExtractorSettings(
                java, classPath, temp, changed, heapMiB, cpuTime, idle, wallCeiling, limits, ocr, aotCache);
    }

    /// The same with another heap.
    public ExtractorSettings withHeapMiB(int changed) {
        return new ExtractorSettings(
                java, classPath, temp, workers, changed, cpuTime, idle, wallCeiling, limits, ocr, aotCache);
    }

    /// The same with another CPU budget.
    public ExtractorSettings withCpuTime(Duration changed) {
        return new ExtractorSettings(
                java, classPath, temp, workers, heapMiB, changed, idle, wallCeiling, limits, ocr, aotCache);
    }

    /// The same with other wall-clock last resorts.
    public ExtractorSettings withWallClock(Duration changedIdle, Duration changedCeiling) {
        return new ExtractorSettings(
                java, classPath, temp, workers, heapMiB, cpuTime, changedIdle, changedCeiling, limits, ocr, aotCache);
    }

    /// The same with other limits.
    public ExtractorSettings withLimits(DocumentLimits changed) {
        return new ExtractorSettings(
                java, classPath, temp, workers, heapMiB, cpuTime, idle, wallCeiling, changed, ocr, aotCache);
    }

    /// The same with other OCR.
    public ExtractorSettings withOcr(OcrSettings changed) {
        return new ExtractorSettings(
                java, classPath, temp, workers, heapMiB, cpuTime, idle, wallCeiling, limits, changed, aotCache);
    }

    /// The same with an AOT cache.
    public ExtractorSettings withAotCache(Path changed) {
        return new ExtractorSettings(
                java, classPath, temp, workers, heapMiB, cpuTime, idle, wallCeiling, limits, ocr, Optional.of(changed));
    }
}
