package org.safepassage.rehearsal.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.rehearsal.sample.documents.Reader;
import org.safepassage.rehearsal.sample.people.PersonalNumber;

@Tag("slow")
class FiftyCasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> UNREADABLE_TEXT = Set.of("scan", "jpeg", "png", "mp4");

    @TempDir
    private static Path out = Path.of("");

    private static Summary summary = new Summary(0, 0, new TreeMap<>(), 0, 0, 0, 0, 0, 0, 0, 0, 0, new TreeMap<>());

    @BeforeAll
    static void fiftyCases() throws IOException {
        summary = SampleNetwork.write(new SampleNetwork.Options(50, 1, 0), out, done -> {});
    }

    @Test
    void theTotalsAreThoseOfTheStudy() {
        assertThat(summary.documents()).isEqualTo(130);
        assertThat(summary.pages()).isEqualTo(613);
        assertThat(summary.photographs()).isEqualTo(286);
        assertThat(summary.videos()).isEqualTo(4);
        assertThat(summary.scannedPages()).isBetween(10, 61);
    }

    @Test
    void everyFileIsWhatTheTruthSaysOfItAndHoldsWhatIsPlanted() throws IOException {
        // Given
        Map<String, List<JsonNode>> planted = new HashMap<>();
        for (JsonNode form : lines("ground-truth.jsonl")) {
            planted.computeIfAbsent(form.path("file").asText(), file -> new ArrayList<>())
                    .add(form);
        }

        for (JsonNode each : lines("cases.jsonl")) {
            for (JsonNode exhibit : each.path("exhibits")) {
                // When
                byte[] bytes = bytes(exhibit.path("file").asText());
                Reader.Read read = Reader.read(bytes, exhibit.path("path").asText());

                // Then
                String what = exhibit.path("file").asText();
                String format = exhibit.path("format").asText();
                switch (exhibit.path("expectedStatus").asText()) {
                    case "ok" -> assertThat(read.failed()).as(what).isFalse();
                    case "encrypted", "corrupt" ->
                        assertThat(read.failed() || read.all().contains("Exception"))
                                .as(what + " " + format)
                                .isTrue();
                    default -> assertThat(read.type()).as(what).doesNotStartWith("application/pdf");
                }
                if (format.equals("scan")) {
                    continue;
                }
                for (JsonNode form : planted.getOrDefault(what, List.of())) {
                    String place = form.path("place").asText();
                    if (place.equals("filename")) {
                        assertThat(what).contains(form.path("value").asText());
                    } else if (!UNREADABLE_TEXT.contains(format)) {
                        // Comments of HTML pages are nothing that Tika gives, and in an archive they are packed.
                        if (place.equals("archive-note")) {
                            continue;
                        }
                        String page = format.equals("html") ? new String(bytes, StandardCharsets.UTF_8) : "";
                        assertThat(read.all() + Reader.folded(page))
                                .as(what + " " + place)
                                .contains(Reader.folded(form.path("value").asText()));
                    }
                }
            }
        }
    }

    @Test
    void everyPersonalNumberIsValidAndEveryRecordHoldsItsForms() throws IOException {
        int numbers = 0;
        for (JsonNode form : lines("ground-truth.jsonl")) {
            if (form.path("type").asText().equals("CODE.PERSONAL_NUMBER")) {
                assertThat(PersonalNumber.isValid(form.path("base").asText())).isTrue();
                numbers++;
            }
        }
        assertThat(numbers).isGreaterThan(50);
        Map<String, String> records = new HashMap<>();
        for (JsonNode form : lines("ground-truth.jsonl")) {
            if (form.path("place").asText().equals("record")) {
                String file = form.path("file").asText();
                if (!records.containsKey(file)) {
                    records.put(file, new String(bytes(file), StandardCharsets.UTF_8));
                }
                String value = form.path("value").asText();
                String quoted = file.endsWith(".sql") ? value.replace("'", "''") : value.replace("\"", "\\\"");
                // Some records give the parts of a name in fields of their own.
                assertThat(records.get(file)).contains(quoted.split(" ", -1));
            }
        }
    }

    private static List<JsonNode> lines(String name) throws IOException {
        var nodes = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(out.resolve("truth").resolve(name))) {
            nodes.add(JSON.readTree(line));
        }
        return nodes;
    }

    private static byte[] bytes(String file) throws IOException {
        int inside = file.indexOf("!/");
        if (inside < 0) {
            return Files.readAllBytes(out.resolve(file));
        }
        try (var zip = new ZipFile(out.resolve(file.substring(0, inside)).toFile());
                InputStream in = zip.getInputStream(zip.getEntry(file.substring(inside + 2)))) {
            return in.readAllBytes();
        }
    }
}
