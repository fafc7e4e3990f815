package org.safepassage.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import org.safepassage.redact.reviews.ReviewRecord;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.HoldReason;

@Tag("slow")
class VideosTest {
    private static final ReviewRecord.Place FACE =
            ReviewRecord.Place.ofFilm(List.of(1, 2, 3, 4), List.of(0L, 9L), List.of(0L, 360L));

    @TempDir
    Path root = Path.of("");

    private final WholeWay way = new WholeWay();

    @Test
    void whatIsSureGoesOutAndWhatIsInDoubtIsHeldWithItsReason() throws Exception {
        // Given: a policy that lets videos go in which nothing is in doubt
        var folders = way.foldersWithPrint(root);
        WholeWay.replace(folders, "policies/un-mechanism.yaml", "videos: hold", "videos: release");
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

            // When
            WholeWay.pull(house);
            var bag = way.texts(house);

            // Then
            assertThat(bag.keySet().stream().filter(name -> name.contains("renditions/")))
                    .containsExactly("data/renditions/case-file.xhtml", "data/renditions/x2.mp4");
            assertThat(bag.get("data/withheld.json")).contains("video-doubtful", "video-too-large");
            assertThat(bag.values())
                    .as("the report tells what is covered in what goes out, and when")
                    .anySatisfy(file -> assertThat(file).contains("\"videos\"", "\"FACE\"", "\"lastFrame\""));
            assertThat(WholeWay.records(house))
                    .as("review records, of the doubtful one too")
                    .extracting(
                            ReviewRecord::item,
                            ReviewRecord::kind,
                            record -> record.mentions().getFirst().place())
                    .containsExactly(
                            tuple("x2", ReviewRecord.Kind.VIDEO, FACE), tuple("x3", ReviewRecord.Kind.VIDEO, FACE));
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
}
