package org.safepassage.extract.worker;

import com.drew.imaging.mp4.Mp4Reader;
import com.drew.metadata.Directory;
import com.drew.metadata.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.mp4.TikaMp4BoxHandler;
import org.apache.tika.sax.XHTMLContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// What an MP4 or QuickTime file says of itself, read as it streams by: Tika's own parser would first write the whole
/// film to disk. Thread-safe.
final class MovingPictureParser implements Parser {
    private static final long serialVersionUID = 1L;
    private static final Set<MediaType> TYPES = Set.of(
            MediaType.video("mp4"),
            MediaType.video("quicktime"),
            MediaType.video("x-m4v"),
            MediaType.video("3gpp"),
            MediaType.video("3gpp2"),
            MediaType.audio("mp4"),
            MediaType.application("mp4"));

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return TYPES;
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException {
        var xhtml = new XHTMLContentHandler(handler, metadata);
        xhtml.startDocument();
        var found = new com.drew.metadata.Metadata();
        Mp4Reader.extract(stream, new TikaMp4BoxHandler(found, metadata, xhtml));
        for (Directory directory : found.getDirectories()) {
            for (Tag tag : directory.getTags()) {
                String description = tag.getDescription();
                if (description != null) {
                    metadata.add(directory.getName() + ":" + tag.getTagName(), description);
                }
            }
        }
        xhtml.endDocument();
    }
}
