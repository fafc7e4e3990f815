package org.safepassage.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Extraction.Status;

/// A film goes by as a stream: not in memory, not on disk.
@Tag("slow")
final class LargeVideoTest {
    private static final long FILM_BYTES = 1L << 30;

    @TempDir
    Path temp;

    @Test
    void aFilmOfOneGibibyteIsReadInASmallHeapToItsLastBox() throws Exception {
        // Given
        Content film = film();
        var small = new DocumentLimits(8, 100, 1_000_000, 200, 1 << 20, 1 << 20);

        // When
        Extraction read;
        try (var pool =
                new ExtractorPool(Workers.settings(temp).withHeapMiB(128).withLimits(small))) {
            read = pool.extract(film, "film.mp4");
        }

        // Then
        assertThat(read.mediaType()).isEqualTo("video/mp4");
        assertThat(read.status()).isEqualTo(Status.NO_TEXT);
        assertThat(read.reason()).isEqualTo("moving-picture");
        assertThat(read.metadata()).containsKey("MP4:Duration");
    }

    /// The metadata comes last, as many cameras write it.
    private static Content film() {
        byte[] head = box("ftyp", "mp42\0\0\0\0mp42isom".getBytes(StandardCharsets.ISO_8859_1));
        ByteBuffer data =
                ByteBuffer.allocate(8).putInt((int) (FILM_BYTES + 8)).put("mdat".getBytes(StandardCharsets.US_ASCII));
        ByteBuffer header = ByteBuffer.allocate(100);
        header.putInt(12, 1000).putInt(16, 5000).putInt(20, 0x10000);
        byte[] tail = box("moov", box("mvhd", header.array()));
        return new Content() {
            @Override
            public InputStream open() {
                return new SequenceInputStream(Collections.enumeration(List.of(
                        new ByteArrayInputStream(head),
                        new ByteArrayInputStream(data.array()),
                        new Zeros(FILM_BYTES),
                        new ByteArrayInputStream(tail))));
            }

            @Override
            public long size() {
                return head.length + 8 + FILM_BYTES + tail.length;
            }
        };
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(content.length + 8)
                .putInt(content.length + 8)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    private static final class Zeros extends InputStream {
        private long left;

        private Zeros(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            left -= count;
            return count;
        }
    }
}
