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
            assertThat(problem.line()).isEqualTo(5);
            assertThat(problem.place()).isEqualTo("/parameters/pasword");
            assertThat(problem.message()).contains("pasword (did you mean password?)");
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

    @Test
    void aMisspeltConnectorIsToldWithItsLineAndTheOneThatWasMeant() throws Exception {
        // Given
        var folders = HouseFolders.make(root);
        HouseFolders.write(folders, "recipients/tribunal.yaml", """
                publicKey: tribunal.asc
                delivery:
                  connector: sp-sftp-consigments-sink
                """);

        // When
        List<ConfigProblem> problems = new ConfigCheck(Map.of(), folders.secretReferences()).problems(folders.config());

        // Then
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("recipients/tribunal.yaml");
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.place()).isEqualTo("/delivery/connector");
            assertThat(problem.message()).contains("did you mean sp-sftp-consignments-sink?");
        });
    }

    @Test
    void anOperatorsOwnKameletIsAConnectorOnceItIsInspected() throws Exception {
        // Given
        var folders = HouseFolders.make(root);
        HouseFolders.write(folders, "kamelets/regional-office.kamelet.yaml", OWN_KAMELET);
        HouseFolders.write(folders, "partners/office.yaml", """
                connector: regional-office
                parameters:
                  user: hub
                mapping: plain
                caseNumber: /partnerCaseNumber
                """);

        // When
        List<ConfigProblem> problems = new ConfigCheck(Map.of(), folders.secretReferences()).problems(folders.config());

        // Then
        assertThat(problems)
                .filteredOn(problem -> problem.file().contains("office.yaml"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(2);
                    assertThat(problem.message()).contains("parameter password is missing");
                });
        assertThat(problems).noneMatch(problem -> problem.file().startsWith("kamelets"));
    }

    @Test
    void anOperatorsKameletThatRunsCodeIsRefusedWithItsLine() throws Exception {
        // Given
        var folders = HouseFolders.make(root);
        HouseFolders.write(
                folders,
                "kamelets/regional-office.kamelet.yaml",
                OWN_KAMELET.replace("host: sftp.network.example", "host: '#class:do.not.ShowThis'"));

        // When
        List<ConfigProblem> problems = new ConfigCheck(Map.of(), folders.secretReferences()).problems(folders.config());

        // Then
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("kamelets/regional-office.kamelet.yaml");
            assertThat(problem.line()).isEqualTo(21);
            assertThat(problem.message()).contains("references to beans");
        });
        assertThat(problems.toString()).doesNotContain("ShowThis");
    }

    private static final String OWN_KAMELET = """
            apiVersion: camel.apache.org/v1
            kind: Kamelet
            metadata:
              name: regional-office
            spec:
              definition:
                title: Regional office
                description: An office of the network on its SFTP server.
                required: [user, password]
                type: object
                properties:
                  user: {title: User, description: Account., type: string}
                  password: {title: Password, description: Of the account., type: string, format: password}
              template:
                from:
                  uri: kamelet:source
                  steps:
                    - to:
                        uri: kamelet:sp-sftp-cases-source
                        parameters:
                          host: sftp.network.example
                          hostKey: SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
                          user: "{{user}}"
                          password: "{{password}}"
                          casesFolder: cases
            """;
}
