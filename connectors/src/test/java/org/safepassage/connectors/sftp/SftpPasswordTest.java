package org.safepassage.connectors.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.peers.MinaServer;

/// Logging in by password, against Apache MINA's server: no account of the machine needs a password for it.
class SftpPasswordTest {
    @TempDir
    Path folder;

    @Test
    void aPasswordLogsInAndFoldersCountFromTheHomeFolder() throws Exception {
        // Given
        Files.createDirectories(folder.resolve("cases/K-1"));
        Files.writeString(folder.resolve("cases/K-1/record.json"), "{}");
        try (var server = new MinaServer(folder, new SftpEventListener() {})) {
            var parameters = new HashMap<>(server.parameters());
            parameters.putAll(Map.of("casesFolder", "cases", "settleSeconds", "0"));
            try (PartnerDoor door = Doors.openPartner("sp-sftp-cases-source", parameters);
                    var arrivals = door.changes("")) {
                // When
                var found = arrivals.toList();
                door.acknowledge(found.getFirst());
                // Then
                assertThat(found).extracting(Arrival::key).containsExactly("K-1");
                assertThat(folder.resolve("done/K-1/record.json")).exists();
            }
        }
    }

    @Test
    void aFolderThatNobodyMayWriteIntoIsToldByItsAttributes() throws Exception {
        // Given
        Files.createDirectories(folder.resolve("cases"));
        Files.createDirectories(folder.resolve("done"));
        Files.setPosixFilePermissions(folder.resolve("done"), PosixFilePermissions.fromString("r-xr-xr-x"));
        try (var server = new MinaServer(folder, new SftpEventListener() {})) {
            var parameters = new HashMap<>(server.parameters());
            parameters.put("casesFolder", "cases");
            try (PartnerDoor door = Doors.openPartner("sp-sftp-cases-source", parameters)) {
                // When
                var step = door.test().steps().getLast();
                // Then
                assertThat(step.name()).isEqualTo("acknowledge");
                assertThat(step.passed()).isFalse();
                assertThat(step.detail()).contains("doneFolder");
            }
        }
    }
}
