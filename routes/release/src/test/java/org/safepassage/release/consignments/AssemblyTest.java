package org.safepassage.release.consignments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.schemas.Content;

class AssemblyTest {
    @TempDir
    private Path temp;

    @Test
    void theExitCheckSeesEveryFileThatGoesOutButCustodyAndSignatures() throws Exception {
        // Given
        var parcels = new Parcels(temp.resolve("keys"));

        // When
        List<String> assembled = new Assembly()
                .assemble(Parcels.plan()).files().stream().map(BagFile::path).toList();
        List<String> sealed = parcels.bag().stream().map(BagFile::path).toList();

        // Then
        assertThat(assembled)
                .containsExactly(
                        "bag-info.txt",
                        "bagit.txt",
                        "data/case-file.json",
                        "data/redaction-report.json",
                        "data/renditions.json",
                        "data/renditions/ex-1.txt",
                        "data/renditions/ex-2/page-1.txt",
                        "data/withheld.json",
                        "manifest-sha256.txt");
        assertThat(sealed)
                .filteredOn(path -> !assembled.contains(path))
                .containsExactly(
                        "custody/checkpoint.txt",
                        "custody/checkpoint.txt.asc",
                        "custody/proof.json",
                        "custody/tagmanifest-sha256.txt.asc",
                        "tagmanifest-sha256.txt");
    }

    @Test
    void thePayloadDigestIsTheManifestsAndDoesNotDependOnTheOrderOfRenditions() throws Exception {
        // Given
        ConsignmentPlan plan = Parcels.plan();
        var turned = new ConsignmentPlan(
                plan.id(),
                plan.reference(),
                plan.recipient(),
                plan.purpose(),
                plan.agreement(),
                plan.createdAt(),
                plan.caseFile(),
                plan.renditions().reversed(),
                plan.withheld(),
                plan.redactionReport(),
                plan.supplementOf());

        // When / Then
        assertThat(new Assembly().assemble(turned).payloadDigest())
                .isEqualTo(new Assembly().assemble(plan).payloadDigest())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void aSupplementNamesWhatItAddsTo() throws Exception {
        // Given
        ConsignmentPlan plan = Parcels.plan();
        var supplement = new ConsignmentPlan(
                "cs-2025-0002",
                plan.reference(),
                plan.recipient(),
                plan.purpose(),
                plan.agreement(),
                plan.createdAt(),
                plan.caseFile(),
                List.of(),
                List.of(),
                plan.redactionReport(),
                Optional.of(plan.id()));

        // When
        BagFile info = new Assembly()
                .assemble(supplement).files().stream()
                        .filter(file -> file.path().equals("bag-info.txt"))
                        .findFirst()
                        .orElseThrow();

        // Then
        try (InputStream bytes = info.content().open()) {
            assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("External-Identifier: cs-2025-0002\n")
                    .contains("Supplement-Of: cs-2025-0001\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "/x", "a//b", ".x", "x.", "Пётр.txt", "a b", "a\nb", "a\\b", "a/../b"})
    void aRenditionCannotHaveANameThatMeansSomethingElseElsewhere(String path) {
        assertThatThrownBy(() -> new Rendition(path, "text/plain", InMemory.of("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("Пётр");
    }

    @Test
    void twoRenditionsThatOneDiskWouldTakeForOneAreRefused() {
        assertThatThrownBy(() -> Parcels.plan(
                        new Rendition("A.txt", "text/plain", InMemory.of("1")),
                        new Rendition("a.txt", "text/plain", InMemory.of("2"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void contentThatChangedAfterItWasCheckedIsNeverSealed() throws Exception {
        // Given: the exit check saw one text; the next reading gives another of the same length.
        var readings = new AtomicInteger();
        Content changing = new Content() {
            @Override
            public InputStream open() {
                String text = readings.getAndIncrement() == 0 ? "A-1 said so" : "Pyotr said so".substring(0, 11);
                return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public long size() {
                return 11;
            }
        };
        var parcels = new Parcels(temp.resolve("keys"));
        AssembledConsignment assembled =
                new Assembly().assemble(Parcels.plan(new Rendition("ex-9.txt", "text/plain", changing)));

        // When / Then
        assertThatThrownBy(() -> Parcels.sealer()
                        .seal(
                                assembled,
                                Parcels.PROOF,
                                Parcels.CHECKPOINT,
                                parcels.signer,
                                parcels.recipient(),
                                OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("data/renditions/ex-9.txt");
    }
}
