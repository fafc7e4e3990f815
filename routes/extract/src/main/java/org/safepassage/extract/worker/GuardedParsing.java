package org.safepassage.extract.worker;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.ParseRecord;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.SecureContentHandler;
import org.xml.sax.SAXException;

/// One document through the parser of its type, with markup that is a bomb refused, and once more where mending the
/// document may help. Used by one thread.
///
/// @param context what the parsers of one document and of everything inside it are told
record GuardedParsing(Parsers parsers, ParseContext context) {
    private static final int DEEPEST_MARKUP = 5_000;

    /// Reads the document into `reading`, whose type is known.
    ///
    /// @param unfolded whether an embedded document was met, which a second reading would meet again
    void parse(TikaInputStream bytes, Reading reading, BooleanSupplier unfolded)
            throws IOException, TikaException, SAXException {
        if (reading.type().equals(MediaType.EMPTY)) {
            throw new ZeroByteFileException("no bytes");
        }
        Optional<Parser> parser = parsers.parserOf(reading.type());
        if (parser.isEmpty()) {
            reading.unsupported();
            return;
        }
        reading.metadata().set(Metadata.CONTENT_TYPE, reading.type().toString());
        try {
            parse(parser.get(), bytes, reading);
        } catch (TikaException | RuntimeException thrown) {
            if (!MendedPackage.mayHelp(reading.type(), thrown) || unfolded.getAsBoolean()) {
                throw thrown;
            }
            readMended(parser.get(), bytes, reading);
        }
    }

    private void readMended(Parser parser, TikaInputStream bytes, Reading reading)
            throws IOException, TikaException, SAXException {
        List<PageText> before = reading.collector().restart();
        try (TikaInputStream again = TikaInputStream.get(bytes.getPath())) {
            again.setOpenContainer(MendedPackage.open(bytes.getPath()));
            parse(parser, again, reading);
        } finally {
            reading.collector().keepLonger(before);
        }
    }

    private void parse(Parser parser, TikaInputStream bytes, Reading reading)
            throws IOException, TikaException, SAXException {
        var guarded = new SecureContentHandler(reading.collector(), bytes);
        guarded.setMaximumDepth(DEEPEST_MARKUP);
        if (context.get(ParseRecord.class) == null) {
            context.set(ParseRecord.class, new ParseRecord());
        }
        parser.parse(bytes, guarded, reading.metadata(), context);
    }
}
