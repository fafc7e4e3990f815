package org.safepassage.release.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepassage.schemas.Role;

class AgreementsTest {
    private static final String SOUND = """
            name: north-platform
            partner: north
            recipient: platform
            purposes: [accountability]
            categories: [torture, arbitrary-detention]
            validFrom: 2024-01-01
            validUntil: 2026-12-31
            policy: strict
            mayBeNamed: [witness, alleged-perpetrator]
            review: {sample: 10}
            retention: P5Y
            """;

    @TempDir
    private Path folder;

    @Test
    void aSoundAgreementIsReadWithEveryField() throws Exception {
        // Given
        Files.writeString(folder.resolve("north-platform.yaml"), SOUND);

        // When
        Agreements agreements = Agreements.load(folder);

        // Then
        assertThat(agreements.find("north-platform"))
                .contains(new Agreement(
                        "north-platform",
                        "north",
                        "platform",
                        Set.of("accountability"),
                        Set.of("torture", "arbitrary-detention"),
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        "strict",
                        Set.of(Role.WITNESS, Role.ALLEGED_PERPETRATOR),
                        new Review.Sample(10),
                        Period.ofYears(5)));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            partner: north               | prtner: north               | :2: prtner:           | remove it
            partner: north               | partner: North Group        | :2: partner:          | lower-case word
            purposes: [accountability]   | purposes: []                | :4: purposes:         | at least one
            purposes: [accountability]   | purposes: [a, a]            | :4: purposes:         | only once
            categories: [torture,        | categories: [Torture!,      | :5: categories.0:     | lower-case word
            validUntil: 2026-12-31       | validUntil: 2026-02-30      | :7: validUntil:       | YYYY-MM-DD
            validUntil: 2026-12-31       | validUntil: 2023-12-31      | :7: validUntil:       | later day
            policy: strict               | # policy: strict            | :1: policy:           | add it
            [witness, alleged            | [bystander, alleged         | :9: mayBeNamed.0:     | one of the words
            review: {sample: 10}         | review: sometimes           | :10: review:          | one of the words
            review: {sample: 10}         | review: {sample: 100}       | :10: review           | one of the words
            retention: P5Y               | retention: PT5H             | :11: retention:       | period such as P10Y
            name: north-platform         | name: south-platform        | :1: name:             | rename
            policy: strict               | policy: [strict             | :9: not readable      | correct this line
            policy: strict               | partner: again              | :8: not readable      | correct this line
            """)
    void aFaultIsToldWithFileLineFieldAndWhatToDo(String sound, String faulty, String place, String action)
            throws Exception {
        // Given
        assertThat(SOUND).contains(sound);
        Files.writeString(folder.resolve("north-platform.yaml"), SOUND.replace(sound, faulty));

        // When / Then
        assertThatThrownBy(() -> Agreements.load(folder))
                .isInstanceOf(InvalidAgreementsException.class)
                .hasMessageContaining("north-platform.yaml" + place)
                .hasMessageContaining(action);
    }

    @Test
    void everyFaultOfEveryFileIsToldAtOnce() throws Exception {
        // Given
        Files.writeString(folder.resolve("a.yaml"), "name: a\n");
        Files.writeString(folder.resolve("b.yaml"), "- no agreement\n");
        Files.writeString(folder.resolve("c.yaml"), "");

        // When / Then
        assertThatThrownBy(() -> Agreements.load(folder))
                .isInstanceOfSatisfying(
                        InvalidAgreementsException.class,
                        faults -> assertThat(faults.problems())
                                .hasSizeGreaterThan(11)
                                .anyMatch(fault -> fault.contains("a.yaml"))
                                .anyMatch(fault -> fault.contains("b.yaml"))
                                .anyMatch(fault -> fault.contains("c.yaml")));
    }

    @Test
    void otherFilesOfTheFolderAreNoAgreements() throws Exception {
        // Given
        Files.writeString(folder.resolve("README.md"), "about agreements");
        Files.writeString(folder.resolve(".draft.yaml"), "name: half\n");

        // When / Then
        assertThat(Agreements.load(folder).all()).isEmpty();
    }

    @Test
    void theAgreementsThatAreShippedAreSound() throws Exception {
        // Given
        Path shipped = Path.of(System.getProperty("safepassage.root", "../.."), "config", "agreements");

        // When
        Agreements agreements = Agreements.load(shipped);

        // Then
        assertThat(agreements.all())
                .extracting(Agreement::name)
                .containsExactlyElementsOf(List.of(
                        "casebase-iapb",
                        "casebase-un-examination",
                        "fieldnotes-iapb",
                        "fieldnotes-un-examination",
                        "sharehub-iapb",
                        "sharehub-un-examination"));
        assertThat(agreements.all())
                .allSatisfy(agreement ->
                        assertThat(agreement.name()).isEqualTo(agreement.partner() + "-" + agreement.recipient()));
    }
}
