package org.safepassage.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpainless.PGPainless;
import org.pgpainless.decryption_verification.ConsumerOptions;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.house.HouseFolders;
import org.safepassage.hub.ledger.Holds;
import org.safepassage.hub.pipeline.steps.Extract;
import org.safepassage.hub.pipeline.steps.VideoSearch;
import org.safepassage.hub.wiring.DrawnFilm;
import org.safepassage.hub.wiring.House;
import org.safepassage.redact.renditions.pictures.Region;
import org.safepassage.redact.renditions.video.CoveredSpan;
import org.safepassage.redact.renditions.video.VideoDoubt;
import org.safepassage.redact.renditions.video.VideoRedactor;
import org.safepassage.redact.renditions.video.VideoRefusal;
import org.safepassage.redact.renditions.video.VideoReport;
import org.safepassage.redact.renditions.video.VideoResult;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.HoldReason;

@Tag("slow")
class VideosTest {
    @TempDir
    Path root = Path.of("");

    private final PGPSecretKeyRing key = PGPainless.generateKeyRing().modernKeyRing("Invented <i@example.org>");

    @Test
    void whatIsSureGoesOutAndWhatIsInDoubtIsHeldWithItsReason() throws Exception {
        // Given: a policy that lets videos go in which nothing is in doubt
        var folders = HouseFolders.make(root);
        Path policy = folders.config().resolve("policies/un-mechanism.yaml");
        HouseFolders.write(
                folders,
                "policies/un-mechanism.yaml",
                Files.readString(policy).replace("videos: hold", "videos: release"));
        // The exit check reads the print in stills of the film.
        HouseFolders.write(
                folders,
                "application.yaml",
                Files.readString(folders.config().resolve("application.yaml")).replace("ocr: false", "ocr: true"));
        for (String recipient : new String[] {"court", "tribunal"}) {
            HouseFolders.write(folders, recipient + ".asc", PGPainless.asciiArmor(PGPainless.extractCertificate(key)));
        }
        Extract.Reading camera = (content, name) -> new Extraction(
                Extraction.Status.NO_TEXT, "", "video/mp4", 1, List.of(), "", List.of(), Map.of(), List.of());
        VideoSearch.Redacting redacting = (video, taking) -> {
            try (var in = video.open()) {
                return switch (new String(in.readAllBytes(), StandardCharsets.UTF_8)) {
                    case "clear" -> covered(taking, List.of());
                    case "doubtful" -> covered(taking, List.of(VideoDoubt.FACE_UNSURE));
                    default -> new VideoResult.Refused(VideoRefusal.TOO_LONG);
                };
            }
        };
        try (var house = House.open(folders, Map.of("reading", () -> camera, "videoRedacting", () -> redacting))) {
            house.office("office").put("17", "first");
            house.office("office").attach("17", "a.mp4", "clear");
            house.office("office").attach("17", "b.mp4", "doubtful");
            house.office("office").attach("17", "c.mp4", "bomb");
            house.start(
                    Map.of("receipts.timer", "direct:look.{{recipient}}"),
                    ArrivalRoutes.class,
                    CaseFileRoutes.class,
                    ReleaseRoutes.class,
                    DeliveryRoutes.class);
            house.instances().recipients(house.get(Configuration.class));
            house.instances().partners(house.get(Configuration.class));

            // When
            house.send("jms:queue:pull.office", "office");
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(house.tribunal().files()).hasSize(1));

            // Then
            var bag = unpacked(house.tribunal().content(house.tribunal().files().getFirst()));
            assertThat(bag.keySet().stream().filter(name -> name.contains("renditions/")))
                    .containsExactly("data/renditions/x2.mp4");
            assertThat(bag.get("data/withheld.json")).contains("video-doubtful", "video-too-large");
            assertThat(bag.values())
                    .as("the report tells what is covered in what goes out, and when")
                    .anySatisfy(file -> assertThat(file).contains("\"videos\"", "\"FACE\"", "\"lastFrame\""));
            assertThat(house.get(Holds.class).open())
                    .extracting(Holds.Hold::exhibit, Holds.Hold::reason)
                    .containsExactlyInAnyOrder(
                            tuple("x3", HoldReason.VIDEO_DOUBTFUL), tuple("x4", HoldReason.VIDEO_TOO_LARGE));
        }
    }

    private static VideoResult covered(VideoRedactor.Taking taking, List<VideoDoubt> doubts) throws IOException {
        byte[] film = DrawnFilm.of(new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR));
        taking.take(new ByteArrayInputStream(film));
        var face = new CoveredSpan(Region.Kind.FACE, 0, 9, 0, 360, 1, 2, 3, 4, 0.9);
        return new VideoResult.Redacted(
                new VideoReport("h264", 40, 30, 10, 360, List.of(face), 0.01, List.of("sound"), doubts));
    }

    private Map<String, String> unpacked(byte[] file) throws Exception {
        var bag = new TreeMap<String, String>();
        try (var clear = PGPainless.decryptAndOrVerify()
                        .onInputStream(new ByteArrayInputStream(file))
                        .withOptions(ConsumerOptions.get().addDecryptionKey(key));
                var tar = new TarArchiveInputStream(clear)) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                bag.put(
                        entry.getName().replaceFirst("^[^/]*/", ""),
                        new String(tar.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return bag;
    }
}
