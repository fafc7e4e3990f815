package org.safepassage.connectors.plumbing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

class ResumingStreamTest {
    private static final byte[] BYTES = new byte[10_000];

    static {
        new Random(5).nextBytes(BYTES);
    }

    private static InputStream breakingAfter(long offset, int count) {
        var in = new ByteArrayInputStream(BYTES, (int) offset, BYTES.length - (int) offset);
        return new FilterInputStream(in) {
            private int left = count;

            @Override
            public int read(byte[] bytes, int start, int length) throws IOException {
                if (left <= 0) {
                    throw new IOException("cut");
                }
                int got = super.read(bytes, start, Math.min(length, left));
                left -= got;
                return got;
            }
        };
    }

    @Test
    void aStreamThatBreaksGoesOnAtTheSameByte() throws Exception {
        // Given
        List<Long> offsets = new ArrayList<>();
        try (var stream = new ResumingStream(
                offset -> {
                    offsets.add(offset);
                    return breakingAfter(offset, 3_000);
                },
                BYTES.length)) {
            // When
            byte[] read = stream.readAllBytes();
            // Then
            assertThat(read).isEqualTo(BYTES);
            assertThat(offsets).containsExactly(0L, 3_000L, 6_000L, 9_000L);
        }
    }

    @Test
    void aStreamWithoutProgressIsGivenUp() {
        // Given
        try (var stream = new ResumingStream(offset -> breakingAfter(offset, 0), BYTES.length)) {
            // When, then
            assertThatThrownBy(stream::readAllBytes)
                    .isInstanceOfSatisfying(
                            DoorProblem.class,
                            problem -> assertThat(problem.kind()).isEqualTo(Kind.CUT));
        }
    }

    @Test
    void aFileThatGrewIsAChangedFile() {
        // Given
        try (var stream = new ResumingStream(offset -> new ByteArrayInputStream(BYTES), BYTES.length - 1L)) {
            // When, then: a server that claims less than it sends is read no further than one byte
            assertThatThrownBy(stream::readAllBytes)
                    .isInstanceOfSatisfying(
                            DoorProblem.class,
                            problem -> assertThat(problem.kind()).isEqualTo(Kind.CHANGED));
        }
    }

    @Test
    void aChangedFileIsNotResumed() {
        // Given
        var opened = new ArrayList<Long>();
        try (var stream = new ResumingStream(
                offset -> {
                    opened.add(offset);
                    if (offset > 0) {
                        throw new DoorProblem(Kind.CHANGED, "changed");
                    }
                    return breakingAfter(offset, 10);
                },
                BYTES.length)) {
            // When, then
            assertThatThrownBy(stream::readAllBytes).hasMessage("changed");
            assertThat(opened).containsExactly(0L, 10L);
        }
    }
}
