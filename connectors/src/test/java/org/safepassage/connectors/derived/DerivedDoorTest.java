package org.safepassage.connectors.derived;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.HubSide;
import org.safepassage.connectors.Taken;
import org.safepassage.connectors.peers.OpenSsh;

/// An operator's Kamelet against OpenSSH.
@Tag("slow")
class DerivedDoorTest {
    @TempDir
    Path serverFolder;

    @TempDir
    Path folder;

    @Test
    void aDerivedConnectorPullsFromTheServerThatItsBaseWouldPullFrom() throws Exception {
        // Given
        Files.createDirectories(folder.resolve("cases/K-1"));
        Files.writeString(folder.resolve("cases/K-1/record.json"), "{\"number\":\"K-1\"}");
        try (var server = new OpenSsh(serverFolder)) {
            Files.writeString(folder.resolve(Kamelets.FILE), """
                    apiVersion: camel.apache.org/v1
                    kind: Kamelet
                    metadata:
                      name: regional-office-source
                    spec:
                      definition:
                        title: Regional office
                        description: An office of the network on its SFTP server.
                        required: [user, key, folder]
                        type: object
                        properties:
                          user: {title: User, description: The office's account., type: string}
                          key: {title: Key, description: Its private key., type: string, format: password}
                          folder: {title: Folder, description: Its cases., type: string}
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
                                  user: "{{user}}"
                                  privateKey: "{{key}}"
                                  casesFolder: "{{folder}}"
                                  settleSeconds: 0
                    """.formatted(server.port(), server.fingerprint()));
            var given = Map.of(
                    "user", System.getProperty("user.name"),
                    "key", Files.readString(serverFolder.resolve("client")),
                    "folder", folder.resolve("cases").toString());
            // When
            var catalogue = ConnectorCatalogue.of(folder, HubSide.none());
            // Then
            assertThat(catalogue.refusals()).isEmpty();
            try (var door = catalogue.openPartner("regional-office-source", given);
                    var listing = door.changes("")) {
                var arrival = listing.toList().getFirst();
                var taken = Taken.from(door, arrival);
                assertThat(new String(taken.bytes.get("record.json"), StandardCharsets.UTF_8))
                        .contains("K-1");
                door.acknowledge(arrival);
            }
            assertThat(folder.resolve("done/K-1")).exists();
        }
    }
}
