package org.safepassage.redact.evaluation.faces;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// The annotated pictures, told by their digests wherever they lie in a folder. Others are never decoded.
final class FacePictures {
    private static final long LARGEST = 8 << 20;

    private record Known(String digest, List<Rectangle> faces, String origin) {}

    private FacePictures() {}

    /// Those that lie in `folder` and below it, each once, in the order of the annotations.
    ///
    /// @throws IOException when the folder cannot be read
    static List<FacePicture> in(Path folder) throws IOException {
        Map<String, Known> known = annotations().stream().collect(Collectors.toMap(Known::digest, Function.identity()));
        List<Known> order = List.copyOf(annotations());
        var found = new ArrayList<Map.Entry<Known, BufferedImage>>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (Files.size(file) <= LARGEST) {
                    byte[] bytes = Files.readAllBytes(file);
                    Known match = known.get(digest(bytes));
                    if (match != null
                            && found.stream().noneMatch(have -> have.getKey().equals(match))) {
                        found.add(Map.entry(match, plain(bytes)));
                    }
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(have -> order.indexOf(have.getKey())))
                .map(have -> new FacePicture(
                        have.getKey().origin(), have.getValue(), have.getKey().faces()))
                .toList();
    }

    private static List<Known> annotations() {
        try (InputStream in = Objects.requireNonNull(FacePictures.class.getResourceAsStream("faces.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 3))
                    .map(cells -> new Known(cells[0], boxes(cells[1]), cells[2]))
                    .toList();
        } catch (IOException broken) {
            throw new IllegalStateException("the class path's annotations cannot be read", broken);
        }
    }

    private static List<Rectangle> boxes(String words) {
        return Arrays.stream(words.split(" "))
                .map(box -> Arrays.stream(box.split(","))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .map(box -> new Rectangle(box[0], box[1], box[2], box[3]))
                .toList();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }

    private static BufferedImage plain(byte[] bytes) throws IOException {
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes));
        var plain = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = plain.createGraphics();
        graphics.drawImage(read, 0, 0, null);
        graphics.dispose();
        return plain;
    }
}
