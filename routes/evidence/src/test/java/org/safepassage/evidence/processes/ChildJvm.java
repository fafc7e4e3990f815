package org.safepassage.evidence.processes;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A real process, so that a kill in a test is a kill. It speaks by lines on its standard output.
public final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    private ChildJvm(List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        lines = process.inputReader(StandardCharsets.UTF_8);
    }

    public static ChildJvm start(Class<?> main, String maxHeap, String... arguments) throws IOException {
        return new ChildJvm(command(main, maxHeap, arguments));
    }

    /// Starts it where no file may grow over `blocks` (of 512 or 1,024 bytes, as the shell counts them).
    public static ChildJvm startWithFileSizeLimit(int blocks, Class<?> main, String maxHeap, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"));
        command.addAll(command(main, maxHeap, arguments));
        return new ChildJvm(command);
    }

    /// The next line it printed; waits for it.
    public String line() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the child ended before it said what was expected");
        }
        return line;
    }

    /// Kills it (SIGKILL) and returns the whole lines that it had printed by then.
    public List<String> kill() throws IOException, InterruptedException {
        // By its handle: Process.destroyForcibly would close the pipe and lose what the child had said.
        process.toHandle().destroyForcibly();
        return rest();
    }

    /// Waits for its end and returns what it had still to say.
    public List<String> rest() throws IOException, InterruptedException {
        List<String> rest = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int c = lines.read(); c >= 0; c = lines.read()) {
            if (c == '\n') {
                rest.add(line.toString());
                line.setLength(0);
            } else {
                line.append((char) c);
            }
        }
        process.waitFor();
        return rest;
    }

    public int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static List<String> command(Class<?> main, String maxHeap, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + maxHeap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
