package org.safepassage.rehearsal.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A process and everything it started, as Linux's /proc shows them.
///
/// @param pid the root of the tree
record ProcessTree(long pid) {
    /// Clock ticks a second in /proc: 100 on every Linux that a JDK supports.
    private static final double TICKS = 100;

    private static final int USER_TIME = 11;
    private static final String TEMPORARY = "-Djava.io.tmpdir=";

    /// CPU seconds used so far by the living processes of the tree and by the dead ones that they waited for.
    double cpuSeconds() {
        return processes().stream().mapToDouble(ProcessTree::cpu).sum();
    }

    /// The same by what burnt it: `hub` is the root itself; a process that it started counts under the last folder but
    /// one of its temporary folder, which the hub names after what its workers are for, such as `extract` and
    /// `read-back`; `ended` is whatever is gone.
    Map<String, Double> cpuSecondsByPart() {
        var parts = new TreeMap<String, Double>();
        for (long process : processes()) {
            var ticks = ticks(process);
            parts.merge(process == pid ? "hub" : part(process), (ticks[0] + ticks[1]) / TICKS, Double::sum);
            parts.merge("ended", (ticks[2] + ticks[3]) / TICKS, Double::sum);
        }
        return parts;
    }

    private static String part(long process) {
        return Arrays.stream(read("/proc/" + process + "/cmdline").split("\0"))
                .filter(argument -> argument.startsWith(TEMPORARY))
                .map(argument -> Path.of(argument.substring(TEMPORARY.length())).getParent())
                .filter(Objects::nonNull)
                .map(folder -> String.valueOf(folder.getFileName()))
                .findFirst()
                .orElse("other");
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
        return Arrays.stream(ticks(process)).sum() / TICKS;
    }

    /// Ticks in user and system mode, then those of ended children.
    private static long[] ticks(long process) {
        // Fields are counted after the program's name, which may hold spaces and stands in brackets (proc(5)).
        var stat = read("/proc/" + process + "/stat");
        int name = stat.lastIndexOf(')');
        if (name < 0) {
            return new long[4];
        }
        var fields = stat.substring(name + 2).split(" ");
        return IntStream.range(USER_TIME, USER_TIME + 4)
                .mapToLong(field -> Long.parseLong(fields[field]))
                .toArray();
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
