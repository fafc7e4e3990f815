package org.safepassage.redact.renditions.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.redact.policies.Voice;
import org.safepassage.schemas.Content;

@Tag("slow")
class SoundTest {
    private static final int RATE = 8000;
    private static final double TONE = 440;

    @TempDir
    private static Path folder;

    private static VideoRedactor redactor;
    private static Path original;
    private static Path silent;

    @BeforeAll
    static void start() throws Exception {
        redactor = new VideoRedactor(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                Files.createDirectories(folder.resolve("work")),
                VideoSettings.defaults());
        original = Films.written(
                folder.resolve("original.mp4"),
                75,
                frame -> Films.empty(),
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:d=3,volume=4",
                "-c:v",
                "libopenh264",
                "-pix_fmt",
                "yuv420p",
                "-c:a",
                "aac",
                "-metadata:s:a:0",
                "title=" + Films.SECRET);
        silent = folder.resolve("silent.mp4");
        Films.run(List.of("-i", original.toString(), "-an", "-c:v", "copy", silent.toString()), out -> {});
    }

    @AfterAll
    static void stop() {
        redactor.close();
    }

    @Test
    void soundStaysButForItsSilencesAndLosesItsTags() throws Exception {
        // When
        Path film = joined(Voice.KEEP, List.of(new Silence(1000, 2000)));

        // Then
        float[] heard = heard(film);
        assertThat(heard.length / (double) RATE).isCloseTo(3, within(0.1));
        assertThat(loudness(heard, 0.2, 0.9)).as("before").isGreaterThan(0.1);
        assertThat(loudness(heard, 1.1, 1.9)).as("in the silence").isLessThan(0.001);
        assertThat(loudness(heard, 2.1, 2.9)).as("behind").isGreaterThan(0.1);
        assertThat(tone(heard)).as("the tone").isGreaterThan(0.5);
        assertThat(Films.probed(film, "-show_format", "-show_streams")).doesNotContain(Films.SECRET, "Lav");
        assertThat(new String(Files.readAllBytes(film), StandardCharsets.ISO_8859_1))
                .as("bytes")
                .matches(bytes -> !bytes.contains("Lavc") && !bytes.contains(Films.SECRET));
    }

    @Test
    void aChangedVoiceHasLostItsTone() throws Exception {
        // When
        float[] heard = heard(joined(Voice.CHANGE, List.of()));

        // Then
        assertThat(heard.length / (double) RATE).isCloseTo(3, within(0.2));
        assertThat(loudness(heard, 0.5, 2.5)).isGreaterThan(0.01);
        assertThat(tone(heard)).as("the tone").isLessThan(0.1);
    }

    /// Some containers hold sound in pieces of seconds.
    @Test
    void aSilenceInTheMiddleOfAPieceOfSoundIsAsLongAsItIsSaidToBe() throws Exception {
        // Given
        Path pieces = folder.resolve("pieces.mkv");
        Films.run(
                List.of(
                        "-i",
                        original.toString(),
                        "-c:v",
                        "copy",
                        "-af",
                        "asetnsamples=n=88200",
                        "-c:a",
                        "pcm_s16le",
                        pieces.toString()),
                out -> {});

        // When
        float[] heard = heard(joined(pieces, Voice.KEEP, List.of(new Silence(700, 1300), new Silence(1250, 1400))));

        // Then
        assertThat(loudness(heard, 0.1, 0.68)).as("before").isGreaterThan(0.01);
        assertThat(loudest(heard, 0.701, 1.399)).as("in the silence").isLessThan(0.01F);
        assertThat(loudness(heard, 1.43, 2.5)).as("behind").isGreaterThan(0.01);
    }

    /// Which moves what is around it by some hundredths of a second.
    @Test
    void whatIsSilencedIsNotMovedOutOfItsSilenceByAChangeOfVoice() throws Exception {
        // Given
        Path word = folder.resolve("word.mp4");
        Films.run(
                List.of(
                        "-i",
                        original.toString(),
                        "-c:v",
                        "copy",
                        "-af",
                        "volume=0:enable='not(between(t,1,1.5))'",
                        "-c:a",
                        "aac",
                        word.toString()),
                out -> {});

        // When
        float[] heard = heard(joined(word, Voice.CHANGE, List.of(new Silence(950, 1550))));

        // Then
        assertThat(loudest(heard, 0, 2.9)).isLessThan(0.01F);
    }

