package org.safepassage.redact.renditions.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the words on a page and where they stand, with the Tesseract program, under a limit of CPU time and memory
/// that the system keeps. Thread-safe.
public final class PrintReader {
    private static final int CPU_SECONDS = 60;
    private static final int MEMORY_KIB = 3 << 20;
    private static final int MOST_BYTES = 32 << 20;
    private static final String LIMITED = "ulimit -t \"$1\" && ulimit -v \"$2\" && shift 2 && exec \"$@\"";

    private final String program;
    private final String languages;
    private volatile boolean ready;

    /// @param program `tesseract`: a name looked up on the PATH, or a path
    /// @param languages Tesseract's names joined by `+`
    public PrintReader(String program, String languages) {
        if (!languages.matches("[a-zA-Z_]{3,20}(\\+[a-zA-Z_]{3,20}){0,9}")) {
            throw new IllegalArgumentException("OCR languages are Tesseract's names joined by +, such as rus+bel+eng");
        }
        this.program = program;
        this.languages = languages;
    }

    /// The program on the PATH, in Russian, Belarusian and English.
    public static PrintReader installed() {
        return new PrintReader("tesseract", "rus+bel+eng");
    }

    /// Whether the program and all its languages are installed. Asked until they are.
    boolean isReady() throws IOException {
        if (!ready) {
            ready = run(List.of("--list-langs"))
                    .filter(printed ->
                            printed.lines().map(String::strip).toList().containsAll(List.of(languages.split("\\+"))))
                    .isPresent();
        }
        return ready;
    }

    /// The words in reading order; empty when the program fails or takes too long.
    ///
    /// @throws IOException when no program can be started at all
    Optional<List<Word>> words(Path page) throws IOException {
        return run(List.of(page.toString(), "stdout", "-l", languages, "--dpi", "200", "tsv"))
                .map(PrintReader::words);
    }

    /// What the program printed; empty when it did not end well.
    private Optional<String> run(List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                "/bin/sh", "-c", LIMITED, "sh", Integer.toString(CPU_SECONDS), Integer.toString(MEMORY_KIB), program));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // More threads cost several times the CPU for little speed.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            byte[] printed = process.getInputStream().readNBytes(MOST_BYTES);
            return printed.length < MOST_BYTES && process.waitFor() == 0
                    ? Optional.of(new String(printed, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } finally {
            process.destroyForcibly();
        }
    }

    /// Rows: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
    private static List<Word> words(String table) {
        var words = new ArrayList<Word>();
        String before = "";
        int line = 0;
        for (String row : table.split("\n")) {
            String[] cells = row.split("\t", 12);
            if (cells.length == 12 && cells[0].equals("5") && !cells[11].isBlank()) {
                String own = cells[2] + " " + cells[3] + " " + cells[4];
                line = own.equals(before) ? line : line + 1;
                before = own;
                words.add(new Word(
                        cells[11].strip(),
                        Integer.parseInt(cells[2]),
                        line,
                        Integer.parseInt(cells[6]),
                        Integer.parseInt(cells[7]),
                        Integer.parseInt(cells[8]),
                        Integer.parseInt(cells[9]),
                        Double.parseDouble(cells[10])));
            }
        }
        return words;
    }
}
