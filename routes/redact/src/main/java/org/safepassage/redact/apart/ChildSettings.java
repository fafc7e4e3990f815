package org.safepassage.redact.apart;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// What children are and what a job may cost.
///
/// @param java the `java` program
/// @param classPath what a child loads; native libraries stand here and not on the caller's class path
/// @param folder where children and jobs have their private folders; made if absent, readable by the owner alone
/// @param heapMiB a child's largest heap
/// @param memoryMiB a child's largest address space, native libraries and JVM included; the system enforces it where
///     the shell knows `ulimit -v`
/// @param cpuTime what one job may use, its own child processes included
/// @param wallClock the last resort for a job that waits for ever; generous, since a busy machine is slow
/// @param jobs after how many jobs a child is replaced by a fresh one
/// @param children how many may work side by side
/// @param properties system properties of the child
public record ChildSettings(
        Path java,
        String classPath,
        Path folder,
        int heapMiB,
        int memoryMiB,
        Duration cpuTime,
        Duration wallClock,
        int jobs,
        int children,
        Map<String, String> properties) {
    public ChildSettings {
        properties = Map.copyOf(properties);
        if (heapMiB < 32 || memoryMiB < heapMiB) {
            throw new IllegalArgumentException("a child needs a heap of 32 MiB and memory for it");
        }
        if (!cpuTime.isPositive() || !wallClock.isPositive() || jobs < 1 || children < 1) {
            throw new IllegalArgumentException("a child's limits must be more than nothing");
        }
    }

    /// One child with 1 GiB of heap in 6 GiB of address space, two CPU minutes and ten minutes by the clock a job,
    /// replaced after 200 jobs.
    public static ChildSettings defaults(Path java, String classPath, Path folder) {
        return new ChildSettings(
                java, classPath, folder, 1024, 6144, Duration.ofMinutes(2), Duration.ofMinutes(10), 200, 1, Map.of());
    }

    /// For work on pictures and films with native libraries: more address space, five CPU minutes and half an hour by
    /// the clock a job.
    public static ChildSettings forPixels(Path java, String classPath, Path folder) {
        return defaults(java, classPath, folder)
                .withMemory(1024, 8192)
                .withTimes(Duration.ofMinutes(5), Duration.ofMinutes(30));
    }

    /// The same with other memory.
    public ChildSettings withMemory(int changedHeapMiB, int changedMemoryMiB) {
        return new ChildSettings(
                java,
                classPath,
                folder,
                changedHeapMiB,
                changedMemoryMiB,
                cpuTime,
                wallClock,
                jobs,
                children,
                properties);
    }

    /// The same with other times.
    public ChildSettings withTimes(Duration changedCpuTime, Duration changedWallClock) {
        return new ChildSettings(
                java,
                classPath,
                folder,
                heapMiB,
                memoryMiB,
                changedCpuTime,
                changedWallClock,
                jobs,
                children,
                properties);
    }

    /// The same with system properties for the child.
    public ChildSettings withProperties(Map<String, String> changed) {
        return new ChildSettings(
                java, classPath, folder, heapMiB, memoryMiB, cpuTime, wallClock, jobs, children, changed);
    }

    /// The same with native libraries unpacked below the folder, not in the user's home, and no other system
    /// properties.
    public ChildSettings withNatives() {
        Path natives = folder.toAbsolutePath().resolve("natives");
        return withProperties(Map.of("org.bytedeco.javacpp.cachedir", natives.toString()));
    }
}
