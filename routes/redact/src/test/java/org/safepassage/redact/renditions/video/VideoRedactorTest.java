package org.safepassage.redact.renditions.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.redact.renditions.pictures.PictureSettings;
import org.safepassage.redact.renditions.pictures.Region;

@Tag("slow")
class VideoRedactorTest {
    private static final List<String> H264 = List.of("-c:v", "libopenh264", "-b:v", "3M", "-pix_fmt", "yuv420p");

    @TempDir
    private static Path folder;

    private static FilmRoom room;
    /// Searches for words only once: for tests of other things.
    private static FilmRoom hasty;

    @BeforeAll
    static void start() throws IOException {
        room = new FilmRoom(folder.resolve("work"), VideoSettings.defaults());
        hasty = new FilmRoom(
                folder.resolve("hasty"),
                new VideoSettings(1800, 4096L * 2304, 125, 3_600_000, 600, 60, PictureSettings.defaults()));
    }

    @AfterAll
    static void stop() {
        room.close();
        hasty.close();
    }

    @Test
    void aFaceThatPassesByIsCoveredInEveryFrameAndTheWallStays() throws Exception {
        // Given
        Path film = Films.written(file("passing.mp4"), 80, Films::passing, h264());

        // When
        var done = room.redacted(film);

        // Then
        var frames = Films.frames(done.film());
        assertThat(frames.size()).isEqualTo(80);
        assertCovered(frames);
        assertThat(Films.brightest(frames.get(40), new Rectangle(0, 0, 100, 50)))
                .as("the wall")
                .isGreaterThan(100);
        assertThat(done.report().covered()).anySatisfy(span -> {
            assertThat(span.kind()).isEqualTo(Region.Kind.FACE);
            assertThat(span.confidence()).isGreaterThan(0.5);
            assertThat(span.lastFrame()).isEqualTo(79);
            assertThat(span.toMillis()).isEqualTo(79 * 40);
        });
        assertThat(done.report().doubts())
                .doesNotContain(VideoDoubt.FACE_LEFT, VideoDoubt.FACE_LOST, VideoDoubt.MOSTLY_COVERED);
    }

    @Test
    void aPlateIsCoveredWhileTheCameraTurns() throws Exception {
        // Given
        Path film = Films.written(file("plate.mp4"), 40, Films::plate, h264());

        // When
        var done = room.redacted(film);

        // Then
        var frames = Films.frames(done.film());
        for (int frame = 0; frame < frames.size(); frame++) {
            assertThat(Films.brightest(frames.get(frame), Films.letters(frame)))
                    .as("the plate in frame %s", frame)
                    .isLessThan(60);
        }
    }

    @Test
    void nothingButThePictureIsLeft() throws Exception {
        // Given
        Path words = Files.writeString(file("words.srt"), "1\n00:00:00,000 --> 00:00:01,000\n" + Films.SECRET + "\n\n");
        Path chapters = Files.writeString(
                file("chapters.txt"),
                ";FFMETADATA1\ntitle=" + Films.SECRET + "\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=500\ntitle="
                        + Films.SECRET + "\n");
        Path film = Films.written(
                file("talking.mp4"),
                20,
                frame -> Films.empty(),
                h264(
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=d=0.8",
                        "-i",
                        words.toString(),
                        "-i",
                        chapters.toString(),
                        "-map_metadata",
                        "3",
                        "-map",
                        "0:v",
                        "-map",
                        "1:a",
                        "-map",
                        "2:s",
                        "-c:a",
                        "aac",
                        "-c:s",
                        "mov_text",
                        "-metadata",
                        "location=+53.9000+027.5667/",
                        "-metadata:s:v:0",
                        "handler_name=" + Films.SECRET));
        assertThat(Films.probed(film, "-show_format", "-show_streams", "-show_chapters"))
                .contains(Films.SECRET, "+53.9", "subtitle", "audio");

        // When
        var done = hasty.redacted(film);

        // Then
        assertThat(done.report().dropped()).containsExactly("chapters", "data", "metadata", "sound", "subtitles");
        assertThat(Films.probed(
                        done.film(),
                        "-show_entries",
                        "stream=codec_type,codec_name:stream_tags:format_tags:chapter_tags:stream_side_data",
                        "-of",
                        "csv"))
                .containsOnlyOnce("stream,")
                .contains("h264,video")
                .doesNotContain(Films.SECRET, "encoder", "creation_time", "Lav");
        String bytes = new String(Files.readAllBytes(done.film()), StandardCharsets.ISO_8859_1);
        assertThat(Stream.of(Films.SECRET, "Lavf", "Lavc", "penH264", "+53.9").filter(bytes::contains))
                .isEmpty();
    }

