package org.safepassage.redact.apart;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/// Does what it is told, however bad. Public, since a child makes it by its name.
public final class MisbehavingTask implements Task {
    private int jobs;

    /// For the child.
    public MisbehavingTask() {}

    @Override
    public byte[] run(byte[] request, Path folder) throws Exception {
        jobs++;
        String told = new String(request, StandardCharsets.UTF_8);
        switch (told) {
            case "copy" -> Files.copy(folder.resolve("in"), folder.resolve("out"));
            case "throw" -> throw new IOException("Вярбіцкая");
            case "spin" -> spin();
            case "sleep" -> Thread.sleep(600_000);
            case "halt" -> Runtime.getRuntime().halt(7);
            case "burst" -> burst();
            case "recurse" -> recurse(0);
            case "babble" -> babble();
            case "program" ->
                new ProcessBuilder("/bin/sh", "-c", "while :; do :; done")
                        .start()
                        .waitFor();
            default -> {}
        }
        return (told + " " + jobs).getBytes(StandardCharsets.UTF_8);
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void spin() {
        long turns = 0;
        while (true) {
            turns++;
            if (turns == Long.MIN_VALUE) {
                Thread.onSpinWait();
            }
        }
    }

    private static void burst() {
        var kept = new ArrayList<byte[]>();
        while (kept.size() < Integer.MAX_VALUE) {
            kept.add(new byte[1 << 20]);
        }
    }

    private static int recurse(int depth) {
        return depth == Integer.MIN_VALUE ? depth : recurse(depth + 1) + 1;
    }

    private static void babble() throws IOException, InterruptedException {
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            out.write("Segmentation fault, or something like it".getBytes(StandardCharsets.US_ASCII));
        }
        Thread.sleep(600_000);
    }
}
