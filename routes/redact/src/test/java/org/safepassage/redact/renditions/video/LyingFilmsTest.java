package org.safepassage.redact.renditions.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.redact.renditions.pictures.PictureSettings;

/// Films that say of themselves what is not so, or hold more or less than a film does; and limits that an operator
/// sets.
@Tag("slow")
class LyingFilmsTest {
    private static final int FRAMES = 20;
    private static final List<String> H264 = List.of("-c:v", "libopenh264", "-b:v", "3M", "-pix_fmt", "yuv420p");
    private static final byte[] CLUSTER = {0x1F, 0x43, (byte) 0xB6, 0x75};
    /// Matroska's length of the whole, in eight bytes of milliseconds.
    private static final byte[] DURATION = {0x44, (byte) 0x89, (byte) 0x88};

    @TempDir
    private static Path folder;

    private static FilmRoom room;

    @BeforeAll
    static void open() throws IOException {
        room = new FilmRoom(folder.resolve("room"), settings(1800, 4096L * 2304, 600));
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void aHeadWithoutAnyFrameIsHeld() throws Exception {
        // Given
        byte[] film = matroska();

        // When, Then
        assertThat(room.refusal(file("head.mkv", Arrays.copyOf(film, place(film, CLUSTER)))))
                .isEqualTo(VideoRefusal.DAMAGED);
    }

    @Test
    void aFilmThatSaysItLastsForHoursIsHeldBeforeItCosts() throws Exception {
        assertThat(room.refusal(lasting(10 * 3_600_000.0))).isEqualTo(VideoRefusal.TOO_LONG);
    }

    @Test
    void aFilmThatEndsLongBeforeItSaysIsHeldAsDamaged() throws Exception {
        assertThat(room.refusal(lasting(600_000))).isEqualTo(VideoRefusal.DAMAGED);
    }

    @Test
    void ofAFilmThatSaysItIsShorterEveryFrameIsCovered() throws Exception {
        assertThat(room.redacted(lasting(40)).report().frames()).isEqualTo(FRAMES);
    }

    @Test
    void theLengthThatCountsIsTheOneOfPicturesAndSound() throws Exception {
        // Given: heads that say less and more, and sound that outlasts the picture
        Path shorter = lasting(40);
        Path longer = lasting(600_000);
        Path loud = Films.written(
                path("loud.mp4"),
                FRAMES,
                Films::passing,
                Stream.concat(Stream.of("-f", "lavfi", "-i", "sine=d=2", "-c:a", "aac"), H264.stream())
                        .toArray(String[]::new));

        // When, Then
        assertThat(millis(shorter)).isBetween(760L, 840L);
        assertThat(millis(longer)).isBetween(760L, 840L);
        assertThat(millis(loud)).isBetween(1950L, 2100L);
        assertThat(room.length(lasting(10 * 3_600_000.0))).isEqualTo(new VideoLength.Refused(VideoRefusal.TOO_LONG));
    }

    @Test
    void aFrameThatIsSaidToLastAnHourIsHeldAndOneThatLastsNothingKeepsItsPlace() throws Exception {
        // Given
        Path slow = inAvi("slow.avi", "strh", 28, 3600, 1);
        Path quick = inAvi("quick.avi", "strh", 28, 1, 1_000_000);

        // When, Then
        assertThat(room.refusal(slow)).isEqualTo(VideoRefusal.TOO_LONG);
        assertThat(room.redacted(quick).report().frames()).isEqualTo(FRAMES);
    }

    @Test
    void theSizeThatCountsIsTheOneOfTheFrames() throws Exception {
        // Given: a container that says 16 by 16, and one that says 32,000 by 32,000
        byte[] film = Files.readAllBytes(Films.written(path("sized.mp4"), FRAMES, Films::passing, h264()));
        Path small = file("small.mp4", sized(film, 16));
        Path huge = file("huge.mp4", sized(film, 32_000));

        // When, Then
        for (Path lie : List.of(small, huge)) {
            var report = room.redacted(lie).report();
            assertThat(List.of(report.width(), report.height())).containsExactly(Films.WIDTH, Films.HEIGHT);
        }
    }

    @Test
    void framesThatAreLargerThanTheirContainerSaysAreHeld() throws Exception {
        // Given
        byte[] film = Files.readAllBytes(
                Films.written(path("wide.avi"), 1, frame -> Films.empty(), "-vf", "scale=8192:4608", "-c:v", "mjpeg"));
        ByteBuffer.wrap(film)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(place(film, ascii("strf")) + 12, 64)
                .putInt(place(film, ascii("strf")) + 16, 64);

        // When, Then
        assertThat(room.refusal(file("wider.avi", film))).isIn(VideoRefusal.TOO_LARGE, VideoRefusal.DAMAGED);
    }

    @Test
    void aCoverPictureIsDropped() throws Exception {
        // Given: a cover with a face, which a player shows in its list
        Path cover = path("cover.jpg");
        ImageIO.write(Films.passing(40), "jpg", cover.toFile());
        Path film = Films.written(
                path("covered.mp4"),
                FRAMES,
                frame -> Films.empty(),
                Stream.concat(
                                Stream.of("-i", cover.toString(), "-map", "0:v", "-map", "1:v", "-c:v:1", "copy"),
                                Stream.of("-c:v:0", "libopenh264", "-disposition:v:1", "attached_pic"))
                        .toArray(String[]::new));

        // When
        var done = room.redacted(film);

        // Then
        assertThat(done.report().dropped()).contains("still-pictures");
        assertThat(Films.probed(done.film(), "-show_entries", "stream=codec_name", "-of", "csv=p=0")
                        .strip())
                .isEqualTo("h264");
    }

    @Test
    void anOperatorsLimitsHold() throws Exception {
        // Given
        Path film = Films.written(path("plain.mp4"), 60, Films::passing, h264());
        // Each of its nine hundred frames is searched, in less than a second of film: more than any machine does in
        // two.
        String[] fast = Stream.concat(Stream.of(h264()), Stream.of("-vf", "setpts=PTS/40", "-r", "1000"))
                .toArray(String[]::new);
        Path dense = Films.written(path("dense.mp4"), 900, Films::passing, fast);

        // When, Then
        assertThat(limited(film, settings(1, 4096L * 2304, 600))).isEqualTo(VideoRefusal.TOO_LONG);
        assertThat(limited(film, settings(1800, Films.WIDTH * Films.HEIGHT - 1, 600)))
                .isEqualTo(VideoRefusal.TOO_LARGE);
        assertThat(limited(
                        dense, new VideoSettings(1800, 4096L * 2304, 1, 3_600_000, 1, 1, PictureSettings.defaults())))
                .isEqualTo(VideoRefusal.TIMEOUT);
    }

    private static long millis(Path film) throws IOException {
        return room.length(film) instanceof VideoLength.Lasts(Duration duration) ? duration.toMillis() : -1;
    }

    private static VideoRefusal limited(Path film, VideoSettings settings) throws IOException {
        try (var limited = new FilmRoom(Files.createTempDirectory(folder, "limited"), settings)) {
            return limited.refusal(film);
        }
    }

    /// Without words, which these films do not show.
    private static VideoSettings settings(int longestSeconds, long mostPixels, int cpuSeconds) {
        return new VideoSettings(longestSeconds, mostPixels, 125, 3_600_000, cpuSeconds, 1, PictureSettings.defaults());
    }

    private static byte[] matroska() throws Exception {
        return Files.readAllBytes(Films.written(path("honest.mkv"), FRAMES, Films::passing, h264()));
    }

    private static Path lasting(double millis) throws Exception {
        byte[] film = matroska();
        ByteBuffer.wrap(film).putDouble(place(film, DURATION) + DURATION.length, millis);
        return file("lasting-" + (long) millis + ".mkv", film);
    }

    private static Path inAvi(String name, String chunk, int offset, int first, int second) throws Exception {
        byte[] film = Files.readAllBytes(
                Films.written(path("honest.avi"), FRAMES, Films::passing, "-c:v", "mjpeg", "-pix_fmt", "yuvj420p"));
        int at = place(film, ascii(chunk)) + offset;
        ByteBuffer.wrap(film).order(ByteOrder.LITTLE_ENDIAN).putInt(at, first).putInt(at + 4, second);
        return file(name, film);
    }

    private static byte[] sized(byte[] film, int size) {
        byte[] changed = film.clone();
        int at = place(film, ascii("avc1\0\0\0\0\0\0")) + 28;
        ByteBuffer.wrap(changed).putShort(at, (short) size).putShort(at + 2, (short) size);
        return changed;
    }

    /// Where these bytes first stand.
    private static int place(byte[] film, byte[] sought) {
        int at = new String(film, StandardCharsets.ISO_8859_1).indexOf(new String(sought, StandardCharsets.ISO_8859_1));
        assertThat(at).as("a place to lie in").isPositive();
        return at;
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    private static String[] h264() {
        return H264.toArray(String[]::new);
    }

    private static Path file(String name, byte[] bytes) throws IOException {
        return Files.write(path(name), bytes);
    }

    private static Path path(String name) {
        return folder.resolve(name);
    }
}
