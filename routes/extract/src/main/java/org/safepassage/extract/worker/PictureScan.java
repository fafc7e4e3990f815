package org.safepassage.extract.worker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/// The pages of a picture file. Pixels are decoded only when a page is drawn, and never more than would fit on a large
/// sheet. Used by one thread.
final class PictureScan implements AutoCloseable {
    private static final long MOST_PIXELS = 60_000_000;
    private static final String BUILT_IN = "com.sun.imageio.";

    private final ImageInputStream input;
    private final @Nullable ImageReader reader;

    PictureScan(Path file) throws IOException {
        input = ImageIO.createImageInputStream(file.toFile());
        reader = inOrder(ImageIO.getImageReaders(input)).findFirst().orElse(null);
        if (reader != null) {
            reader.setInput(input);
        }
    }

    /// The JDK's own readers first, then by name: Java's registry gives them in another order in each process, and one
    /// reads damaged pictures that another does not.
    static Stream<ImageReader> inOrder(Iterator<ImageReader> readers) {
        Iterable<ImageReader> all = () -> readers;
        return StreamSupport.stream(all.spliterator(), false)
                .sorted(Comparator.comparing(
                                (ImageReader one) -> !one.getClass().getName().startsWith(BUILT_IN))
                        .thenComparing(one -> one.getClass().getName()));
    }

    int pages() throws IOException {
        return reader == null ? 0 : Math.max(0, reader.getNumImages(true));
    }

    BufferedImage draw(int page) throws IOException {
        if (reader == null) {
            throw new IOException("no reader for this picture");
        }
        long pixels = (long) reader.getWidth(page - 1) * reader.getHeight(page - 1);
        if (pixels > MOST_PIXELS) {
            throw new IOException("too many pixels for a page");
        }
        return reader.read(page - 1);
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.dispose();
        }
        input.close();
    }
}
