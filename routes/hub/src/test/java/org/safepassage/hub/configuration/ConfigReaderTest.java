package org.safepassage.hub.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void aSoundFolder() throws IOException {
        write("partners/office.yaml", """
                connector: sp-sftp-cases-source
                parameters:
                  password: ${OFFICE_PASSWORD}
                  port: ${OFFICE_PORT:22}
                mapping: office
                caseNumber: /number
                """);
        write("recipients/court.yaml", "publicKey: court.asc\n");
        write("exchanges/office-to-court.yaml", """
                partner: office
                recipient: court
                agreement: office-court
                purpose: prosecution
                """);
    }

    @Test
    void aSoundFolderIsReadWithTheEnvironmentsValues() throws IOException {
        // When
        var result = new ConfigReader(Map.of("OFFICE_PASSWORD", "s3cret words")).read(folder);

        // Then
        assertThat(result).isInstanceOfSatisfying(ConfigReader.Result.Sound.class, sound -> {
            var parameters = sound.configuration().partner("office").parameters();
            assertThat(parameters).containsEntry("password", "s3cret words").containsEntry("port", "22");
            assertThat(sound.configuration().settings().listen().port()).isEqualTo(8787);
            assertThat(sound.configuration().exchangesOf("office")).hasSize(1);
        });
    }

    @Test
    void anUnknownKeyIsAProblemWithItsLineAndNeverItsValue() throws IOException {
        // Given
        write("recipients/court.yaml", "publicKey: court.asc\nbrokerPasword: do-not-show-this\n");

        // When
        var problems = problems(Map.of("OFFICE_PASSWORD", "x"));

        // Then
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("recipients/court.yaml");
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.place()).isEqualTo("/brokerPasword");
            assertThat(problem.message())
                    .contains("brokerPasword")
                    .contains("did you mean brokerPassword?")
                    .contains("REFERENCE.md");
        });
        assertThat(problems.toString()).doesNotContain("do-not-show-this");
    }

    @Test
    void anUnknownKeyInsideAnotherIsSuggestedFromItsNeighbours() throws IOException {
        // Given
        write("application.yaml", "schedules: true\nlisten:\n  adress: 127.0.0.1\n  port: 0\n");

        // When
        var problems = problems(Map.of("OFFICE_PASSWORD", "x"));

        // Then
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.place()).isEqualTo("/listen/adress");
            assertThat(problem.message()).contains("did you mean address?");
        });
    }

    @Test
    void noRecipientTakesTheHubsOwnNameAtTheBroker() throws IOException {
        // Given
        write("recipients/hub.yaml", "publicKey: court.asc\nbrokerPassword: a secret of its own\n");

        // When
        var problems = problems(Map.of("OFFICE_PASSWORD", "x"));

        // Then
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("recipients/hub.yaml");
            assertThat(problem.message()).contains("the hub's own name").contains("another one");
        });
    }

    @Test
    void aMissingEnvironmentVariableIsNamedWithFileAndLine() throws IOException {
        // When
        var problems = problems(Map.of());

        // Then
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("partners/office.yaml");
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.message()).contains("OFFICE_PASSWORD");
        });
    }

    @Test
    void aPasswordOfDigitsStaysText() throws IOException {
        // When
        var result = new ConfigReader(Map.of("OFFICE_PASSWORD", "20261122")).read(folder);

        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        ConfigReader.Result.Sound.class,
                        sound -> assertThat(
                                        sound.configuration().partner("office").parameters())
                                .containsEntry("password", "20261122"));
    }

    @Test
    void aValueOfTheEnvironmentThatBreaksARuleIsNamedByItsLineAndNeverShown() throws IOException {
        // Given
        write("application.yaml", "listen:\n  port: ${OFFICE_PORT}\n");

        // When
        var problems = problems(Map.of("OFFICE_PASSWORD", "x", "OFFICE_PORT", "eighty-eighty"));

        // Then
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("application.yaml");
            assertThat(problem.line()).isEqualTo(2);
        });
        assertThat(problems.toString()).doesNotContain("eighty");
    }

    @Test
    void anExchangeThatNamesNobodyIsAProblem() throws IOException {
        // Given
        write("exchanges/office-to-court.yaml", """
                partner: offices
                recipient: court
                agreement: office-court
                purpose: prosecution
                """);

        // When
        var problems = problems(Map.of("OFFICE_PASSWORD", "x"));

        // Then
        assertThat(problems).anySatisfy(problem -> assertThat(problem.place()).isEqualTo("/partner"));
    }

    @Test
    void brokenYamlSaysWhere() throws IOException {
        // Given
        write("partners/office.yaml", "connector: [unclosed\nmapping: x\n");

        // When
        var problems = problems(Map.of());

        // Then
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("partners/office.yaml");
            assertThat(problem.message()).contains("YAML");
        });
    }

    private List<ConfigProblem> problems(Map<String, String> environment) throws IOException {
        var result = new ConfigReader(environment).read(folder);
        assertThat(result).isInstanceOf(ConfigReader.Result.Unsound.class);
        return ((ConfigReader.Result.Unsound) result).problems();
    }

    private void write(String path, String content) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), content);
    }
}
