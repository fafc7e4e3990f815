package org.safepassage.rehearsal.sample.documents;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.apache.commons.imaging.formats.jpeg.xmp.JpegXmpRewriter;
import org.apache.commons.imaging.formats.tiff.JpegImageData;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.MicrosoftTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffDirectoryConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputDirectory;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;
import org.safepassage.rehearsal.sample.Dice;

/// Writes JPEG with EXIF: camera, author, description, time, place and a thumbnail; and XMP with the author again.
public final class JpegFile {
    private static final DateTimeFormatter EXIF_TIME = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT);

    private JpegFile() {}

    /// The file's bytes.
    public static byte[] write(Caption caption, Dice dice) {
        BufferedImage image = Picture.draw(dice);
        byte[] thumbnail = Picture.jpeg(Picture.small(image));
        try {
            var withExif = new ByteArrayOutputStream();
            new ExifRewriter().updateExifMetadataLossless(Picture.jpeg(image), withExif, exif(caption, thumbnail));
            var withXmp = new ByteArrayOutputStream();
            new JpegXmpRewriter().updateXmpXml(withExif.toByteArray(), withXmp, xmp(caption));
            return withXmp.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TiffOutputSet exif(Caption caption, byte[] thumbnail) throws IOException {
        var set = new TiffOutputSet(ByteOrder.LITTLE_ENDIAN);
        TiffOutputDirectory root = set.getOrCreateRootDirectory();
        String time = EXIF_TIME.format(caption.taken());
        root.add(TiffTagConstants.TIFF_TAG_MAKE, "Example");
        root.add(TiffTagConstants.TIFF_TAG_MODEL, "Phone 7");
        root.add(TiffTagConstants.TIFF_TAG_DATE_TIME, time);
        root.add(TiffTagConstants.TIFF_TAG_IMAGE_DESCRIPTION, caption.description());
        root.add(TiffTagConstants.TIFF_TAG_ARTIST, caption.author());
        root.add(MicrosoftTagConstants.EXIF_TAG_XPAUTHOR, caption.author());
        root.add(MicrosoftTagConstants.EXIF_TAG_XPCOMMENT, caption.description());
        TiffOutputDirectory exif = set.getOrCreateExifDirectory();
        exif.add(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, time);
        exif.add(ExifTagConstants.EXIF_TAG_BODY_SERIAL_NUMBER, caption.serial());
        if (caption.located()) {
            set.setGpsInDegrees(caption.longitude(), caption.latitude());
        }
        var small = new TiffOutputDirectory(TiffDirectoryConstants.DIRECTORY_TYPE_SUB, ByteOrder.LITTLE_ENDIAN);
        small.setJpegImageData(new JpegImageData(0, thumbnail.length, thumbnail));
        set.addDirectory(small);
        return set;
    }

    private static String xmp(Caption caption) {
        return "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
                + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                + "<dc:creator><rdf:Seq><rdf:li>" + Markup.escaped(caption.author())
                + "</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";
    }
}
