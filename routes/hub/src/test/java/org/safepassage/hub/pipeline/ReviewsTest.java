package org.safepassage.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.hub.house.Reader;
import org.safepassage.hub.ledger.CaseFileList;
import org.safepassage.hub.wiring.House;
import org.safepassage.redact.policies.Action;
import org.safepassage.redact.reviews.ReviewAnswer;
import org.safepassage.redact.reviews.ReviewRecord;
import org.safepassage.schemas.CaseFileVersion;

@Tag("slow")
class ReviewsTest {
    private static final String EXCHANGE = "office-to-tribunal";

    @TempDir
    Path root = Path.of("");

    @Test
    void whatWasRedactedHasARecordWithoutWordsAndAFinishedTextBecomesALabelledLine() throws Exception {
        // Given
        var way = new WholeWay();
        var folders = way.folders(root);
        try (var house = House.open(folders, Map.of("reading", Reader::new))) {
            house.office("office").put("17", "first");
            house.office("office").attach("17", "a.txt", "Vera Lysenok was examined in May.");
            WholeWay.pull(house);
            way.bag(house);
            var reviews = WholeWay.reviews(house);
            var line = house.get(CaseFileList.class).lines().getFirst();
            var version = CaseFileVersion.parse(line.id());

            // When
            var records = reviews.of(version, EXCHANGE);
            var lines = reviews.labels(version, EXCHANGE, Map.of("x2", List.of(ReviewAnswer.accept(1))));

            // Then
            assertThat(records).singleElement().satisfies(record -> {
                assertThat(record.item()).isEqualTo("x2");
                assertThat(record.kind()).isEqualTo(ReviewRecord.Kind.TEXT);
                assertThat(record.mentions().getFirst().person()).isEqualTo("p1");
                assertThat(record.mentions().getFirst().place()).isEqualTo(ReviewRecord.Place.ofText(1, 0, 12));
                assertThat(record.mentions().getFirst().suggested()).isEqualTo(Action.PSEUDONYM);
            });
            assertThat(house.get(com.fasterxml.jackson.databind.ObjectMapper.class)
                            .writeValueAsString(records))
                    .doesNotContain("Vera", "Lysenok");
            assertThat(lines)
                    .singleElement()
                    .satisfies(written -> assertThat(written).contains("Vera Lysenok was examined"));
            assertThatThrownBy(() -> reviews.of(version, "nobody")).isInstanceOf(NoSuchElementException.class);
            assertThatThrownBy(() -> reviews.labels(version, EXCHANGE, Map.of("x9", List.of())))
                    .isInstanceOf(NoSuchElementException.class);
            assertThatThrownBy(() -> reviews.labels(version, EXCHANGE, Map.of("x2", List.of(ReviewAnswer.accept(99)))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
