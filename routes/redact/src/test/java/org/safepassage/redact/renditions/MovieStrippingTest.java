package org.safepassage.redact.renditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safepassage.redact.renditions.Pictures.SECRET;
import static org.safepassage.redact.renditions.Pictures.ascii;
import static org.safepassage.redact.renditions.Pictures.box;
import static org.safepassage.redact.renditions.Pictures.joined;
import static org.safepassage.redact.renditions.Pictures.number;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.schemas.Content;

class MovieStrippingTest {
    private static final byte[] SAMPLES = ascii("compressed picture and sound");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void whatAVideoTellsOfItselfBecomesZerosAndNothingMoves() throws IOException {
        // Given
        byte[] video = Movies.video("vide", "avc1", 0, SAMPLES);

        // When
        var result = strip(video);

        // Then
        String before = new String(video, StandardCharsets.ISO_8859_1);
        String after = out.toString(StandardCharsets.ISO_8859_1);
        assertThat(((StripResult.Stripped) result).dropped())
                .containsExactly(
                        "encoder-names",
                        "free-space",
                        "handler-names",
                        "metadata",
                        "private-data",
                        "protection",
                        "times",
                        "unknown-box",
                        "user-data");
        assertThat(before).contains(SECRET, Movies.TIME);
        assertThat(after)
                .hasSameSizeAs(before)
                .doesNotContain(SECRET)
                .doesNotContain(Movies.TIME)
                .doesNotContain("©xyz", "loci", "udta", "uuid");
        for (String kept : new String[] {"mvhd", "tkhd", "mdhd", "stco", "avcC" + Movies.CODEC, "mdat"}) {
            assertThat(after.indexOf(kept)).as(kept).isPositive().isEqualTo(before.indexOf(kept));
        }
        assertThat(after.indexOf("compressed picture")).isEqualTo(before.indexOf("compressed picture"));
    }

    @Test
    void aStrippedVideoStrippedAgainIsTheSame() throws IOException {
        // Given
        strip(Movies.video("soun", "mp4a", 1, SAMPLES));
        byte[] once = out.toByteArray();
        out.reset();

        // When
        strip(once);

        // Then
        assertThat(out.toByteArray()).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "sbtl", "meta", "tmcd", "hint", "subt"})
    void aTrackThatIsNeitherPictureNorSoundIsNotPassedOn(String handler) throws IOException {
        // Given
        byte[] video = Movies.video(handler, "tx3g", 0, SAMPLES);

        // When
        var result = strip(video);

        // Then
        assertThat(result)
                .isEqualTo(new StripResult.Unsupported("the video has a track that is neither picture nor sound"));
        assertThat(out.size()).isZero();
    }

    @Test
    void aTrackInAnUnknownFormIsNotPassedOn() throws IOException {
        // Given
        byte[] video = Movies.video("vide", "jpeg", 0, SAMPLES);

        // When
        var result = strip(video);

        // Then
        assertThat(result).isInstanceOf(StripResult.Unsupported.class);
        assertThat(out.size()).isZero();
    }

    @Test
    void mediaElsewhereAreNotPassedOn() throws IOException {
        // Given
        byte[] elsewhere = box("url ", number(0), ascii("file:///home/" + SECRET));
        byte[] video = joined(
                Movies.HEAD,
                box(
                        "moov",
                        box(
                                "trak",
                                box("mdia", box("minf", box("dinf", box("dref", number(0), number(1), elsewhere)))))));

        // When
        var result = strip(video);

        // Then
        assertThat(result).isEqualTo(new StripResult.Unsupported("the video refers to media outside itself"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"heic", "avif", "mif1"})
    void aStillPictureInAVideosClothesIsNotPassedOn(String brand) throws IOException {
        // Given
        byte[] still = joined(box("ftyp", ascii(brand), number(0)), box("meta", ascii(SECRET)));

        // When
        var result = strip(still);

        // Then
        assertThat(result).isEqualTo(new StripResult.Unsupported("it is no video of a known brand"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, -1, 0x7FFFFFFF})
    void impossibleSizesAreRefused(int size) throws IOException {
        // Given
        byte[] video = joined(Movies.HEAD, box("moov", number(size), ascii("udta"), ascii(SECRET)));

        // When / Then
        assertThatThrownBy(() -> strip(video))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a box has an impossible size at byte");
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 15, Long.MIN_VALUE, Long.MAX_VALUE})
    void impossibleWideSizesAreRefused(long size) throws IOException {
        // Given
        byte[] wide = ByteBuffer.allocate(16)
                .putInt(1)
                .put(ascii("udta"))
                .putLong(size)
                .array();
        byte[] video = joined(Movies.HEAD, wide, ascii(SECRET));

        // When / Then
        assertThatThrownBy(() -> strip(video))
                .isInstanceOf(IOException.class)
                .hasMessageMatching(".* (at byte|after) .*");
        assertThat(out.size()).isZero();
    }

    @Test
    void mediaDataOfUnknownSizeGoOnToTheEnd() throws IOException {
        // Given
        byte[] video = joined(Movies.video("vide", "avc1", 0, SAMPLES), number(0), ascii("mdat"), SAMPLES);

        // When
        strip(video);

        // Then
        assertThat(out.size()).isEqualTo(video.length);
        assertThat(out.toString(StandardCharsets.ISO_8859_1)).endsWith("\0\0\0\0mdatcompressed picture and sound");
    }

    @Test
    @Tag("slow")
    void aVideoLargerThanTheHeapPasses() throws IOException {
        // Given
        long size = 5L << 30;
        byte[] head = Movies.video("vide", "avc1", 0, SAMPLES);
        byte[] wide = ByteBuffer.allocate(16)
                .putInt(1)
                .put(ascii("mdat"))
                .putLong(size + 16)
                .array();
        var counted = new Counted();

        // When
        var result = new MediaStripper().strip(new Huge(joined(head, wide), size), "video/mp4", counted);

        // Then
        assertThat(result).isInstanceOf(StripResult.Stripped.class);
        assertThat(counted.bytes).isEqualTo(head.length + 16 + size);
    }

    private StripResult strip(byte[] video) throws IOException {
        return new MediaStripper().strip(Content.of(video), "video/mp4", out);
    }

    private static final class Counted extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            bytes += length;
        }
    }

    /// A head, then nothing but zeros.
    private static final class Huge implements Content {
        private final byte[] head;
        private final long zeros;

        Huge(byte[] head, long zeros) {
            this.head = head;
            this.zeros = zeros;
        }

        @Override
        public InputStream open() {
            return new InputStream() {
                private long at;

                @Override
                public int read() {
                    return at < head.length ? head[(int) at++] & 0xFF : at++ < size() ? 0 : -1;
                }

                @Override
                public int read(byte[] b, int offset, int length) {
                    if (at >= size()) {
                        return -1;
                    }
                    if (at < head.length) {
                        b[offset] = (byte) read();
                        return 1;
                    }
                    int read = (int) Math.min(length, size() - at);
                    at += read;
                    return read;
                }
            };
        }

        @Override
        public long size() {
            return head.length + zeros;
        }
    }
}
