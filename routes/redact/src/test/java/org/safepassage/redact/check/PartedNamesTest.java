package org.safepassage.redact.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.redact.CaseKnowledge;
import org.safepassage.redact.People;
import org.safepassage.redact.check.View.Kind;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// Short names, such as chance spells easily, planted where signs, cells and lines part words and where this product
/// writes of itself: what must be found although chance must not be.
class PartedNamesTest {
    private static final List<Person> PERSONS = List.of(
            People.person("k1", Role.COMPLAINANT, Sex.MALE, "Кулік", "Іван", "Пятровіч"),
            People.person("k2", Role.WITNESS, Sex.FEMALE, "Рэпка", "Ганна", ""),
            People.person("k3", Role.WITNESS, Sex.MALE, "Лук'янчык", "Зміцер", ""),
            People.person("k4", Role.RELATIVE, Sex.FEMALE, "Лазарчук", "Вера", "Іванаўна"),
            People.person("k5", Role.WITNESS, Sex.MALE, "Жыбуль", "Аляксандр", "Віктаравіч"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Назваўся «Кулік» і маўчаў.",
                "Назваўся \"Кулік\" і маўчаў.",
                "Назваўся “Кулік” і маўчаў.",
                "Назваўся „Кулік“ і маўчаў.",
                "Ля сцяны (Кулік) ляжаў.",
                "Ля сцяны [Кулік] ляжаў.",
                "Ля сцяны {Кулік} ляжаў.",
                "Прозвішча:Кулік",
                "Прозвішча: Кулік; імя: невядома",
                "Хто?Кулік!Дзе?",
                "Кулік\tІван\t1984",
                "імя\tпрозвішча\nІван\tКулік\n",
                "Іван;Кулік;Гомель",
                "\"Кулік\",\"Іван\"",
                "|Кулік|Іван|",
                "Ку\"лік ляжаў ля сцяны.",
                "Ку»лік ляжаў ля сцяны.",
                "Ку:лік ляжаў ля сцяны.",
                "КУ\"ЛІК ЛЯЖАЎ ЛЯ СЦЯНЫ.",
                "Лук\"янчык ляжаў ля сцяны.",
                "Далі вады Лук\"янчыку.",
                "Лук*янчык ляжаў ля сцяны.",
                "Ку лік ляжаў ля сцяны.",
                "Ку-\nлік ляжаў ля сцяны.",
                "Ку- лік ляжаў ля сцяны.",
                "Ку\nлік ляжаў ля сцяны.",
                "К у л і к ляжаў ля сцяны.",
                "К.у.л.і.к ляжаў ля сцяны.",
                "К \" у \" л \" і \" к",
                "І в а н К у л і к",
                "Далі Рэпцы вады.",
                "Бачылі Рэпку ля сцяны.",
                "Іван \"Кулік\"",
                "Кулік (Іван)",
                "Кулік: Іван",
                "Кулік «Іван» Пятровіч",
                "Лазарчук (Вера)",
                "The certificate misspells it: Zhybwl.",
            })
    void aNameIsFoundAmongSignsThatPartWords(String text) {
        assertThat(check("data/renditions/r1.txt", text)).isInstanceOf(CheckResult.Leaks.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Кулік\":1}",
                "{\"a\":{\"Іван Кулік\":[]}}",
                "{\"a\":\"Кулік\"}",
                "{\"a\":[\"Іван\",\"Кулік\"]}",
                "{\"name\":\"Іван\",\"surname\":\"Лук'янчык\"}",
                "<a name=\"Кулік\"/>",
                "<td>Кулік</td><td>Іван</td>",
                "<Кулік/>",
                "<!-- Кулік -->",
                "<p>Ку<!-- -->лік</p>",
                "<p>Лук&quot;янчык</p>",
            })
    void aNameIsFoundInKeysAttributesAndCells(String text) {
        assertThat(check("data/case-file.json", text)).isInstanceOf(CheckResult.Leaks.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"redactions\":[{\"where\":\"Кулік\"}]}",
                "{\"redactions\":[{\"where\":\"ex-1/Кулік Іван.docx\"}]}",
                "{\"Kulik\":1}",
                "{\"where\":\"KULIK_Ivan\"}",
                "{\"where\":\"\\u041a\\u0443\\u043b\\u0456\\u043a\"}",
                "{\"where\":\"%D0%9A%D1%83%D0%BB%D1%96%D0%BA\"}",
                "{\"where\":\"=D0=9A=D1=83=D0=BB=D1=96=D0=BA\"}",
                "{\"where\":\"К у л і к\"}",
                "{\"where\":\"Лук\\\"янчык\"}",
                "{\"where\":\"VS-2021/0734\"}",
            })
    void theReportAndTheTagFilesAreSearchedForWhatIsKnown(String text) {
        for (String path : List.of("data/redaction-report.json", "custody/proof.json", "bag-info.txt")) {
            assertThat(check(path, text)).as(path).isInstanceOf(CheckResult.Leaks.class);
        }
    }

