package org.safepassage.connectors.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.HubSide;
import org.safepassage.connectors.KameletParameters.Parameter;

class ConnectorCatalogueTest {
    private static final Map<String, String> GIVEN = Map.of("user", "hub", "password", "right-secret");

    @TempDir
    Path folder;

    private ConnectorCatalogue catalogue() throws IOException {
        return ConnectorCatalogue.of(folder, HubSide.none());
    }

    @Test
    void aDerivedConnectorHasParametersOfItsOwnAndOpensTheDoorOfItsBase() throws Exception {
        // Given
        Files.writeString(folder.resolve(Kamelets.FILE), Kamelets.SOUND);
        // When
        var catalogue = catalogue();
        // Then
        assertThat(catalogue.refusals()).isEmpty();
        assertThat(catalogue.names()).contains("regional-office-source").containsAll(Doors.kamelets());
        assertThat(catalogue.parameters("regional-office-source").parameters())
                .extracting(Parameter::name)
                .containsExactly("user", "password", "folder", "settle");
        var base = Map.of(
                "host", "sftp.network.example",
                "hostKey", "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "user", "hub",
                "password", "right-secret",
                "casesFolder", "outbox");
        try (var door = catalogue.openPartner("regional-office-source", GIVEN);
                var ours = Doors.openPartner("sp-sftp-cases-source", base)) {
            assertThat(door).hasSameClassAs(ours);
        }
        assertThatThrownBy(() -> catalogue.openRecipient("regional-office-source", GIVEN))
                .hasMessageContaining("delivers nothing");
    }

    @Test
    void aPartnersFileCannotReachBeyondTheDerivedParameters() throws Exception {
        // Given
        Files.writeString(folder.resolve(Kamelets.FILE), Kamelets.SOUND);
        // When, then
        assertThatThrownBy(() -> catalogue().open("regional-office-source", Map.of("host", "x", "usr", "hub")))
                .isInstanceOfSatisfying(
                        DoorProblem.class,
                        problem -> assertThat(problem.complaints())
                                .extracting(DoorProblem.Complaint::parameter)
                                .contains("host", "usr", "user", "password"))
                .hasMessageContainingAll("unknown parameter host", "usr (did you mean user?)", "password is missing");
    }

    @Test
    void whatTheBaseRefusesIsToldByTheNameThatThePartnersFileKnows() throws Exception {
        // Given
        Files.writeString(folder.resolve(Kamelets.FILE), Kamelets.SOUND);
        // When, then
        assertThatThrownBy(() -> catalogue()
                        .open(
                                "regional-office-source",
                                Map.of("user", "hub", "password", "right-secret", "settle", "-7")))
                .isInstanceOfSatisfying(
                        DoorProblem.class,
                        problem -> assertThat(problem.complaints())
                                .singleElement()
                                .satisfies(complaint ->
                                        assertThat(complaint.parameter()).isEqualTo("settle")))
                .hasMessageContaining("made of sp-sftp-cases-source")
                .message()
                .doesNotContain("right-secret", "-7");
    }

    @Test
    void aRefusedKameletIsNoConnectorAndDisturbsNoOther() throws Exception {
        // Given
        Files.writeString(folder.resolve(Kamelets.FILE), Kamelets.SOUND);
        Files.writeString(folder.resolve("other-source.kamelet.yaml"), Kamelets.SOUND);
        Files.writeString(folder.resolve("sp-sftp-cases-source.kamelet.yaml"), Kamelets.SOUND);
        Files.writeString(folder.resolve("Bad Name.yaml"), Kamelets.SOUND);
        Files.write(folder.resolve("latin-source.kamelet.yaml"), new byte[] {(byte) 0xE9});
        Files.write(folder.resolve("large-source.kamelet.yaml"), new byte[100_000]);
        // When
        var catalogue = catalogue();
        // Then
        assertThat(catalogue.refusals())
                .extracting(Refusal::file)
                .contains(
                        "other-source.kamelet.yaml",
                        "sp-sftp-cases-source.kamelet.yaml",
                        "",
                        "latin-source.kamelet.yaml",
                        "large-source.kamelet.yaml")
                .doesNotContain(Kamelets.FILE);
        assertThat(catalogue.names()).contains("regional-office-source").doesNotContain("other-source");
        assertThatThrownBy(() -> catalogue.open("other-source", Map.of())).hasMessageContaining("is refused");
        assertThatThrownBy(() -> catalogue.open("regional-offise-source", Map.of()))
                .hasMessageContaining("did you mean regional-office-source?");
    }

    @Test
    void withoutAFolderThereAreOursAlone() throws Exception {
        // When
        var catalogue = ConnectorCatalogue.of(folder.resolve("none"), HubSide.none());
        // Then
        assertThat(catalogue.names()).isEqualTo(Doors.kamelets());
        assertThat(catalogue.refusals()).isEmpty();
    }
}