    @Test
    void theSameFilmGivesTheSameBytes() throws Exception {
        // Given
        Path film = Films.written(file("twice.mp4"), 20, frame -> Films.passing(frame + 30), h264());

        // When
        Path first = hasty.redacted(film).film();
        Path second = hasty.redacted(film).film();

        // Then
        assertThat(first).hasSameBinaryContentAs(second);
    }

    @Test
    void aFilmThatIsTurnedByItsMatrixLeavesUpright() throws Exception {
        // Given: frames that lie, and the word to set them upright
        Path lying = Films.written(file("lying.mp4"), 20, frame -> Films.lying(Films.passing(frame + 30)), h264());
        Path film = file("turned.mp4");
        Films.run(
                List.of("-display_rotation", "270", "-i", lying.toString(), "-c", "copy", film.toString()), out -> {});

        // When
        var done = hasty.redacted(film);

        // Then
        var frames = Films.frames(done.film());
        assertThat(frames.getFirst().getWidth()).isEqualTo(Films.WIDTH);
        for (int frame = 0; frame < frames.size(); frame++) {
            assertThat(Films.brightest(frames.get(frame), Films.face(frame + 30)))
                    .as("the face in frame %s", frame)
                    .isLessThan(40);
        }
        assertThat(Films.probed(done.film(), "-show_entries", "stream_side_data", "-of", "csv"))
                .doesNotContain("Matrix");
    }

    @Test
    void framesOfChangingLengthKeepTheirTimes() throws Exception {
        // Given: ten quick frames, then slow ones
        Path film = Films.written(
                file("variable.mp4"),
                20,
                frame -> Films.empty(),
                h264("-vf", "setpts=if(lt(N\\,10)\\,N*0.04\\,0.4+(N-10)*0.21)/TB", "-fps_mode", "vfr"));

        // When
        var done = hasty.redacted(film);

        // Then
        List<Double> times = times(done.film());
        List<Double> before = times(film);
        assertThat(times.size()).isEqualTo(20);
        for (int frame = 0; frame < 20; frame++) {
            assertThat(times.get(frame)).isCloseTo(before.get(frame), within(0.001));
        }
        assertThat(seconds(done.film())).isCloseTo(seconds(film), within(0.04));
    }

    @Test
    void anOddSizeIsFilledUpAndFramesInAnotherContainerAreRead() throws Exception {
        // Given
        Path film = Films.written(
                file("odd.mkv"),
                10,
                frame -> new BufferedImage(101, 75, BufferedImage.TYPE_3BYTE_BGR),
                "-c:v",
                "mjpeg",
                "-pix_fmt",
                "yuvj444p");

        // When
        var done = hasty.redacted(film);

        // Then
        assertThat(done.report().width()).isEqualTo(102);
        assertThat(done.report().height()).isEqualTo(76);
        assertThat(done.report().frames()).isEqualTo(10);
        assertThat(done.report().format()).isEqualTo("mjpeg");
    }

    @Test
    void aFilmThatWasCutIsRefused() throws Exception {
        // Given
        Path whole = Films.written(file("whole.mp4"), 60, Films::passing, h264());
        Path inFront = Films.written(file("front.mp4"), 60, Films::passing, h264("-movflags", "+faststart"));
        Path stream = Films.written(file("stream.mkv"), 60, Films::passing, h264());

        // When, Then
        assertThat(hasty.refusal(cut(whole, 0.7))).as("its head is gone").isEqualTo(VideoRefusal.DAMAGED);
        assertThat(hasty.refusal(cut(inFront, 0.7))).as("its frames are gone").isEqualTo(VideoRefusal.DAMAGED);
        assertThat(hasty.refusal(cut(stream, 0.5))).as("without an index").isEqualTo(VideoRefusal.DAMAGED);
    }

    @Test
    void framesThatWereOverwrittenAreRefused() throws Exception {
        // Given
        Path film = Films.written(file("scratched.mp4"), 60, Films::passing, h264());
        byte[] bytes = Files.readAllBytes(film);
        Arrays.fill(bytes, bytes.length / 3, bytes.length / 3 + 4000, (byte) 0x5A);
        Files.write(film, bytes);

        // When, Then
        assertThat(hasty.refusal(film)).isEqualTo(VideoRefusal.DAMAGED);
    }

