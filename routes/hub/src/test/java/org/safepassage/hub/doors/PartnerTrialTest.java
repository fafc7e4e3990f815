package org.safepassage.hub.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorReport;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.house.HouseFolders;
import org.safepassage.hub.house.Office;
import org.safepassage.hub.wiring.HubFolders;

class PartnerTrialTest {
    private final Office office = new Office();

    @TempDir
    Path root = Path.of("");

    private HubFolders folders = new HubFolders(root, root, root);

    @BeforeEach
    void folders() throws Exception {
        folders = HouseFolders.make(root);
    }

    private DoorReport report() throws Exception {
        Configuration configuration = HouseFolders.read(folders);
        return new PartnerTrial()
                .of(
                        office,
                        configuration.partner("office"),
                        configuration.folder().resolve("mappings"));
    }

    @Test
    void oneRecordIsReadAndMappedAndOnlyCountsAreTold() throws Exception {
        // Given
        office.put("17", "First words");
        office.attach("17", "letter.txt", "A letter.");
        // When
        var report = report();
        // Then
        assertThat(report.passed()).isTrue();
        assertThat(names(report)).endsWith("read", "map");
        assertThat(report.steps().getLast().detail())
                .containsPattern("a case file with [0-9]+ fields")
                .contains("1 person(s)", "1 consent(s)", "the case number stands where caseNumber says");
        assertThat(report.toString()).doesNotContain("First words", "Lysenok", "letter.txt");
        assertThat(office.acknowledged()).isEmpty();
    }

    @Test
    void withoutACaseFileTheReportSaysWhatWasNotTried() throws Exception {
        // When
        var report = report();
        // Then
        assertThat(report.passed()).isTrue();
        assertThat(names(report)).endsWith("read").doesNotContain("map");
        assertThat(report.steps().getLast().detail()).contains("nothing waits");
    }

    @Test
    void aRecordThatBreaksItsSchemaFailsAtTheMappingWithPlacesAndNoValue() throws Exception {
        // Given
        HouseFolders.write(folders, "mappings/plain.schema.json", """
                {"type": "object", "properties": {"title": {"type": "number"}}}
                """);
        office.put("17", "First words");
        // When
        var step = report().steps().getLast();
        // Then
        assertThat(step.name()).isEqualTo("map");
        assertThat(step.passed()).isFalse();
        assertThat(step.detail()).contains("/title").doesNotContain("First words");
        assertThat(step.nextAction()).contains("mappings/plain.jslt");
    }

    @Test
    void aDoorThatBreaksWhileReadingFailsAtThatStep() throws Exception {
        // Given
        office.put("17", "First words");
        office.next(() -> {
            throw new DoorProblem(DoorProblem.Kind.CUT, "the connection broke");
        });
        // When
        var step = report().steps().getLast();
        // Then
        assertThat(step.name()).isEqualTo("read");
        assertThat(step.passed()).isFalse();
        assertThat(step.nextAction()).isEqualTo(DoorProblem.Kind.CUT.nextAction());
    }

    private static List<String> names(DoorReport report) {
        return report.steps().stream().map(DoorReport.Step::name).toList();
    }
}
