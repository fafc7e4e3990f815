package org.safepassage.release.consignments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.schemas.Content;

/// A video that is many times larger than the heap is sealed and verified.
class LargePayloadTest {
    private static final long MEBIBYTE = 1 << 20;

    @TempDir
    private Path temp;

    @Test
    @Tag("slow")
    void threeHundredMebibytesGoThroughAHeapOfFortyEight() throws Exception {
        assertThat(inSmallHeap(300)).contains("verified");
    }

    @Test
    @Tag("long")
    void fourGibibytesAndMoreGoThroughAHeapOfFortyEight() throws Exception {
        assertThat(inSmallHeap(4_100)).contains("verified");
    }

    private String inSmallHeap(long mebibytes) throws Exception {
        // Given
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        var command = List.of(
                java.toString(),
                "-Xmx48m",
                "-cp",
                System.getProperty("java.class.path"),
                Sealing.class.getName(),
                temp.toString(),
                Long.toString(mebibytes));

        // When
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // Then
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    /// Seals and verifies in a process of its own, whose heap is small.
    static final class Sealing {
        private Sealing() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            var parcels = new Parcels(folder.resolve("keys"));
            Content video = new Noise(Long.parseLong(arguments[1]) * MEBIBYTE);
            long begun = System.nanoTime();
            AssembledConsignment assembled =
                    new Assembly().assemble(Parcels.plan(new Rendition("ex-9.mp4", "video/mp4", video)));
            Path sealed = folder.resolve("package.pgp");
            try (OutputStream out = Files.newOutputStream(sealed)) {
                Parcels.sealer()
                        .seal(assembled, Parcels.PROOF, Parcels.CHECKPOINT, parcels.signer, parcels.recipient(), out);
            }
            long between = System.nanoTime();
            Verification verification = parcels.verify(sealed);
            long ended = System.nanoTime();
            System.out.printf(
                    "%s; sealed in %d s, verified in %d s, %d MiB%n",
                    verification.valid() ? "verified" : verification.problems(),
                    TimeUnit.NANOSECONDS.toSeconds(between - begun),
                    TimeUnit.NANOSECONDS.toSeconds(ended - between),
                    Files.size(sealed) / MEBIBYTE);
        }
    }

    /// Bytes that look random, the same at each reading.
    private record Noise(long size) implements Content {
        @Override
        public InputStream open() {
            return new InputStream() {
                private final byte[] block = new byte[8_191];
                private long left = size;

                {
                    new java.util.Random(1).nextBytes(block);
                }

                @Override
                public int read() {
                    throw new UnsupportedOperationException("read blocks");
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    if (left == 0) {
                        return -1;
                    }
                    int count = (int) Math.min(Math.min(length, block.length), left);
                    System.arraycopy(block, 0, bytes, from, count);
                    left -= count;
                    return count;
                }
            };
        }
    }
}
