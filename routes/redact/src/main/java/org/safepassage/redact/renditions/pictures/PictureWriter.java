package org.safepassage.redact.renditions.pictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Writes pixels and nothing else.
final class PictureWriter {
    private PictureWriter() {}

    static void write(BufferedImage picture, Path file) throws IOException {
        if (!ImageIO.write(picture, "png", file.toFile())) {
            throw new IOException("no writer of PNG");
        }
    }
}
