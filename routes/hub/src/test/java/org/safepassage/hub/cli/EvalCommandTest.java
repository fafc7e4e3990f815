package org.safepassage.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class EvalCommandTest {
    private static final String POLICIES = Path.of(System.getProperty("safepassage.root"), "config", "policies")
            .toString();

    @TempDir
    private Path folder;

    @Test
    void theInventedTestimoniesAreMeasuredInEveryLanguageAndSlice() throws IOException {
        // When
        var spoken = Spoken.of("eval", "redaction", "--json", "--policies", POLICIES);

        // Then
        assertThat(spoken.code()).isZero();
        var figures = new ObjectMapper().readTree(spoken.out()).path("figures");
        assertThat(figures.findValuesAsText("language")).contains("be", "ru", "en");
        assertThat(figures.findValuesAsText("slice"))
                .contains("as written", "lower", "UPPER", "homoglyph", "OCR", "inflected", "diminutive", "initials");
        assertThat(figures.findValuesAsText("measure"))
                .contains("mention leak", "entity recall, direct", "known names found", "wrongly kept");
    }

    @Test
    void aCorpusOfOnesOwnIsMeasuredBesideThem() throws IOException {
        // Given
        Files.writeString(
                folder.resolve("own.jsonl"),
                "{\"id\":\"1\",\"language\":\"ru\",\"text\":\"Дверь открыл дуб.\",\"mentions\":"
                        + "[{\"start\":13,\"end\":16,\"type\":\"PERSON\",\"entity\":\"a\"}]}\n");

        // When
        var spoken = Spoken.of("eval", "redaction", "--policies", POLICIES, "--corpora", folder.toString(), "--strict");

        // Then
        assertThat(spoken.code()).isEqualTo(1);
        assertThat(spoken.lines())
                .contains("own")
                .anyMatch(line -> line.matches(" +ru as written +mention leak +PERSON .* 1/1 .*MISSED"));
    }

    @Test
    void aLineThatCannotBeUsedIsToldByItsNumberAndNotByItsWords() throws IOException {
        // Given
        Files.writeString(folder.resolve("own.jsonl"), "\n{\"id\":\"1\",\"text\":\"Vydumanava\",\"mentions\":[{}]}\n");

        // When
        var spoken = Spoken.of("eval", "redaction", "--policies", POLICIES, "--corpora", folder.toString());

        // Then
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err())
                .startsWith("own.jsonl line 2: mentions[0] does not have 0 <= start")
                .doesNotContain("Vydumanava");
        assertThat(spoken.out()).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsToldByName() {
        assertThat(Spoken.of("eval", "redaction", "--policies", POLICIES, "--corpora", folder + "/none"))
                .isEqualTo(new Spoken(2, "", "no such file: " + folder + "/none\n"));
    }

    @Test
    void facesAreMeasuredInScenesComposedOfAnnotatedPictures() throws IOException {
        // Given
        Path misses = folder.resolve("misses.jsonl");
        try (InputStream picture = Objects.requireNonNull(
                EvalCommandTest.class.getResourceAsStream("/org/openimaj/image/data/sinaface.jpg"))) {
            Files.copy(
                    picture,
                    Files.createDirectories(folder.resolve("pictures/below")).resolve("any name"));
        }

        // When
        var spoken = Spoken.of(
                "eval",
                "redaction",
                "--policies",
                POLICIES,
                "--faces",
                folder.resolve("pictures").toString(),
                "--scenes",
                "3",
                "--turned",
                "90",
                "--misses",
                misses.toString());

        // Then
        assertThat(spoken.code()).isZero();
        assertThat(spoken.lines())
                .contains("faces")
                .anyMatch(line -> line.matches(" +all +faces covered .* [0-9]+/[0-9]+ .*"))
                .anyMatch(line -> line.matches(" +all +pictures with a face, not held .* [0-9]+/3.*"));
        assertThat(misses).exists();
    }

    @Test
    void wholeCasesOfASampleAreMeasured() throws IOException {
        // Given
        Files.createDirectories(folder.resolve("truth"));
        Files.writeString(folder.resolve("a.txt"), "Лазарчук Ирина Павловна молчала. Бил капитан Громов.\n");
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("b.zip")))) {
            zip.putNextEntry(new ZipEntry("Справки/b.txt"));
            zip.write("Лазарчук Ирина Павловна ушла.\n".getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(folder.resolve("truth/cases.jsonl"), """
                {"case":"c1","caseNumber":"A-1","persons":[\
                {"personId":"w","role":"witness","sex":"female","recorded":true,"names":["Лазарчук Ирина Павловна"],"identifiers":[]},\
                {"personId":"p","role":"alleged-perpetrator","sex":"male","recorded":true,"names":["Громов Виктор Олегович"],"identifiers":[]}],\
                "exhibits":[{"file":"a.txt","kind":"interview","format":"txt"},\
                {"file":"b.zip!/Справки/b.txt","kind":"document","format":"txt"}],\
                "expected":{"iapb":{"outcome":"delivered","permitted":["p"]}}}
                """);
        Files.writeString(folder.resolve("truth/ground-truth.jsonl"), """
                {"case":"c1","file":"a.txt","personId":"w","type":"PERSON.FULL","value":"Лазарчук Ирина Павловна"}
                {"case":"c1","file":"b.zip!/Справки/b.txt","personId":"w","type":"PERSON.FULL","value":"Лазарчук Ирина Павловна"}
                {"case":"c1","file":"a.txt","personId":"p","type":"PERSON.SURNAME","value":"Громов"}
                """);

        // When
        var spoken = Spoken.of("eval", "redaction", "--policies", POLICIES, "--sample", folder.toString());

        // Then
        assertThat(spoken.code()).isZero();
        assertThat(spoken.lines())
                .contains("sample network")
                .anyMatch(line -> line.matches(" +as written +planted identities left +iapb .* 0/2 .*met"))
                .anyMatch(line -> line.matches(" +as written +perpetrator wrongly removed +iapb .* 0/1 .*met"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"case\":\"Vydumanava\"|truth/cases.jsonl line 1 is no JSON object; write the sample anew",
                "[\"Vydumanava\"]|truth/cases.jsonl line 1 is no JSON object; write the sample anew",
                "{\"persons\":[{\"recorded\":true,\"role\":\"Vydumanava\"}]}|truth/cases.jsonl line 1: a person has no role",
                "{\"persons\":[{\"recorded\":true,\"names\":[\"Vydumanava\"]}]}|truth/cases.jsonl line 1: a person has no role",
                "{\"exhibits\":[{\"file\":\"Vydumanava.txt\"}]}|truth/cases.jsonl line 1: an exhibit is in no file of the sample",
                "{\"exhibits\":[{\"file\":\"../outside.txt\"}]}|truth/cases.jsonl line 1: an exhibit is in no file of the sample",
                "{\"exhibits\":[{\"file\":\"/etc/hostname\"}]}|truth/cases.jsonl line 1: an exhibit is in no file of the sample"
            })
    void aSampleThatCannotBeUsedIsToldByItsPlaceAndNotByItsWords(String line, String problem) throws IOException {
        // Given
        Path sample = folder.resolve("sample");
        Files.createDirectories(sample.resolve("truth"));
        Files.writeString(folder.resolve("outside.txt"), "Vydumanava\n");
        Files.writeString(sample.resolve("truth/cases.jsonl"), line + "\n");
        Files.writeString(sample.resolve("truth/ground-truth.jsonl"), "");

        // When
        var spoken = Spoken.of("eval", "redaction", "--policies", POLICIES, "--sample", sample.toString());

        // Then
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.out()).isEmpty();
        assertThat(spoken.err()).contains(problem).doesNotContain("Vydumanava", "outside", "hostname");
    }

    @Test
    void aLinkThatLeadsOutOfTheSampleIsNotRead() throws IOException {
        // Given
        Path sample = folder.resolve("sample");
        Files.createDirectories(sample.resolve("truth"));
        Path outside = Files.writeString(folder.resolve("outside.txt"), "Vydumanava\n");
        Files.createSymbolicLink(sample.resolve("link.txt"), outside);
        Files.writeString(sample.resolve("truth/cases.jsonl"), "{\"exhibits\":[{\"file\":\"link.txt\"}]}\n");
        Files.writeString(sample.resolve("truth/ground-truth.jsonl"), "");

        // When
        var spoken = Spoken.of("eval", "redaction", "--policies", POLICIES, "--sample", sample.toString());

        // Then
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err())
                .contains("an exhibit is in no file of the sample")
                .doesNotContain("Vydumanava", "link");
    }

    @Test
    void aFolderThatIsNoSampleIsToldByName() {
        assertThat(Spoken.of("eval", "redaction", "--policies", POLICIES, "--sample", folder.toString()))
                .satisfies(spoken -> assertThat(spoken.code()).isEqualTo(2))
                .satisfies(spoken -> assertThat(spoken.err()).contains(folder.toString(), "hub sample"));
    }

    @Test
    void aFolderWithoutAnnotatedPicturesIsToldByName() {
        assertThat(Spoken.of("eval", "redaction", "--policies", POLICIES, "--faces", folder.toString()))
                .isEqualTo(new Spoken(2, "", folder + ": none of the annotated pictures lies here or below\n"));
    }

    @ParameterizedTest
    @CsvSource({"--turned, 45", "--scenes, 0"})
    void aTurnOrNumberThatCannotBeIsRefused(String option, String value) {
        // When
        var spoken = Spoken.of("eval", "redaction", "--policies", POLICIES, option, value);

        // Then
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err()).contains(option + " takes");
    }
}