    @Test
    void thePictureIsCopiedBitForBit() throws Exception {
        // When
        Path film = joined(Voice.CHANGE, List.of());

        // Then
        assertThat(packets(film)).isEqualTo(packets(silent)).isNotEmpty();
    }

    @Test
    void aFilmWithoutSoundStaysWithout() throws Exception {
        // When
        Path out = folder.resolve("none.mp4");
        var refusal = redactor.withSound(
                Content.ofFile(silent), Content.ofFile(silent), Voice.KEEP, List.of(), mp4 -> Files.copy(mp4, out));

        // Then
        assertThat(refusal).isEmpty();
        assertThat(Films.probed(out, "-show_entries", "stream=codec_type", "-of", "csv=p=0"))
                .isEqualToIgnoringWhitespace("video");
    }

    @Test
    void soundThatWasCutIsRefused() throws Exception {
        // Given
        Path whole = folder.resolve("front.mp4");
        Films.run(
                List.of("-i", original.toString(), "-c", "copy", "-movflags", "+faststart", whole.toString()),
                out -> {});
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(bytes, bytes.length * 2 / 3));

        // When
        Optional<VideoRefusal> refusal =
                redactor.withSound(Content.ofFile(cut), Content.ofFile(silent), Voice.KEEP, List.of(), mp4 -> {
                    throw new AssertionError("a film was made");
                });

        // Then
        assertThat(refusal).contains(VideoRefusal.DAMAGED);
    }

    @Test
    void stillsAreTakenFromTheFirstToTheLast() throws Exception {
        // Given
        var widths = new ArrayList<Integer>();

        // When
        var refusal = redactor.stills(
                Content.ofFile(silent), png -> widths.add(ImageIO.read(png).getWidth()));

        // Then
        assertThat(refusal).isEmpty();
        assertThat(widths).containsExactly(Films.WIDTH, Films.WIDTH, Films.WIDTH);
    }

    private static Path joined(Voice voice, List<Silence> silences) throws IOException {
        return joined(original, voice, silences);
    }

    private static Path joined(Path spoken, Voice voice, List<Silence> silences) throws IOException {
        Path out = Files.createTempFile(folder, "joined", ".mp4");
        var refusal = redactor.withSound(
                Content.ofFile(spoken),
                Content.ofFile(silent),
                voice,
                silences,
                mp4 -> Files.copy(mp4, out, StandardCopyOption.REPLACE_EXISTING));
        assertThat(refusal).isEmpty();
        return out;
    }

    private static String packets(Path film) throws Exception {
        return Films.probed(
                film,
                "-select_streams",
                "v",
                "-show_packets",
                "-show_data_hash",
                "md5",
                "-show_entries",
                "packet=pts_time,data_hash",
                "-of",
                "csv");
    }

    private static float[] heard(Path film) throws Exception {
        byte[] samples = Films.run(
                List.of("-i", film.toString(), "-vn", "-ac", "1", "-ar", "8000", "-f", "f32le", "-"), out -> {});
        float[] heard = new float[samples.length / Float.BYTES];
        ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(heard);
        return heard;
    }

    /// Root of the mean square between these seconds.
    private static double loudness(float[] heard, double from, double to) {
        double sum = 0;
        for (int i = (int) (from * RATE); i < (int) (to * RATE); i++) {
            sum += heard[i] * heard[i];
        }
        return Math.sqrt(sum / ((to - from) * RATE));
    }

    private static float loudest(float[] heard, double from, double to) {
        float most = 0;
        for (int i = (int) (from * RATE); i < (int) (to * RATE); i++) {
            most = Math.max(most, Math.abs(heard[i]));
        }
        return most;
    }

    /// Share of the power of the last second but a bit that one tone has.
    private static double tone(float[] heard) {
        int from = 17_000;
        int length = RATE / 2;
        double real = 0;
        double imaginary = 0;
        double all = 0;
        for (int i = 0; i < length; i++) {
            double angle = 2 * Math.PI * TONE * i / RATE;
            real += heard[from + i] * Math.cos(angle);
            imaginary += heard[from + i] * Math.sin(angle);
            all += heard[from + i] * heard[from + i];
        }
        return 2 * (real * real + imaginary * imaginary) / (length * all);
    }
}
