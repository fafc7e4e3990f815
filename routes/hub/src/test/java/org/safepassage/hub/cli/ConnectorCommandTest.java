package org.safepassage.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.hub.house.HouseFolders;
import org.safepassage.hub.wiring.HubFolders;

/// Doors tried and looked through from the command line, against the SFTP server of Apache MINA and with a connector
/// that an operator derived from ours.
@Tag("slow")
class ConnectorCommandTest {
    @TempDir
    Path root = Path.of("");

    private final SshServer server = SshServer.setUpDefaultServer();
    private HubFolders folders = new HubFolders(root, root, root);

    @BeforeEach
    void aPartnerWithTwoCases() throws Exception {
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(root.resolve("host-key")));
        server.setPasswordAuthenticator((user, password, session) -> password.equals("right-secret"));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(Files.createDirectories(root.resolve("partner"))));
        server.start();
        KeyPair key = server.getKeyPairProvider().loadKeys(null).iterator().next();
        folders = HouseFolders.make(root);
        HouseFolders.write(folders, "kamelets/own-office.kamelet.yaml", """
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata:
                  name: own-office
                spec:
                  definition:
                    title: Own office
                    description: An office of the network on its SFTP server.
                    required: [password]
                    type: object
                    properties:
                      password: {title: Password, description: Of the account., type: string, format: password}
                  template:
                    from:
                      uri: kamelet:source
                      steps:
                        - to:
                            uri: kamelet:sp-sftp-cases-source
                            parameters:
                              host: 127.0.0.1
                              port: %d
                              hostKey: %s
                              user: hub
                              password: "{{password}}"
                              casesFolder: cases
                              settleSeconds: 0
                """.formatted(
                        server.getPort(), KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic())));
        partner("right-secret");
        HouseFolders.write(folders, "mappings/plain.jslt", """
                {"partnerCaseNumber": .partnerCaseNumber, "persons": .persons}
                """);
        for (String number : List.of("17", "18")) {
            Path place = Files.createDirectories(root.resolve("partner/cases").resolve(number));
            Files.writeString(place.resolve("record.json"), """
                    {"partnerCaseNumber": "%s", "title": "Words\\u001b[2J",
                     "persons": [{"id": "p1", "role": "witness", "sex": "female", "names": [{"full": "Vera Lysenok"}]}]}
                    """.formatted(number));
            Files.writeString(place.resolve("letter.txt"), "A letter that nobody reads.");
        }
    }

    private void partner(String password) throws IOException {
        HouseFolders.write(folders, "partners/office.yaml", """
                connector: own-office
                parameters:
                  password: %s
                mapping: plain
                caseNumber: /partnerCaseNumber
                """.formatted(password));
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    private Spoken hub(String... command) {
        return Spoken.of(Spoken.with(
                command,
                "--config",
                folders.config().toString(),
                "--data",
                folders.data().toString(),
                "--keys",
                folders.keys().toString()));
    }

    private List<String> atThePartner() throws IOException {
        try (Stream<Path> all = Files.walk(root.resolve("partner"))) {
            return all.map(Path::toString).sorted().toList();
        }
    }

    @Test
    void aTestGoesThroughEveryStepUpToTheMappingAndChangesNothing() throws Exception {
        // Given
        var before = atThePartner();
        // When
        var said = hub("connector", "test", "office");
        // Then
        assertThat(said.code()).as(said.out() + said.err()).isZero();
        assertThat(said.lines().stream().map(line -> line.split(" ")[0]))
                .containsExactly(
                        "resolve", "connect", "host-key", "authenticate", "list", "acknowledge", "read", "map");
        assertThat(said.out()).contains("1 person(s)").doesNotContain("Lysenok", "Words", "right-secret");
        assertThat(atThePartner()).isEqualTo(before);
    }

    @Test
    void aTestNamesTheStepThatFailedAndWhatToDo() throws Exception {
        // Given
        partner("wrong-secret");
        // When
        var said = hub("connector", "test", "office", "--json");
        // Then
        assertThat(said.code()).isEqualTo(1);
        var last = Spoken.read(said.out()).at("/steps/3");
        assertThat(last.path("name").asText()).isEqualTo("authenticate");
        assertThat(last.path("nextAction").asText()).contains("password");
        assertThat(said.out() + said.err()).doesNotContain("wrong-secret");
    }

    @Test
    void aPreviewShowsRecordAndCaseFileAndIsKeptNowhere() throws Exception {
        // Given
        var before = atThePartner();
        // When
        var text = hub("connector", "preview", "office", "--items", "1");
        var json = hub("connector", "preview", "office", "--json");
        // Then
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out())
                .contains("case file 1", "\"full\" : \"Vera Lysenok\"", "not mapped: /title")
                .contains("exhibit (not read): letter.txt, 27 bytes")
                .doesNotContain("case file 2", "nobody reads", "\u001b");
        assertThat(json.lines()).hasSize(2);
        assertThat(Spoken.read(json.lines().getFirst()).at("/unmapped/0").asText())
                .isEqualTo("/title");
        assertThat(Spoken.read(json.lines().getFirst())
                        .at("/caseFile/persons/0/id")
                        .asText())
                .isEqualTo("p1");
        assertThat(text.err() + json.err()).isEmpty();
        assertThat(atThePartner()).isEqualTo(before);
        assertThat(folders.data()).as("nothing is written").doesNotExist();
    }

    @Test
    void aPreviewAnswersWithOneWhenSomethingCannotBeMapped() throws Exception {
        // Given
        Path unreadable = root.resolve("partner/cases/18/record.json");
        Files.writeString(unreadable, "{\"partnerCaseNumber\": ");
        // When
        var said = hub("connector", "preview", "office");
        var tooMany = hub("connector", "preview", "office", "--items", "51");
        var nobody = hub("connector", "preview", "court");
        // Then
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("problem: The record is not valid JSON");
        assertThat(tooMany.code()).isEqualTo(2);
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.err()).contains("office");
    }

    @Test
    void aPartnersFolderThatNobodyMayWriteIntoFailsAtAcknowledging() throws Exception {
        // Given
        Path cases = root.resolve("partner/cases");
        Files.setPosixFilePermissions(cases, PosixFilePermissions.fromString("r-xr-xr-x"));
        // When
        var said = hub("connector", "test", "office");
        // Then
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.lines()).anyMatch(line -> line.startsWith("acknowledge") && line.contains("FAILED"));
    }
}
