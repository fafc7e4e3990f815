package org.safepassage.rehearsal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.rehearsal.audit.GroundTruth;
import org.safepassage.rehearsal.stage.CaseDatabase;
import org.safepassage.rehearsal.stage.Credentials;

final class DocumentCasesTest {
    @TempDir
    Path folder;

    @Test
    void everyFileBecomesAnExhibitOfACaseThatTheDatabaseHolds() throws Exception {
        // Given
        var documents = Files.createDirectories(folder.resolve("documents/deep"));
        for (int i = 0; i < 9; i++) {
            Files.writeString(documents.resolve("it's " + i + ".txt"), "text " + i, StandardCharsets.UTF_8);
        }

        // When
        var sample = folder.resolve("sample");
        DocumentCases.of(folder.resolve("documents")).write(sample);

        // Then
        var truth = GroundTruth.read(sample.resolve("truth"));
        assertThat(truth.cases()).hasSize(2);
        assertThat(truth.cases().stream().flatMap(one -> one.originals().stream()))
                .hasSize(9)
                .allSatisfy(
                        original -> assertThat(sample.resolve(original.file())).exists());
        try (var database = CaseDatabase.start(
                        sample.resolve("partners/casebase/database.sql"), Credentials.random("hub"));
                var client = DriverManager.getConnection(
                        database.url(), "hub", database.credentials().password());
                var rows = client.createStatement().executeQuery("SELECT COUNT(*) FROM exhibit")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(9);
        }
    }
}
