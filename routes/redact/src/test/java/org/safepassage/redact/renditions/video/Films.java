package org.safepassage.redact.renditions.video;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.ffmpeg.ffprobe;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;

/// Films of invented scenes, written and read by the FFmpeg programs, so that neither shares a line with the redactor.
final class Films {
    static final int WIDTH = 480;
    static final int HEIGHT = 320;
    static final String SECRET = "Vydumanava Alesia";
    /// Where the face is in the picture of a test package that is moved about.
    private static final Rectangle FACE = new Rectangle(175, 60, 50, 65);

    private static final BufferedImage PERSON = person();
    private static final BufferedImage WALL = wall();

    private Films() {}

    /// A person who passes by a wall from the left to the right.
    static BufferedImage passing(int frame) {
        return scene(place(frame));
    }

    static BufferedImage empty() {
        return scene(WIDTH);
    }

    /// A plate on a wall that the camera pans along.
    static BufferedImage plate(int frame) {
        BufferedImage scene = empty();
        Graphics2D graphics = scene.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(10 + 3 * frame, 90, 330, 110);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font("DejaVu Sans", Font.BOLD, 48));
        graphics.drawString("4127 AB-7", 50 + 3 * frame, 162);
        graphics.dispose();
        return scene;
    }

    /// Where the letters of the plate stand.
    static Rectangle letters(int frame) {
        return new Rectangle(54 + 3 * frame, 130, 240, 30);
    }

    /// Turned by a quarter to the left.
    static BufferedImage lying(BufferedImage upright) {
        var lying = new BufferedImage(upright.getHeight(), upright.getWidth(), BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < upright.getHeight(); y++) {
            for (int x = 0; x < upright.getWidth(); x++) {
                lying.setRGB(y, upright.getWidth() - 1 - x, upright.getRGB(x, y));
            }
        }
        return lying;
    }

    private static BufferedImage scene(int x) {
        var frame = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = frame.createGraphics();
        graphics.drawImage(WALL, 0, 0, null);
        graphics.drawImage(PERSON, x, 60, null);
        graphics.dispose();
        return frame;
    }

    private static int place(int frame) {
        return -260 + 8 * frame;
    }

    /// Where the face then is, as far as it lies in the picture.
    static Rectangle face(int frame) {
        var face = new Rectangle(FACE);
        face.translate(place(frame), 60);
        return face.intersection(new Rectangle(WIDTH, HEIGHT));
    }

    /// Writes a film of drawn frames, 25 a second.
    ///
    /// @param more the program's words between its input and its output, such as a coding and tags
    static Path written(Path file, int frames, IntFunction<BufferedImage> drawing, String... more) throws Exception {
        var first = drawing.apply(0);
        var words = new ArrayList<>(List.of("-f", "rawvideo", "-pix_fmt", "bgr24", "-framerate", "25", "-video_size"));
        words.add(first.getWidth() + "x" + first.getHeight());
        words.addAll(List.of("-i", "-"));
        words.addAll(List.of(more));
        words.add(file.toString());
        run(words, out -> {
            for (int frame = 0; frame < frames; frame++) {
                out.write(((DataBufferByte) drawing.apply(frame).getRaster().getDataBuffer()).getData());
            }
        });
        return file;
    }

    /// Every frame of a film as it is shown.
    static List<BufferedImage> frames(Path film) throws Exception {
        String[] size = probed(film, "-select_streams", "v:0", "-show_entries", "stream=width,height", "-of", "csv=p=0")
                .strip()
                .split(",");
        int width = Integer.parseInt(size[0]);
        int height = Integer.parseInt(size[1]);
        byte[] all = run(
                List.of("-i", film.toString(), "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "bgr24", "-"),
                out -> {});
        var frames = new ArrayList<BufferedImage>();
        try (var in = new ByteArrayInputStream(all)) {
            while (in.available() > 0) {
                var frame = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
                byte[] pixels = ((DataBufferByte) frame.getRaster().getDataBuffer()).getData();
                in.readNBytes(pixels, 0, pixels.length);
                frames.add(frame);
            }
        }
        return frames;
    }

    /// What the probing program says of a film.
    static String probed(Path film, String... words) throws Exception {
        var command = new ArrayList<>(List.of(Loader.load(ffprobe.class), "-v", "error"));
        command.addAll(List.of(words));
        command.add(film.toString());
        return new String(run(new ProcessBuilder(command), out -> {}), StandardCharsets.UTF_8);
    }

    /// Runs the FFmpeg program with these words and returns what it printed.
    static byte[] run(List<String> words, Feeding feeding) throws Exception {
        var command = new ArrayList<>(List.of(Loader.load(ffmpeg.class), "-v", "error", "-y"));
        command.addAll(words);
        return run(new ProcessBuilder(command), feeding);
    }

    private static byte[] run(ProcessBuilder builder, Feeding feeding) throws Exception {
        // The programs' libraries lie beside them, unpacked with the wrappers of the first of these.
        Loader.load(avutil.class);
        builder.environment()
                .put("LD_LIBRARY_PATH", new java.io.File(builder.command().getFirst()).getParent());
        Path errors = Files.createTempFile("film", ".err");
        Process process = builder.redirectError(errors.toFile()).start();
        var feeder = Thread.ofVirtual().start(() -> {
            try (OutputStream out = process.getOutputStream()) {
                feeding.feed(out);
            } catch (IOException gone) {
                // The program's own word about why it ended follows.
            }
        });
        byte[] said = process.getInputStream().readAllBytes();
        feeder.join();
        if (process.waitFor() != 0) {
            throw new IOException(builder.command() + ": " + Files.readString(errors));
        }
        Files.delete(errors);
        return said;
    }

    /// Writes what a program reads.
    @FunctionalInterface
    interface Feeding {
        void feed(OutputStream out) throws IOException;
    }

    /// The largest brightness in this place, 0 to 255; 0 when it is empty.
    static int brightest(BufferedImage frame, Rectangle place) {
        int most = 0;
        for (int y = place.y; y < place.y + place.height; y++) {
            for (int x = place.x; x < place.x + place.width; x++) {
                int colour = frame.getRGB(x, y);
                most = Math.max(most, Math.max((colour >> 16) & 0xFF, Math.max((colour >> 8) & 0xFF, colour & 0xFF)));
            }
        }
        return most;
    }

    private static BufferedImage person() {
        try (InputStream in =
                Objects.requireNonNull(Films.class.getResourceAsStream("/org/openimaj/image/data/sinaface.jpg"))) {
            return ImageIO.read(in);
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    private static BufferedImage wall() {
        var wall = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var random = new Random(11);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int shade = 140 + random.nextInt(12);
                wall.setRGB(x, y, shade << 16 | (shade - 10) << 8 | (shade - 20));
            }
        }
        return wall;
    }
}
