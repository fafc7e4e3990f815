package org.safepassage.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    private final WholeWay way = new WholeWay();

    @Test
    void whatIsSureGoesOutAndWhatIsInDoubtIsHeldWithItsReason() throws Exception {
        // Given: a policy that lets photographs go in which nothing is in doubt
        var folders = way.foldersWithPrint(root);
        WholeWay.replace(folders, "policies/un-mechanism.yaml", "photographs: hold", "photographs: release");
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

            // When
            WholeWay.pull(house);
            var bag = way.texts(house);

            // Then
            assertThat(bag.keySet().stream().filter(name -> name.contains("renditions/")))
                    .containsExactly("data/renditions/case-file.xhtml", "data/renditions/x2.png");
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
}
