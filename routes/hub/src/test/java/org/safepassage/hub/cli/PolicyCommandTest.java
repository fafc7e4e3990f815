package org.safepassage.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {
    private static final Path CONFIG = Path.of(System.getProperty("safepassage.root"), "config");

    @TempDir
    private Path folder;

    @Test
    void aPolicyIsToldInPlainWordsWithExamples() {
        var spoken = Spoken.of("policy", "explain", "accountability-platform", "--config", CONFIG.toString());

        assertThat(spoken.err()).isEmpty();
        assertThat(spoken.code()).isZero();
        assertThat(spoken.lines())
                .contains(
                        "Alleged perpetrators",
                        "  names stay where it is certain whose they are",
                        "Complainants, witnesses, relatives, interviewers, medical staff, lawyers, others of the record",
                        "  names become a code, the same in all files for this recipient",
                        "What no line covers is removed.",
                        "  keep: The order came from Anton Zhuk.");
    }

    @Test
    void theSameIsOneJsonObject() throws Exception {
        var spoken = Spoken.of("policy", "explain", "public-report", "--json", "--config", CONFIG.toString());
        var json = new ObjectMapper().readTree(spoken.out());

        assertThat(json.path("policy").asText()).isEqualTo("public-report");
        assertThat(json.path("parts").findValuesAsText("words"))
                .contains("places are told by the region; what has no such form is removed");
        assertThat(json.path("examples").findValuesAsText("after")).contains("She was held in [Brest Region].");
    }

    @Test
    void anInvalidPolicyIsToldByFileLineFieldAndNextAction() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.yaml"), """
                policy: mine
                description: a policy that is wrong
                rows:
                  unlinked:
                    PERSON: remove
                  witness:
                    PERSON: publish
                """);

        var spoken = Spoken.of("policy", "explain", file.toString());

        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.out()).isEmpty();
        assertThat(spoken.err()).contains("mine.yaml line 7", "rows.witness.PERSON", "hub config check");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        var spoken = Spoken.of("policy", "explain", "no-such", "--config", CONFIG.toString());

        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err()).contains("no policy of that name", "forensic-expert, public-report, un-mechanism");
    }

    @Test
    void aFileThatIsNotThereIsWrongUsage() {
        assertThat(Spoken.of("policy", "explain", folder.resolve("no.yaml").toString())
                        .code())
                .isEqualTo(2);
    }
}