    @Test
    void whatIsNoFilmOrMoreThanOneIsRefused() throws Exception {
        // Given
        Path playlist = Files.writeString(
                file("playlist.mp4"),
                "#EXTM3U\n#EXTINF:1,\nfile://" + Films.written(file("other.ts"), 5, Films::passing, h264()) + "\n");
        Path text = Files.writeString(file("text.mp4"), "no film at all ".repeat(1000));
        Path nothing = Files.write(file("nothing.mp4"), new byte[0]);
        Path sound = file("sound.mp4");
        Films.run(List.of("-f", "lavfi", "-i", "sine=d=1", "-c:a", "aac", sound.toString()), out -> {});
        Path two = Films.written(
                file("two.mp4"),
                5,
                Films::passing,
                h264("-f", "lavfi", "-i", "color=s=64x64:d=0.2", "-map", "0:v", "-map", "1:v"));

        // When, Then
        assertThat(hasty.refusal(playlist)).isIn(VideoRefusal.UNSUPPORTED, VideoRefusal.DAMAGED);
        assertThat(hasty.refusal(text)).isEqualTo(VideoRefusal.DAMAGED);
        assertThat(hasty.refusal(nothing)).isEqualTo(VideoRefusal.DAMAGED);
        assertThat(hasty.refusal(sound)).isEqualTo(VideoRefusal.EMPTY);
        assertThat(hasty.refusal(two)).isEqualTo(VideoRefusal.SEVERAL_PICTURES);
    }

    @Test
    void whatIsTooMuchIsRefusedBeforeItCosts() throws Exception {
        // Given
        Path forYears = Films.written(
                file("years.mp4"), 3, frame -> Films.empty(), h264("-vf", "setpts=N*36000/TB", "-fps_mode", "vfr"));
        Path wide =
                Films.written(file("wide.avi"), 1, frame -> Films.empty(), "-vf", "scale=8192:4608", "-c:v", "mjpeg");

        // When, Then
        assertThat(hasty.refusal(forYears)).isEqualTo(VideoRefusal.TOO_LONG);
        assertThat(hasty.refusal(wide)).isEqualTo(VideoRefusal.TOO_LARGE);
    }

    @Test
    void aFilmThatChangesItsSizeUnderWayIsRefused() throws Exception {
        // Given: a stream that goes on in another size, as broadcasts may
        Path first = Films.written(file("first.h264"), 10, frame -> Films.empty(), h264());
        Path second = Films.written(file("second.h264"), 10, frame -> Films.empty(), h264("-vf", "scale=320:240"));
        var both = new ByteArrayOutputStream();
        both.writeBytes(Files.readAllBytes(first));
        both.writeBytes(Files.readAllBytes(second));
        Path joined = Files.write(file("both.h264"), both.toByteArray());
        Path film = file("both.ts");
        Films.run(List.of("-i", joined.toString(), "-c", "copy", film.toString()), out -> {});

        // When, Then
        assertThat(hasty.refusal(film)).isEqualTo(VideoRefusal.CHANGING);
    }

    private static void assertCovered(List<BufferedImage> frames) {
        for (int frame = 0; frame < frames.size(); frame++) {
            assertThat(Films.brightest(frames.get(frame), Films.face(frame)))
                    .as("the face in frame %s", frame)
                    .isLessThan(40);
        }
    }

    private static List<Double> times(Path film) throws Exception {
        return Films.probed(film, "-select_streams", "v", "-show_entries", "frame=pts_time", "-of", "csv=p=0")
                .lines()
                .map(line -> line.replaceAll(",.*", ""))
                .filter(line -> !line.isBlank())
                .map(Double::valueOf)
                .toList();
    }

    private static double seconds(Path film) throws Exception {
        return Double.parseDouble(Films.probed(film, "-show_entries", "format=duration", "-of", "csv=p=0")
                .strip());
    }

    private static Path cut(Path film, double share) throws IOException {
        byte[] bytes = Files.readAllBytes(film);
        return Files.write(file("cut-" + film.getFileName()), Arrays.copyOf(bytes, (int) (bytes.length * share)));
    }

    private static String[] h264(String... more) {
        return Stream.concat(Arrays.stream(more), H264.stream()).toArray(String[]::new);
    }

    private static Path file(String name) {
        return folder.resolve(name);
    }
}
