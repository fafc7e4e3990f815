package org.safepassage.connectors.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.plumbing.BlockwiseStream;

/// A server that stops in the middle. The stream is a fake: it is silent for ever, which no server can be made to be.
@Timeout(60)
class GuardedBodyTest {
    private static final class Silent extends BlockwiseStream {
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                closed.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("closed");
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    @Test
    void aSilentServerDoesNotHoldTheReader() throws Exception {
        // Given
        try (var stream = new GuardedBody(new Silent(), Duration.ofMillis(50), "files.example:443")) {
            // When, Then
            assertThatThrownBy(() -> stream.read(new byte[10]))
                    .isInstanceOf(DoorProblem.class)
                    .hasMessageContaining("fell silent");
        }
    }

    @Test
    void aSilentServerDoesNotHoldAReaderThatLeavesBytesOutEither() throws Exception {
        // Given
        try (var stream = new GuardedBody(new Silent(), Duration.ofMillis(50), "files.example:443")) {
            // When, Then
            assertThatThrownBy(() -> stream.skipNBytes(10))
                    .isInstanceOf(DoorProblem.class)
                    .hasMessageContaining("fell silent");
        }
    }
}
