package org.safepassage.release.consignments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import gov.loc.repository.bagit.domain.Bag;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Library of Congress's own implementation of RFC 8493 judges our bags.
class BagItConformanceTest {
    @TempDir
    private Path temp;

    @Test
    void anotherImplementationFindsTheBagCompleteAndValid() throws Exception {
        // Given
        Path folder = new Parcels(temp.resolve("keys")).unpacked("bag");

        // When
        Bag bag = new BagReader().read(folder);

        // Then
        try (var verifier = new BagVerifier()) {
            assertThatCode(() -> verifier.isComplete(bag, false)).doesNotThrowAnyException();
            assertThatCode(() -> verifier.isValid(bag, false)).doesNotThrowAnyException();
            assertThatCode(() -> BagVerifier.quicklyVerify(bag)).doesNotThrowAnyException();
        }
        assertThat(bag.getMetadata().get("External-Identifier")).containsExactly(Parcels.ID);
        assertThat(bag.getTagManifests()).hasSize(1);
    }

    @Test
    void itFindsAChangeAsWeDo() throws Exception {
        // Given
        Path folder = new Parcels(temp.resolve("keys")).unpacked("bag");
        Files.writeString(folder.resolve("data/case-file.json"), "{\"other\":1}");

        // When
        Bag bag = new BagReader().read(folder);

        // Then
        try (var verifier = new BagVerifier()) {
            Assertions.assertThatThrownBy(() -> verifier.isValid(bag, false)).isInstanceOf(Exception.class);
        }
    }
}
