package org.safepassage.hub.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.hub.house.HouseFolders;

class ConfigCheckTest {
    @TempDir
    Path root = Path.of("");

    @Test
    void aConnectorThatIsNotThereIsAProblemOfItsPartnerAlone() throws Exception {
        // Given
        var folders = HouseFolders.make(root);
        HouseFolders.write(folders, "partners/office.yaml", """
                connector: sp-no-such-source
                mapping: plain
                caseNumber: /partnerCaseNumber
                """);

        // When
        List<ConfigProblem> problems = new ConfigCheck(Map.of(), folders.secretReferences()).problems(folders.config());

        // Then
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("partners/office.yaml");
            assertThat(problem.message()).contains("sp-no-such-source").contains("sp-sftp-cases-source");
        });
        assertThat(problems).noneMatch(problem -> problem.file().equals("partners/archive.yaml"));
    }

    @Test
    void aParameterThatTheConnectorDoesNotKnowIsNamedAndItsValueIsNot() throws Exception {
        // Given
        var folders = HouseFolders.make(root);
        HouseFolders.write(folders, "partners/office.yaml", """
                connector: sp-sftp-cases-source
                parameters:
                  host: localhost
                  user: hub
                  pasword: do-not-show-this
                  hostKey: SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
                  casesFolder: cases
                mapping: plain
                caseNumber: /partnerCaseNumber
                """);

        // When
        List<ConfigProblem> problems = new ConfigCheck(Map.of(), folders.secretReferences()).problems(folders.config());

        // Then
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("partners/office.yaml");
            assertThat(problem.message()).contains("pasword");
        });
        assertThat(problems.toString()).doesNotContain("do-not-show-this");
    }

    @Test
    void aSecretThatStandsInAFileIsNamedByItsLineAndNotQuoted() throws Exception {
        // Given
        var folders = HouseFolders.make(root);
        HouseFolders.write(folders, "partners/office.yaml", """
                connector: sp-sftp-cases-source
                parameters:
                  host: localhost
                  user: hub
                  password: do-not-show-this
                  hostKey: SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
                  casesFolder: cases
                mapping: plain
                caseNumber: /partnerCaseNumber
                """);
        HouseFolders.write(folders, "partners/archive.yaml", """
                connector: sp-sftp-cases-source
                parameters:
                  host: localhost
                  user: hub
                  password: ${secret:archive}
                  hostKey: SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
                  casesFolder: cases
                mapping: plain
                caseNumber: /partnerCaseNumber
                """);

        // When
        List<ConfigProblem> problems = new ConfigCheck(Map.of(), folders.secretReferences()).problems(folders.config());

        // Then
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("partners/office.yaml");
            assertThat(problem.line()).isEqualTo(5);
            assertThat(problem.place()).isEqualTo("/parameters/password");
            assertThat(problem.message()).contains("hub secret set NAME");
        });
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("partners/archive.yaml");
            assertThat(problem.message()).contains("hub secret set archive");
        });
        assertThat(problems.toString()).doesNotContain("do-not-show-this");
    }

    @Test
    void aClassifierOfWhichAFileIsMissingIsNamed() throws Exception {
        // Given
        var folders = HouseFolders.make(root);
        HouseFolders.write(folders, "application.yaml", "redaction: {classifier: models/names}\n");
        HouseFolders.write(folders, "models/names/config.json", "{\"id2label\": {\"0\": \"O\", \"1\": \"PER\"}}");

        // When
        List<ConfigProblem> problems = new ConfigCheck(Map.of(), folders.secretReferences()).problems(folders.config());

        // Then
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("application.yaml");
            assertThat(problem.place()).isEqualTo("/redaction/classifier");
            assertThat(problem.message())
                    .contains("mention-types.json: is not there")
                    .contains("write what each");
        });
    }

    @Test
    void aFaceModelThatIsNoneIsNamed() throws Exception {
        // Given
        var folders = HouseFolders.make(root);
        HouseFolders.write(folders, "application.yaml", "redaction: {faceModel: models/faces.onnx}\n");
        HouseFolders.write(folders, "models/faces.onnx", "no model");

        // When
        List<ConfigProblem> problems = new ConfigCheck(Map.of(), folders.secretReferences()).problems(folders.config());

        // Then
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("application.yaml");
            assertThat(problem.place()).isEqualTo("/redaction/faceModel");
            assertThat(problem.message())
                    .contains("faces.onnx: cannot be loaded")
                    .contains("copy it anew");
        });
    }
}
