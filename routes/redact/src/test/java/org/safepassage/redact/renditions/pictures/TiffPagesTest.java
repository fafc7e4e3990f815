package org.safepassage.redact.renditions.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiffPagesTest {
    private static final int MOST = 100;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"II, 42", "MM, 42", "II, 43", "MM, 43"})
    void pagesAreCountedInEitherOrderOfBytesAndEitherSize(String order, int version) throws IOException {
        assertThat(pages(chain(order, version, 7, 0))).isEqualTo(new TiffPages(7, false));
    }

    @Test
    void noMoreAreCountedThanTellThatThereAreTooMany() throws IOException {
        assertThat(pages(chain("II", 42, 400, 0))).isEqualTo(new TiffPages(MOST + 1, false));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "3, 3"})
    void aChainThatLeadsBackToItselfIsTold(int pages, int backTo) throws IOException {
        assertThat(pages(chain("MM", 42, pages, backTo))).isEqualTo(new TiffPages(pages, true));
    }

    @Test
    void whatIsCutOrLiesAboutItsSizeEndsTheChain() throws IOException {
        // Given
        byte[] chain = chain("II", 42, 3, 0);
        byte[] many = chain.clone();
        ByteBuffer.wrap(many).order(ByteOrder.LITTLE_ENDIAN).putShort(8, (short) 0xFFFF);
        byte[] endless = chain("II", 43, 3, 0);
        ByteBuffer.wrap(endless).order(ByteOrder.LITTLE_ENDIAN).putLong(16, Long.MAX_VALUE / 10);

        // When, Then
        assertThat(pages(java.util.Arrays.copyOf(chain, chain.length - 3))).isEqualTo(new TiffPages(3, false));
        assertThat(pages(many)).isEqualTo(new TiffPages(1, false));
        assertThat(pages(endless)).isEqualTo(new TiffPages(1, false));
    }

    @Test
    void whatIsNoTiffHasNoPages() throws IOException {
        for (String other : new String[] {"", "I", "II", "II*", "MM\0+\0", "%PDF-1.7", "IIII"}) {
            assertThat(pages(other.getBytes(StandardCharsets.ISO_8859_1)))
                    .as(other)
                    .isEqualTo(new TiffPages(0, false));
        }
    }

    private TiffPages pages(byte[] bytes) throws IOException {
        return TiffPages.of(Files.write(folder.resolve("pages"), bytes), MOST);
    }

    /// Directories of one entry each, one behind the other.
    ///
    /// @param backTo the page that follows the last; 0 for none
    static byte[] chain(String order, int version, int pages, int backTo) throws IOException {
        boolean big = version == 43;
        int head = big ? 16 : 8;
        int size = big ? 8 + 20 + 8 : 2 + 12 + 4;
        var out = new ByteArrayOutputStream();
        ByteBuffer start = ByteBuffer.allocate(head)
                .order(order.equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .put(order.getBytes(StandardCharsets.US_ASCII))
                .putShort((short) version);
        out.write((big ? start.putShort((short) 8).putShort((short) 0).putLong(head) : start.putInt(head)).array());
        for (int page = 1; page <= pages; page++) {
            int follows = page < pages ? page + 1 : backTo;
            int next = follows == 0 ? 0 : head + (follows - 1) * size;
            ByteBuffer directory = ByteBuffer.allocate(size).order(start.order());
            if (big) {
                directory.putLong(1).putLong(size - 8, next);
            } else {
                directory.putShort((short) 1).putInt(size - 4, next);
            }
            out.write(directory.array());
        }
        return out.toByteArray();
    }
}
