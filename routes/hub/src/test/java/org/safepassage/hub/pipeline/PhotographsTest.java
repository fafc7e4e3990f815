package org.safepassage.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
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
import org.safepassage.hub.pipeline.steps.PictureSearch;
import org.safepassage.hub.wiring.House;
import org.safepassage.redact.renditions.pictures.Doubt;
import org.safepassage.redact.renditions.pictures.PictureRedactor;
import org.safepassage.redact.renditions.pictures.PictureReport;
import org.safepassage.redact.renditions.pictures.PictureResult;
import org.safepassage.redact.renditions.pictures.Refusal;
import org.safepassage.redact.renditions.pictures.Region;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.HoldReason;

@Tag("slow")
class PhotographsTest {
    @TempDir
    Path root = Path.of("");

    private final PGPSecretKeyRing key = PGPainless.generateKeyRing().modernKeyRing("Invented <i@example.org>");

    @Test
    void whatIsSureGoesOutAndWhatIsInDoubtIsHeldWithItsReason() throws Exception {
        // Given: a policy that lets photographs go in which nothing is in doubt
        var folders = HouseFolders.make(root);
        Path policy = folders.config().resolve("policies/un-mechanism.yaml");
        HouseFolders.write(
                folders,
                "policies/un-mechanism.yaml",
                Files.readString(policy).replace("photographs: hold", "photographs: release"));
        // What goes out is read back with its print, which wants recognition switched on.
        HouseFolders.write(
                folders,
                "application.yaml",
                Files.readString(folders.config().resolve("application.yaml")).replace("ocr: false", "ocr: true"));
        for (String recipient : new String[] {"court", "tribunal"}) {
            HouseFolders.write(folders, recipient + ".asc", PGPainless.asciiArmor(PGPainless.extractCertificate(key)));
        }
        Extract.Reading camera = (content, name) -> new Extraction(
                Extraction.Status.NO_TEXT, "", "image/jpeg", 1, List.of(), "", List.of(), Map.of(), List.of());
        PictureSearch.Redacting redacting = (picture, taking) -> {
            try (var in = picture.open()) {
                return switch (new String(in.readAllBytes(), StandardCharsets.UTF_8)) {
                    case "clear" -> covered(taking, List.of());
                    case "doubtful" -> covered(taking, List.of(Doubt.FACE_UNSURE));
                    default -> new PictureResult.Refused(Refusal.TOO_LARGE);
                };
            }
        };
        try (var house = House.open(folders, Map.of("reading", () -> camera, "redacting", () -> redacting))) {
            house.office("office").put("17", "first");
            house.office("office").attach("17", "a.jpg", "clear");
            house.office("office").attach("17", "b.jpg", "doubtful");
            house.office("office").attach("17", "c.jpg", "bomb");
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
                    .containsExactly("data/renditions/x2.png");
            assertThat(bag.get("data/withheld.json")).contains("picture-doubtful", "exhibit-too-large");
            assertThat(bag.values())
                    .as("the report tells regions of what goes out, with the month")
                    .anySatisfy(file -> assertThat(file).contains("\"pictures\"", "\"FACE\"", "\"2024-05\""));
            assertThat(house.get(Holds.class).open())
                    .extracting(Holds.Hold::exhibit, Holds.Hold::reason)
                    .containsExactlyInAnyOrder(
                            tuple("x3", HoldReason.PICTURE_DOUBTFUL), tuple("x4", HoldReason.EXHIBIT_TOO_LARGE));
        }
    }

    private static PictureResult covered(PictureRedactor.Taking taking, List<Doubt> doubts) throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_3BYTE_BGR), "png", png);
        taking.take(new ByteArrayInputStream(png.toByteArray()));
        var face = new Region(Region.Kind.FACE, 1, 2, 3, 4, 0.9, "test");
        return new PictureResult.Redacted(
                new PictureReport("jpeg", 40, 30, List.of(face), 0.01, List.of(), doubts, "2024-05"));
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
