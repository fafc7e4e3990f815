package org.safepassage.redact.renditions.pictures;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Finds words in a picture with the Tesseract program, wherever they stand in it, and covers all of them: nobody
/// can tell here whose name, plate or address they are.
final class WordSearch {
    /// Address space of the program, KiB.
    private static final int LARGEST_MEMORY_KIB = 3 << 20;
    /// Larger pictures are searched smaller: print that is lost by it is a thousandth of the picture high.
    private static final long MOST_PIXELS = 8_000_000;
    /// Smaller ones larger: the program wants letters of twenty pixels.
    private static final long FEWEST_PIXELS = 1_000_000;

    /// Tesseract's modes: print anywhere in no order, and pages with an order. Either misses plates that the other
    /// finds.
    private static final List<String> MODES = List.of("11", "3");

    private static final String LIMITED = "ulimit -t \"$1\" && ulimit -v \"$2\" && shift 2 && exec \"$@\"";

    private final PictureSettings settings;

    WordSearch(PictureSettings settings) {
        this.settings = settings;
    }

    /// Adds what it finds to `findings`; a search that fails is a doubt.
    void search(BufferedImage picture, Findings findings) {
        if (settings.ocrProgram().isEmpty()) {
            findings.doubt(Doubt.WORDS_UNSEARCHED);
            return;
        }
        double pixels = (double) picture.getWidth() * picture.getHeight();
        double scale = pixels > MOST_PIXELS
                ? Math.sqrt(MOST_PIXELS / pixels)
                : pixels < FEWEST_PIXELS ? Math.min(3, Math.sqrt(FEWEST_PIXELS / pixels)) : 1;
        try {
            Greys greys = Greys.of(picture, scale);
            for (String mode : MODES) {
                new WordLines(scale).read(recognised(greys, mode), findings);
            }
        } catch (IOException failed) {
            findings.doubt(Doubt.WORDS_UNSEARCHED);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            findings.doubt(Doubt.WORDS_UNSEARCHED);
        }
    }

    private String recognised(Greys greys, String mode) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                LIMITED,
                "sh",
                Integer.toString(settings.ocrCpuSeconds()),
                Integer.toString(LARGEST_MEMORY_KIB),
                settings.ocrProgram()));
        command.addAll(List.of("stdin", "stdout", "-l", settings.ocrLanguages(), "--dpi", "150", "--psm", mode, "tsv"));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        try {
            try (OutputStream out = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
                greys.writeTo(out);
            }
            byte[] lines = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new IOException("tesseract ended with " + process.exitValue());
            }
            return new String(lines, StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
        }
    }
}
