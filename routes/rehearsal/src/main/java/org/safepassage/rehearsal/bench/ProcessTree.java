package org.safepassage.rehearsal.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A process and everything it started, as Linux's /proc shows them.
///
/// @param pid the root of the tree
record ProcessTree(long pid) {
    /// Clock ticks a second in /proc: 100 on every Linux that a JDK supports.
    private static final double TICKS = 100;

    /// CPU seconds used so far by the living processes of the tree and by the dead ones that they waited for.
    double cpuSeconds() {
        return processes().stream().mapToDouble(ProcessTree::cpu).sum();
    }

    /// Resident memory of the tree now, in bytes; pages that processes share are counted in each.
    long residentBytes() {
        return processes().stream().mapToLong(ProcessTree::resident).sum();
    }

    private List<Long> processes() {
        return ProcessHandle.of(pid).stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .map(ProcessHandle::pid)
                .toList();
    }

    private static double cpu(long process) {
        // Fields are counted after the program's name, which may hold spaces and stands in brackets (proc(5)).
        var stat = read("/proc/" + process + "/stat");
        int name = stat.lastIndexOf(')');
        if (name < 0) {
            return 0;
        }
        var fields = stat.substring(name + 2).split(" ");
        return (Long.parseLong(fields[11])
                        + Long.parseLong(fields[12])
                        + Long.parseLong(fields[13])
                        + Long.parseLong(fields[14]))
                / TICKS;
    }

    private static long resident(long process) {
        return read("/proc/" + process + "/status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                .sum();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8);
        } catch (IOException ended) {
            return "";
        }
    }
}
