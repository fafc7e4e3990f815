package org.safepassage.extract.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.Consent;
import org.safepassage.schemas.Exhibit;
import org.safepassage.schemas.NormalDate;
import org.safepassage.schemas.Place;
import org.safepassage.schemas.Role;

final class RecordReaderTest {
    private static final CaseFileVersion ID = CaseFileVersion.parse("cf-abcdefgh234567ab.v1");
    private static final RecordReader READER = new RecordReader();
    private static final Mapping MAPPING = MappingPage.mapping();
    private static final String RECORD = MappingPage.partnerRecord();

    @Test
    void theExampleOfThePageBecomesACaseFile() {
        // When
        RecordResult result = read(RECORD);

        // Then
        assertThat(result).isInstanceOf(RecordResult.Valid.class);
        CaseFile caseFile = ((RecordResult.Valid) result).caseFile();
        assertThat(caseFile.id()).isEqualTo(ID);
        assertThat(caseFile.partner()).isEqualTo("archive");
        assertThat(caseFile.partnerCaseNumber()).isEqualTo("2021/17");
        assertThat(caseFile.persons()).hasSize(2);
        assertThat(caseFile.persons().getFirst().role()).isEqualTo(Role.COMPLAINANT);
        assertThat(caseFile.persons().getFirst().names().getFirst().full()).isEqualTo("Вярбіцкі Алесь Янкавіч");
        assertThat(caseFile.persons().getLast().identifiers()).isEmpty();
        assertThat(caseFile.events().getFirst().id()).isEqualTo("e1");
        assertThat(caseFile.events().getFirst().date())
                .isEqualTo(new NormalDate("9-12 жніўня 2020", LocalDate.of(2020, 8, 9), LocalDate.of(2020, 8, 12)));
        assertThat(caseFile.events().getFirst().place())
                .isEqualTo(new Place("г. Мінск, РУУС", "Minsk", "Minsk City", "РУУС"));
        assertThat(caseFile.exhibits())
                .containsExactly(
                        new Exhibit("x1", Exhibit.Kind.PHOTOGRAPH, "photos/0001.jpg", null, 0, NormalDate.unread("")));
        assertThat(caseFile.consents().getFirst().status()).isEqualTo(Consent.Status.GIVEN);
        assertThat(caseFile.consents().getFirst().scopes().getFirst().byName()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"number": "1", "colour": "crimson"}                        |                   | /         | The field colour is not known here
            {"number": "1", "people": [{"key": "a", "shoe": "crimson"}]} |                  | /people/0 | The field shoe is not known here
            {"number": "1", "number": "crimson"}                        |                   | line 1    | A key stands twice
            {"number": "crimson"                                        |                   | line 1    | not valid JSON
            {"number": "crimson"} {}                                    |                   | line 1    | not valid JSON
            ["crimson"]                                                 |                   | ``        | not a JSON object
            {"summary": "crimson"}                                      |                   | /         | The field number is missing
            {"number": ["crimson"]}                                     |                   | /number   | wrong type
            {"number": "1", "files": [{"name": "../crimson", "what": "photo"}]} | /exhibits/0/path | /files/0/name | must be relative
            {"number": "1", "files": [{"name": "/crimson", "what": "photo"}]}   | /exhibits/0/path | /files/0/name | must be relative
            {"number": "1", "files": [{"name": "crimson"}, {"name": "crimson"}]} | /exhibits/1/path | ``      | listed twice
            {"number": "1", "people": [{"key": "crimson", "name": "A"}, {"key": "crimson", "name": "B"}]} | /persons/1/id | `` | used twice
            {"number": "1", "people": [{"key": "crimson person", "name": "A"}]} | /persons/0/id | /people/0/key | wrong form
            {"number": "1", "people": [{"key": "a"}]}                   | /persons/0/names  | ``        | too short or empty
            """)
    void aProblemNamesFieldAndPlaceAndNeverTheValue(String json, String field, String place, String message) {
        // When
        RecordResult result = read(json);

        // Then
        assertThat(result).isInstanceOf(RecordResult.Invalid.class);
        List<Problem> problems = ((RecordResult.Invalid) result).problems();
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.field()).startsWith(field == null ? "" : field);
            assertThat(problem.place()).startsWith(place == null ? "" : place);
            assertThat(problem.message()).contains(message);
        });
        assertThat(problems.toString()).doesNotContain("crimson");
    }

    @Test
    void aNumberWhereATextBelongsIsTakenAsText() {
        // Given
        Mapping mapping = Mapping.of("m", "{\"partnerCaseNumber\": .n}", "{\"type\": \"object\"}");

        // When
        RecordResult result = READER.read(bytes("{\"n\": 17}"), mapping, ID, "archive");

        // Then
        assertThat(((RecordResult.Valid) result).caseFile().partnerCaseNumber()).isEqualTo("17");
    }

    @Test
    void aDayThatNoCalendarHasIsNamed() {
        // Given
        Mapping mapping = Mapping.of("m", """
                {"partnerCaseNumber": "1",
                 "persons": [{"id": "p", "role": "witness", "names": ["N"]}],
                 "consents": [{"person": "p", "status": "given", "given": .on}]}
                """, "{\"type\": \"object\"}");

        // When
        RecordResult result = READER.read(bytes("{\"on\": \"2021-02-30\"}"), mapping, ID, "archive");

        // Then
        assertThat(((RecordResult.Invalid) result).problems())
                .containsExactly(
                        new Problem("/consents/0/given", "/on", "The value does not exist, such as 30 February"));
    }

    @Test
    void aConsentDayThatIsOnlyAMonthIsAProblemSinceItDecides() {
        // Given
        Mapping mapping = Mapping.of("m", """
                {"partnerCaseNumber": "1",
                 "persons": [{"id": "p", "role": "witness", "names": ["N"]}],
                 "consents": [{"person": "p", "status": "given", "given": "09.08.2020", "scopes": [
                   {"recipients": ["*"], "purposes": ["*"], "categories": ["*"], "until": .until}]}]}
                """, "{\"type\": \"object\"}");

        // When
        RecordResult result = READER.read(bytes("{\"until\": \"жнівень 2021\"}"), mapping, ID, "archive");

        // Then
        assertThat(((RecordResult.Invalid) result).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("/consents/0/scopes/0/until");
            assertThat(problem.place()).isEqualTo("/until");
        });
    }

    @Test
    void aConsentOfSomebodyWhomTheRecordDoesNotNameIsAProblem() {
        // Given
        Mapping mapping = Mapping.of(
                "m",
                "{\"partnerCaseNumber\": \"1\", \"consents\": [{\"person\": \"ghost\", \"status\": \"given\"}]}",
                "{\"type\": \"object\"}");

        // When
        RecordResult result = READER.read(bytes("{}"), mapping, ID, "archive");

        // Then
        assertThat(((RecordResult.Invalid) result).problems())
                .extracting(Problem::field)
                .containsExactly("/consents/0/person");
    }

    @Test
    void aMappingThatCallsItselfWithoutEndHarmsOnlyThisRecord() {
        // Given
        Mapping mapping = Mapping.of("m", "def f(x) f($x) f(1)", "{\"type\": \"object\"}");

        // When
        RecordResult result = READER.read(bytes("{}"), mapping, ID, "archive");

        // Then
        assertThat(((RecordResult.Invalid) result).problems().getFirst().message())
                .contains("calls itself without end");
    }

    @Test
    void aMappingCannotImportAFile() {
        assertThatThrownBy(() -> Mapping.of("m", "import \"other.jslt\" as o {}", "{\"type\": \"object\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("import is not available");
    }

    @Test
    void aSchemaThatRefersToAnotherFileIsRefused() {
        assertThatThrownBy(() -> Mapping.of("m", "{}", "{\"$ref\": \"https://example.org/other.json\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("m.schema.json");
    }

    @Test
    void halfACharacterIsRefusedWithItsPlace() {
        // When
        RecordResult result = read("{\"number\": \"1\", \"summary\": \"\\ud83d\"}");

        // Then
        assertThat(((RecordResult.Invalid) result).problems().getFirst().place())
                .isEqualTo("/summary");
    }

    @Test
    void aRecordNestedTooDeepIsRefused() {
        // When
        RecordResult result = read("[".repeat(100_000));

        // Then
        assertThat(result).isInstanceOf(RecordResult.Invalid.class);
    }

    @Test
    void aRecordThatIsNotUtf8IsRefused() {
        // Given
        byte[] windows = RECORD.getBytes(java.nio.charset.Charset.forName("windows-1251"));

        // When
        RecordResult result = READER.read(windows, MAPPING, ID, "archive");

        // Then
        assertThat(((RecordResult.Invalid) result).problems().getFirst().message())
                .contains("not valid UTF-8");
    }

    @Property(tries = 200)
    void anyBytesAreValidOrInvalid(@ForAll byte[] bytes) {
        assertThat(READER.read(bytes, MAPPING, ID, "archive")).isNotNull();
    }

    @Property(tries = 200)
    void aRecordWithAnyByteChangedIsValidOrInvalid(@ForAll int at, @ForAll byte changed) {
        byte[] bytes = bytes(RECORD);
        bytes[Math.floorMod(at, bytes.length)] = changed;
        assertThat(READER.read(bytes, MAPPING, ID, "archive")).isNotNull();
    }

    private static RecordResult read(String json) {
        return READER.read(bytes(json), MAPPING, ID, "archive");
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