    @Test
    void aTextThatIsEncodedInTheReportIsSearchedForShortNamesToo() {
        // Given
        byte[] text = "ля сцяны камеры ляжаў Кулік Іван".getBytes(StandardCharsets.UTF_8);
        String base64 = "{\"where\":\"" + Base64.getEncoder().encodeToString(text) + "\"}";
        String hex = "{\"where\":\"" + HexFormat.of().formatHex(text) + "\"}";

        // Then
        assertThat(check("data/redaction-report.json", base64)).isInstanceOf(CheckResult.Leaks.class);
        assertThat(check("custody/checkpoint.txt", hex)).isInstanceOf(CheckResult.Leaks.class);
    }

    @Test
    void aFileOfThePartnersThatIsCalledAsATagFileIsReadLikeAnyOther() {
        // Given
        String stranger = "Пазванілі на +375 33 345-67-89.";

        // Then
        for (String path : List.of(
                "data/renditions/custody/a.txt", "data/renditions/redaction-report.json", "data/x/bag-info.txt")) {
            assertThat(check(path, stranger)).as(path).isInstanceOf(CheckResult.Leaks.class);
        }
    }

    @Test
    void idsDigestsAndTheReportsOwnWordsAreNoLeak() {
        // Given
        var random = new Random(21);
        var report = new StringBuilder("{\"policy\":\"plain\",\"total\":2000,\"redactions\":[");
        byte[] id = new byte[32];
        for (int i = 0; i < 2_000; i++) {
            random.nextBytes(id);
            report.append("{\"where\":\"r-")
                    .append(HexFormat.of().formatHex(id, 0, 8))
                    .append("\",\"type\":\"PERSON.SURNAME\",\"action\":\"pseudonym\",\"id\":\"")
                    .append(Base64.getUrlEncoder().encodeToString(id))
                    .append("\",\"count\":1},");
        }
        report.setCharAt(report.length() - 1, ']');

        // Then
        assertThat(check("data/redaction-report.json", report + "}")).isInstanceOf(CheckResult.Clean.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Гэта быў «куток», лікаў не было.",
                "кажух (куля) ік",
                "{\"role\":\"ку\",\"kind\":\"лік\"}",
                "Калі б \"Ку\" \"лік\" стаялі асобна.",
                "Рэп: кажуць, рэпам гэта не назавеш.",
                "ТАА\"Гарызонт\", лазарэт; чук і гек.",
            })
    void piecesOfDifferentWordsAreNoName(String text) {
        // Given
        var search = new CaseSearch(
                CheckScene.caseFile(PERSONS), CheckScene.allowance(PERSONS), List.of(), CaseKnowledge.NONE);
        var hits = new HitList();

        // When
        search.search(new View("text", 0, false, Kind.FORM, text), hits);

        // Then
        assertThat(hits.isEmpty()).isTrue();
    }

    @Test
    void whatAnotherReaderTellsOfAPictureOrADocumentIsSearched() {
        // Given
        for (Map.Entry<String, String> entry : Map.of(
                        "dc:creator", "«Кулік»",
                        "xmp:Title", "Скарга (Кулік)",
                        "exif:UserComment", "Ку\"лік",
                        "pdf:docinfo:author", "KULIK:IVAN",
                        "meta:keyword", "Кулік;Гомель")
                .entrySet()) {
            var read = new Extraction(
                    Extraction.Status.NO_TEXT,
                    "",
                    "image/jpeg",
                    0,
                    List.of(),
                    "",
                    List.of(),
                    Map.of(entry.getKey(), List.of(entry.getValue())),
                    List.of());

            // When
            CheckResult result = check(CheckScene.reader(read), "data/renditions/r1.jpg", "\u00ff\u00d8");

            // Then
            assertThat(result).as(entry.getKey()).isInstanceOf(CheckResult.Leaks.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"data/«Кулік».txt", "data/(Кулік)/a.txt", "data/Ку\"лік.txt", "data/Kulik_Ivan.txt"})
    void aNameInAPathIsFound(String path) {
        assertThat(check(path, "нічога")).isInstanceOf(CheckResult.Leaks.class);
    }

    private static CheckResult check(String path, String text) {
        return check(CheckScene.plainReader(), path, text);
    }

    private static CheckResult check(ReadBack reader, String path, String text) {
        try {
            return new ExitCheck(reader)
                    .check(
                            List.of(CheckScene.file(path, text)),
                            CheckScene.caseFile(PERSONS),
                            CheckScene.allowance(PERSONS),
                            List.of());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
