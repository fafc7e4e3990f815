package org.safepassage.hub.wiring;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;

/// Films of drawn pictures, written by the FFmpeg program.
public final class DrawnFilm {
    private static final int FRAMES = 10;

    private DrawnFilm() {}

    /// A film that shows one picture for a while, as H.264 in MP4.
    ///
    /// @throws IOException when the program does not write it
    public static byte[] of(BufferedImage picture) throws IOException {
        var frame = new BufferedImage(
                (picture.getWidth() + 1) & ~1, (picture.getHeight() + 1) & ~1, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = frame.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        byte[] pixels = ((DataBufferByte) frame.getRaster().getDataBuffer()).getData();
        Path out = Files.createTempFile("film", ".mp4");
        String size = frame.getWidth() + "x" + frame.getHeight();
        String program = Loader.load(ffmpeg.class);
        // The program's libraries lie beside it, unpacked with the wrappers of the first of these.
        Loader.load(avutil.class);
        var builder = new ProcessBuilder(List.of(
                        program,
                        "-v",
                        "quiet",
                        "-y",
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        "bgr24",
                        "-s",
                        size,
                        "-i",
                        "-",
                        "-c:v",
                        "libopenh264",
                        "-b:v",
                        "4M",
                        "-pix_fmt",
                        "yuv420p",
                        out.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LD_LIBRARY_PATH", new java.io.File(program).getParent());
        try {
            Process process = builder.start();
            try (OutputStream in = process.getOutputStream()) {
                for (int i = 0; i < FRAMES; i++) {
                    in.write(pixels);
                }
            }
            if (process.waitFor() != 0) {
                throw new IOException("the program wrote no film");
            }
            return Files.readAllBytes(out);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(interrupted));
        } finally {
            Files.delete(out);
        }
    }
}
