package org.safepassage.extract.worker;

import java.util.Optional;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaMemoryLimitException;
import org.apache.tika.exception.UnsupportedFormatException;
import org.apache.tika.exception.ZeroByteFileException;
import org.safepassage.schemas.Extraction.Status;

/// How reading a document ended, from what was thrown. The reason holds codes and class names, never a message, since
/// a parser's message may quote the document.
///
/// @param status how it ended
/// @param reason code, and after a colon what it is about
record Ending(Status status, String reason) {
    static final Ending FINE = new Ending(Status.OK, "");
    private static final int DEEPEST_CAUSE = 20;

    static Ending of(Throwable thrown) {
        if (thrown instanceof StackOverflowError) {
            return new Ending(Status.CRASHED, "stack-overflow");
        }
        if (thrown instanceof Error) {
            return new Ending(Status.CRASHED, "error: " + thrown.getClass().getSimpleName());
        }
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            Optional<Ending> known = known(cause);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return new Ending(Status.CORRUPT, "damaged: " + deepest(thrown));
    }

    private static Optional<Ending> known(Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case LimitReached limit
                    when limit.limit().equals("text-chars") -> new Ending(Status.PARTIAL, "text-chars");
                    case LimitReached limit -> new Ending(Status.TOO_LARGE, limit.limit());
                    case EncryptedDocumentException encrypted -> new Ending(Status.ENCRYPTED, "password");
                    case org.apache.poi.EncryptedDocumentException encrypted ->
                        new Ending(Status.ENCRYPTED, "password");
                    case ZeroByteFileException empty -> new Ending(Status.NO_TEXT, "empty");
                    case UnsupportedFormatException unsupported -> new Ending(Status.NO_TEXT, "unsupported-format");
                    case TikaMemoryLimitException large -> new Ending(Status.TOO_LARGE, "record-length");
                    case org.apache.poi.util.RecordFormatException large
                    when String.valueOf(large.getMessage()).contains("maximum length") ->
                        new Ending(Status.TOO_LARGE, "record-length");
                    case org.xml.sax.SAXException bomb
                    when bomb.getClass().getSimpleName().equals("SecureSAXException") ->
                        new Ending(Status.TOO_LARGE, "expansion-ratio");
                    default -> null;
                });
    }

    private static String deepest(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause.getCause() != null && depth < DEEPEST_CAUSE; depth++) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }
}
