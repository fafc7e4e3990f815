package org.safepassage.redact.renditions.pictures;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The two things of a camera's notes that outlive them: which way is up, and the month.
///
/// @param orientation 1 to 8 (Exif 2.32, 4.6.4 A)
/// @param taken year and month, such as `2024-05`
public record CameraFacts(int orientation, @Nullable String taken) {
    /// Of what no camera took.
    public static final CameraFacts NONE = new CameraFacts(1, null);

    private static final Pattern DATE = Pattern.compile("((?:19|20)\\d\\d):(0[1-9]|1[0-2]):\\d\\d.*");

    /// The notes of a picture. Notes that cannot be read count as none.
    ///
    /// @throws IOException when the file cannot be read
    public static CameraFacts of(Path file) throws IOException {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(file.toFile());
            return new CameraFacts(orientation(metadata), taken(metadata));
        } catch (ImageProcessingException | RuntimeException unreadable) {
            return NONE;
        }
    }

    private static int orientation(Metadata metadata) {
        for (Directory directory : metadata.getDirectoriesOfType(ExifIFD0Directory.class)) {
            Integer told = directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            if (told != null && told >= 1 && told <= 8) {
                return told;
            }
        }
        return 1;
    }

    private static @Nullable String taken(Metadata metadata) {
        for (Directory directory : metadata.getDirectoriesOfType(ExifSubIFDDirectory.class)) {
            String told = directory.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL);
            Matcher date = DATE.matcher(told == null ? "" : told);
            if (date.matches()) {
                return date.group(1) + "-" + date.group(2);
            }
        }
        return null;
    }

    /// The picture the right way up; pixels move, none changes.
    public BufferedImage upright(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
        if (turn.isIdentity()) {
            return picture;
        }
        boolean lying = orientation >= 5;
        var upright = new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_3BYTE_BGR);
        new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(picture, upright);
        return upright;
    }
}
