package org.safepassage.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.evidence.custody.CustodyLog;
import org.safepassage.hub.house.HouseFolders;
import org.safepassage.hub.house.Reader;
import org.safepassage.hub.ledger.CaseFileList;
import org.safepassage.hub.ledger.Holds;
import org.safepassage.hub.wiring.House;
import org.safepassage.redact.policies.Action;
import org.safepassage.redact.reviews.ReviewAnswer;
import org.safepassage.redact.reviews.ReviewRecord;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.HoldReason;

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

    @Test
    void whatAReviewerAnswersIsSoughtWhenAHeldCaseIsRedactedAnewAndInItsNextVersion() throws Exception {
        // Given: a nickname that no recogniser takes for one, and an agreement that lets a person look
        var way = new WholeWay();
        var folders = way.folders(root);
        HouseFolders.exchange(folders, "office", "tribunal", "all");
        try (var house = House.open(folders, Map.of("reading", Reader::new))) {
            house.office("office").put("17", "first");
            house.office("office").attach("17", "a.txt", "Vera Lysenok was examined. Blackbird was beaten.");
            house.office("office").attach("17", "b.txt", "Blackbird wept in May.");
            WholeWay.pull(house);
            var hold = held(house);
            var version = hold.caseFile();
            var reviews = WholeWay.reviews(house);
            assertThat(persons(reviews, version)).containsExactlyInAnyOrder("x2 0-12 p1");

            // When
            var learned =
                    reviews.answer(version, EXCHANGE, Map.of("x2", List.of(ReviewAnswer.add(27, 36, "PERSON", "p1"))));
            house.get(Retry.class).retry(hold.id());
            await().atMost(Duration.ofMinutes(1))
                    .ignoreException(NoSuchElementException.class)
                    .untilAsserted(() -> assertThat(persons(reviews, version))
                            .containsExactlyInAnyOrder("x2 0-12 p1", "x2 27-36 p1", "x3 0-9 p1"));

            // Then
            assertThat(learned).isEqualTo(new Reviews.Learned(1, 0));
            assertThatThrownBy(() -> reviews.answer(
                            version, EXCHANGE, Map.of("x2", List.of(ReviewAnswer.add(27, 36, "PERSON", "p9")))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("answer 1 for x2 names nobody of the record; its persons are [p1]");
            assertThat(house.get(CustodyLog.class).entries(version.toString()))
                    .anySatisfy(entry -> assertThat(entry.entry().facts())
                            .containsEntry("lesson", "1")
                            .containsEntry("exchange", EXCHANGE));

            // When: the partner tells more
            house.office("office").put("17", "second");
            house.office("office").attach("17", "c.txt", "They called for Blackbird again.");
            house.send("jms:queue:pull.office", "office");

            // Then
            var next = new CaseFileVersion(version.caseFile(), 2);
            await().ignoreException(NoSuchElementException.class)
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(persons(reviews, next))
                            .anyMatch(found -> found.startsWith("x4 ") && found.endsWith(" p1")));
        }
    }

    private static Holds.Hold held(House house) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(house.get(Holds.class).open())
                        .anyMatch(hold -> hold.reason() == HoldReason.REVIEW_REQUIRED));
        return house.get(Holds.class).open().stream()
                .filter(hold -> hold.reason() == HoldReason.REVIEW_REQUIRED)
                .findFirst()
                .orElseThrow();
    }

    /// Item, place and person of each mention of a person.
    private static List<String> persons(Reviews reviews, CaseFileVersion version) throws IOException {
        return reviews.of(version, EXCHANGE).stream()
                .flatMap(record -> record.mentions().stream()
                        .filter(found -> found.type().startsWith("PERSON"))
                        .map(found -> record.item() + " " + found.place().start() + "-"
                                + found.place().end() + " " + found.person()))
                .toList();
    }
}
