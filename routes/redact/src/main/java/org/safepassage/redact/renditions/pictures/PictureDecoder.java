package org.safepassage.redact.renditions.pictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;

/// Decodes one picture, or says why not. Sizes are read before pixels, so that a bomb costs nothing; what a decoder
/// complains of makes the picture damaged, since nobody can tell what the missing part shows.
final class PictureDecoder {
    private static final int HEAD = 64;
    private static final List<String> COMPLAINTS =
            List.of("premature", "truncat", "corrupt", "unexpected end", "eof", "missing", "invalid");

    private final long mostPixels;

    PictureDecoder(long mostPixels) {
        this.mostPixels = mostPixels;
        ImageIO.setUseCache(false);
    }

    /// @throws Refused when there is no whole picture in the file
    /// @throws IOException when the file cannot be read
    Decoded decode(Path file) throws IOException, Refused {
        Format format = format(file);
        if ((format == Format.PNG && Chunks.isAnimatedPng(file))
                || (format == Format.WEBP && Chunks.isAnimatedWebp(file))) {
            throw new Refused(Refusal.ANIMATED);
        }
        if (!Chunks.isWhole(file, format)) {
            throw new Refused(Refusal.DAMAGED);
        }
        if (format == Format.TIFF) {
            refuseSeveral(TiffPages.of(file, 1));
        }
        ImageReader reader = reader(format);
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            return decode(reader, in, format, file);
        } catch (IIOException | RuntimeException broken) {
            throw new Refused(Refusal.DAMAGED);
        } finally {
            reader.dispose();
        }
    }

    private Decoded decode(ImageReader reader, ImageInputStream in, Format format, Path file)
            throws IOException, Refused {
        reader.setInput(in, false, true);
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > mostPixels) {
            throw new Refused(Refusal.TOO_LARGE);
        }
        if (format == Format.GIF && GifFrames.count(reader, 1) > 1) {
            throw new Refused(Refusal.ANIMATED);
        }
        var damaged = new AtomicBoolean();
        reader.addIIOReadWarningListener(complaints(damaged));
        BufferedImage read = reader.read(0);
        if (damaged.get()) {
            throw new Refused(Refusal.DAMAGED);
        }
        var conversions = new ArrayList<String>();
        var camera = CameraFacts.of(file);
        BufferedImage plain = PlainPixels.of(read, conversions);
        return new Decoded(format.word(), camera.upright(plain), conversions, camera.taken());
    }

    private static void refuseSeveral(TiffPages pages) throws Refused {
        if (pages.isEndless()) {
            throw new Refused(Refusal.DAMAGED);
        }
        if (pages.count() > 1) {
            throw new Refused(Refusal.SEVERAL_PAGES);
        }
    }

    private static Format format(Path file) throws IOException, Refused {
        try (InputStream in = Files.newInputStream(file)) {
            return Format.of(in.readNBytes(HEAD)).orElseThrow(() -> new Refused(Refusal.UNSUPPORTED));
        }
    }

    private static ImageReader reader(Format format) throws Refused {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.word());
        ImageReader chosen = null;
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            // The JDK's own reader of JPEG knows no CMYK and its reader of TIFF fewer compressions.
            if (chosen == null || reader.getClass().getName().startsWith("com.twelvemonkeys")) {
                chosen = reader;
            }
        }
        if (chosen == null) {
            throw new Refused(Refusal.UNSUPPORTED);
        }
        return chosen;
    }

    private static IIOReadWarningListener complaints(AtomicBoolean damaged) {
        return (source, warning) -> {
            String told = warning.toLowerCase(Locale.ROOT);
            if (COMPLAINTS.stream().anyMatch(told::contains)) {
                damaged.set(true);
            }
        };
    }
}
