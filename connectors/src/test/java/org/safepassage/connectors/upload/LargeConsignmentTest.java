package org.safepassage.connectors.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.peers.CuttingLine;
import org.safepassage.connectors.plumbing.BlockwiseStream;
import org.safepassage.connectors.plumbing.Fingerprint;
import org.safepassage.schemas.Content;

/// A consignment of 3 GiB, three times the heap of the tests, over a line that breaks in the middle.
@Tag("long")
@Timeout(1_200)
class LargeConsignmentTest {
    private static final long SIZE = 3L << 30;

    /// Bytes that depend on their place alone, so that no part can stand for another.
    private static final class Places extends BlockwiseStream {
        private long position;

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (position == SIZE) {
                return -1;
            }
            int count = (int) Math.min(length, SIZE - position);
            for (int at = 0; at < count; at++) {
                long place = position + at;
                bytes[offset + at] = (byte) ((place * 0x9E3779B97F4A7C15L) >>> 56);
            }
            position += count;
            return count;
        }

        @Override
        public long skip(long wanted) {
            long skipped = Math.min(wanted, SIZE - position);
            position += skipped;
            return skipped;
        }
    }

    private static byte[] digest(InputStream in) throws Exception {
        MessageDigest digest = Fingerprint.sha256();
        try (var digesting = new DigestInputStream(in, digest)) {
            byte[] block = new byte[1 << 20];
            while (digesting.read(block) >= 0) {
                // The digest is all that is wanted.
            }
        }
        return digest.digest();
    }

    @Test
    void threeGibibytesArriveWholeOnASmallHeapThroughACutLine(@TempDir Path folder) throws Exception {
        // Given
        Content video = new Content() {
            @Override
            public InputStream open() {
                return new Places();
            }

            @Override
            public long size() {
                return SIZE;
            }
        };
        try (var recipient = new Recipient(folder);
                var line = new CuttingLine(recipient.port());
                var door = recipient.door(
                        Map.of("url", Recipient.url(line.port()), "tokenUrl", Recipient.url(line.port()) + "token"))) {
            line.cutAfter(SIZE / 2);
            // When
            var delivery = door.deliver("sp-large.tar.gpg", video);
            // Then
            assertThat(delivery).isEqualTo(new Delivery.Delivered());
            Path arrived = recipient.inbox().resolve("sp-large.tar.gpg");
            assertThat(Files.size(arrived)).isEqualTo(SIZE);
            assertThat(digest(Files.newInputStream(arrived))).isEqualTo(digest(new Places()));
            assertThat(line.connections()).isGreaterThan(1);
            assertThat(line.carried()).isLessThan(SIZE + SIZE / 4);
        }
    }
}
