package org.safepassage.extract.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.html.HtmlEncodingDetector;
import org.apache.tika.parser.txt.Icu4jEncodingDetector;
import org.apache.tika.parser.txt.UniversalEncodingDetector;
import org.jspecify.annotations.Nullable;
import org.safepassage.extract.language.CyrillicEncoding;

/// The encoding of a plain text, HTML or mail part: our own reading of Cyrillic first, since the general detectors
/// mistake short Belarusian texts; a page's own declaration next; Tika's detectors last. Created by Tika from
/// `tika.xml`.
public final class TextEncoding implements EncodingDetector {
    private static final int PREFIX = 64 * 1024;

    private static final Set<String> DOUBTFUL =
            Set.of("us-ascii", "ascii", "iso-8859-1", "windows-1252", "utf-8", "binary");

    private final List<EncodingDetector> others =
            List.of(new HtmlEncodingDetector(), new UniversalEncodingDetector(), new Icu4jEncodingDetector());

    /// For Tika.
    public TextEncoding() {}

    @Override
    public @Nullable Charset detect(@Nullable InputStream input, Metadata metadata) throws IOException {
        if (input != null) {
            input.mark(PREFIX);
            byte[] prefix;
            try {
                prefix = input.readNBytes(PREFIX);
            } finally {
                input.reset();
            }
            var certain = CyrillicEncoding.certain(prefix);
            if (certain.isPresent()) {
                return certain.get();
            }
            Charset named = named(metadata);
            if (named != null) {
                return named;
            }
            Charset declared = others.getFirst().detect(input, metadata);
            if (declared != null) {
                return declared;
            }
            var cyrillic = CyrillicEncoding.likely(prefix);
            if (cyrillic.isPresent()) {
                return cyrillic.get();
            }
        }
        for (EncodingDetector other : others) {
            Charset found = other.detect(input, metadata);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// The encoding that a mail part names. Programs name Latin when they do not know, so that is not believed.
    private static @Nullable Charset named(Metadata metadata) {
        MediaType type = MediaType.parse(metadata.get(Metadata.CONTENT_TYPE));
        String name = type == null ? null : type.getParameters().get("charset");
        try {
            if (name == null || DOUBTFUL.contains(name.toLowerCase(Locale.ROOT)) || !Charset.isSupported(name)) {
                return null;
            }
            return Charset.forName(name);
        } catch (IllegalCharsetNameException none) {
            return null;
        }
    }
}
