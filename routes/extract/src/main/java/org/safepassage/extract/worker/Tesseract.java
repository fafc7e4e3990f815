package org.safepassage.extract.worker;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safepassage.extract.OcrSettings;

/// The Tesseract program, fed one page at a time over a pipe, with a limit of CPU time and memory that the system
/// enforces. Thread-safe.
final class Tesseract {
    private static final int LARGEST_MEMORY_KIB = 3 << 20;
    private static final String LIMITED = "ulimit -t \"$1\" && ulimit -v \"$2\" && shift 2 && exec \"$@\"";

    private final Map<String, Boolean> ready = new HashMap<>();

    /// Whether the program and all the wanted languages are installed. Asked once.
    synchronized boolean isReady(OcrSettings settings) {
        return ready.computeIfAbsent(settings.program() + " " + settings.languages(), asked -> ask(settings));
    }

    /// The print in a picture.
    ///
    /// @throws IOException when the program fails or takes too long
    String read(BufferedImage page, OcrSettings settings) throws IOException {
        Process process = start(
                settings, "stdin", "stdout", "-l", settings.languages(), "--dpi", Integer.toString(settings.dpi()));
        try {
            try (var pixels = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
                writeGrey(page, pixels);
            }
            byte[] text = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new IOException("tesseract ended with " + process.exitValue());
            }
            return new String(text, StandardCharsets.UTF_8);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean ask(OcrSettings settings) {
        if (!isOnPath(settings.program())) {
            return false;
        }
        try {
            Process process = start(settings, "--list-langs");
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0
                    && printed.lines()
                            .toList()
                            .containsAll(List.of(settings.languages().split("\\+")));
        } catch (IOException failed) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isOnPath(String program) {
        if (program.contains("/")) {
            return Files.isExecutable(Path.of(program));
        }
        String path = System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        for (String folder : path.split(":")) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private static Process start(OcrSettings settings, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                LIMITED,
                "sh",
                Integer.toString(settings.cpuSecondsPerPage()),
                Integer.toString(LARGEST_MEMORY_KIB),
                settings.program()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_THREAD_LIMIT", Integer.toString(settings.threads()));
        return builder.start();
    }

    /// As a portable grey map: nothing to compress and nothing to unpack.
    private static void writeGrey(BufferedImage page, OutputStream out) throws IOException {
        BufferedImage grey = page;
        if (page.getType() != BufferedImage.TYPE_BYTE_GRAY) {
            grey = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
            new ColorConvertOp(ColorSpace.getInstance(ColorSpace.CS_GRAY), null).filter(page, grey);
        }
        out.write(("P5 " + grey.getWidth() + " " + grey.getHeight() + " 255\n").getBytes(StandardCharsets.US_ASCII));
        out.write(((DataBufferByte) grey.getRaster().getDataBuffer()).getData());
    }
}
