package org.safepassage.redact.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.CaseText;
import org.safepassage.redact.Detector;
import org.safepassage.redact.People;
import org.safepassage.redact.policies.Action;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.pseudonyms.MemoryRegister;
import org.safepassage.redact.pseudonyms.PseudonymMaker;
import org.safepassage.redact.renditions.pages.ScanPage;
import org.safepassage.redact.renditions.pages.Word;
import org.safepassage.redact.renditions.pictures.PictureReport;
import org.safepassage.redact.renditions.pictures.Region;
import org.safepassage.redact.renditions.video.CoveredSpan;
import org.safepassage.redact.renditions.video.VideoReport;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.Role;

class ReviewRecordTest {
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Objects.requireNonNull(ReviewRecord.class.getResourceAsStream("review-record.schema.json")));
    private static final List<Person> PERSONS = List.of(People.piotr(), People.kozlov());
    private static final CaseText TEXT =
            new CaseText("ex-1", "😀 Козлов бил Иванова П.С. Тел. +375 29 123-45-67.", "ru");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void aTextsRecordTellsPlacesAndSuggestionsAndNoWords() throws Exception {
        // When
        ReviewRecord record = reviewed();
        String written = json.writeValueAsString(record);

        // Then
        assertThat(record.mentions())
                .extracting(ReviewRecord.Found::suggested)
                .contains(Action.KEEP, Action.PSEUDONYM, Action.REMOVE);
        assertThat(record.mentions())
                .filteredOn(found -> "p1".equals(found.person()) && found.type().startsWith("PERSON"))
                .singleElement()
                .satisfies(found -> assertThat(found.place()).isEqualTo(ReviewRecord.Place.ofText(2, 13, 24)));
        assertThat(written).doesNotContain("Козлов", "Иванов", "123-45");
        assertThat(SCHEMA.validate(json.readTree(written))).isEmpty();
        assertThat(json.readValue(written, ReviewRecord.class)).isEqualTo(record);
    }

    @Test
    void aPicturesRecordHasTheSameForm() throws Exception {
        // Given
        var found = new ReviewRecord.Found(
                1,
                "FACE",
                null,
                null,
                0.8,
                "faces",
                "found by its form",
                ReviewRecord.Place.ofPicture(4, 8, 15, 16),
                Action.REMOVE);
        var record = new ReviewRecord(
                ReviewRecord.SCHEMA, "ex-2", ReviewRecord.Kind.PICTURE, "und", 0, "plain", List.of(found));

        // Then
        assertThat(SCHEMA.validate(json.readTree(json.writeValueAsString(record))))
                .isEmpty();
    }

    @Test
    void photographsAndScansTellBoxes() throws Exception {
        // Given
        var face = new Region(Region.Kind.FACE, 4, 8, 15, 16, 0.8, "full-range");
        var report = new PictureReport("jpeg", 40, 30, List.of(face), 0.2, List.of(), List.of(), null);
        var page = new ScanPage(
                "1", List.of(new Word("Иванов", 1, 1, 10, 20, 60, 12, 95), new Word("Пётр", 1, 1, 80, 18, 40, 15, 95)));
        var mention = new Mention(0, 11, "PERSON", "p1", Role.COMPLAINANT, 1, "known-name");

        // When
        var picture = PictureReview.of("x1", report, "accountability-platform");
        var scan = ScanReview.of("x2", List.of(page), List.of(List.of(mention)), allowance());

        // Then
        assertThat(picture.mentions())
                .extracting(ReviewRecord.Found::place)
                .containsExactly(ReviewRecord.Place.ofPicture(4, 8, 15, 16));
        assertThat(scan.mentions())
                .extracting(ReviewRecord.Found::place)
                .containsExactly(ReviewRecord.Place.ofPage(1, List.of(10, 18, 110, 15)));
        for (ReviewRecord record : List.of(picture, scan)) {
            assertThat(SCHEMA.validate(json.readTree(json.writeValueAsString(record))))
                    .isEmpty();
        }
    }

    @Test
    void aFilmTellsFramesTimesAndBoxes() throws Exception {
        // Given
        var face = new CoveredSpan(Region.Kind.FACE, 3, 79, 120, 3160, 4, 8, 15, 16, 0.8);
        var report = new VideoReport("h264", 480, 320, 80, 3200, List.of(face), 0.1, List.of("sound"), List.of());

        // When
        var film = VideoReview.of("x3", report, "accountability-platform");

        // Then
        assertThat(film.kind()).isEqualTo(ReviewRecord.Kind.VIDEO);
        assertThat(film.mentions()).singleElement().satisfies(found -> {
            assertThat(found.type()).isEqualTo("FACE");
            assertThat(found.suggested()).isEqualTo(Action.MASK);
            assertThat(found.place())
                    .isEqualTo(
                            ReviewRecord.Place.ofFilm(List.of(4, 8, 15, 16), List.of(3L, 79L), List.of(120L, 3160L)));
        });
        String written = json.writeValueAsString(film);
        assertThat(SCHEMA.validate(json.readTree(written))).isEmpty();
        assertThat(json.readValue(written, ReviewRecord.class)).isEqualTo(film);
    }

    @Test
    void aMentionWithoutAPlaceIsNoRecord() throws Exception {
        assertThat(SCHEMA.validate(json.readTree("""
                        {"schema":"safe-passage/review-record/1","item":"a","kind":"text","language":"ru","length":3,
                         "policy":"p","mentions":[{"number":1,"type":"PERSON","confidence":1,"recogniser":"r",
                         "evidence":"e","place":{"page":0},"suggested":"remove"}]}
                        """))).isNotEmpty();
    }

    @Test
    void answersBecomeALabelledLine() throws Exception {
        // Given
        ReviewRecord record = reviewed();
        int phone = record.mentions().stream()
                .filter(found -> found.type().startsWith("CONTACT"))
                .findFirst()
                .orElseThrow()
                .number();

        // When
        var line = json.readTree(LabelledLines.line(
                TEXT,
                record,
                List.of(
                        ReviewAnswer.accept(1),
                        ReviewAnswer.relink(1, "p9"),
                        ReviewAnswer.remove(phone),
                        ReviewAnswer.add(27, 31, "CODE", null))));

        // Then
        assertThat(line.path("id").asText()).isEqualTo("ex-1");
        assertThat(line.path("text").asText()).isEqualTo(TEXT.text());
        assertThat(line.path("mentions").findValuesAsText("entity")).containsExactly("p9", "p1", "nobody-1");
        assertThat(line.path("mentions").findValuesAsText("type")).doesNotContain("CONTACT.PHONE");
        assertThat(line.at("/mentions/1/start").asInt()).isEqualTo(13);
    }

    @Test
    void anAnswerThatFitsNothingIsRefusedByItsNumber() throws Exception {
        ReviewRecord record = reviewed();

        assertThatThrownBy(() -> LabelledLines.line(TEXT, record, List.of(ReviewAnswer.remove(77))))
                .hasMessageContaining("answer 1");
        assertThatThrownBy(() -> LabelledLines.line(
                        TEXT, record, List.of(ReviewAnswer.accept(1), ReviewAnswer.add(4, 4_000, "CODE", null))))
                .hasMessageContaining("answer 2");
    }

    private static ReviewRecord reviewed() throws Exception {
        var passages =
                List.of(new Extraction.Passage(1, 0, 2, "ru", "text"), new Extraction.Passage(2, 2, 60, "ru", "text"));
        return TextReview.of(
                TEXT, passages, Detector.standard().forCase(PERSONS).detect(TEXT), allowance());
    }

    private static Allowance allowance() throws Exception {
        var policy = Policies.load(Path.of(System.getProperty("safepassage.root"), "config", "policies"))
                .find("accountability-platform")
                .orElseThrow();
        return new Allowance(policy, Set.of(), PERSONS, new PseudonymMaker(new MemoryRegister()), "");
    }
}
