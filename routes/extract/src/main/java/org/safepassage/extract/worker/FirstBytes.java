package org.safepassage.extract.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.safepassage.extract.language.CyrillicEncoding;

/// What a document is, whatever its name says: by the first bytes; by what is inside a container only where the
/// document may be spooled for it. Thread-safe.
record FirstBytes(TikaConfig config) {
    private static final int PREFIX = 4096;

    /// The document's type; [MediaType#EMPTY] when there is not one byte.
    ///
    /// @param bytes left where they stood
    /// @param limit switched on before the document is spooled
    MediaType typeOf(TikaInputStream bytes, Metadata metadata, SpoolLimit limit) throws IOException {
        if (bytes.getOpenContainer() == null) {
            byte[] prefix = new byte[PREFIX];
            int length = bytes.peek(prefix);
            if (length == 0) {
                return MediaType.EMPTY;
            }
            MediaType type = config.getMimeRepository().detect(bytes, metadata);
            if (type.equals(MediaType.OCTET_STREAM) && isUtf16(Arrays.copyOf(prefix, length))) {
                return MediaType.TEXT_PLAIN;
            }
            if (Pictures.streams(type) && !type.equals(MediaType.OCTET_STREAM)) {
                return type;
            }
        }
        limit.switchOn();
        return config.getDetector().detect(bytes, metadata);
    }

    /// Without a byte order mark the general detector takes it for binary.
    private static boolean isUtf16(byte[] prefix) {
        return CyrillicEncoding.certain(prefix)
                .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .isPresent();
    }
}
