package org.safepassage.hub.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Item;
import org.safepassage.extract.records.Mapping;
import org.safepassage.hub.configuration.PartnerFile;
import org.safepassage.hub.configuration.PartnerLimits;
import org.safepassage.hub.house.Office;

class CasePreviewTest {
    private static final PartnerFile PARTNER = new PartnerFile(
            "office",
            "Office",
            "sp-sftp-cases-source",
            java.util.Map.of(),
            "plain",
            "/partnerCaseNumber",
            PartnerLimits.defaults());

    private final Office office = new Office();
    private final List<CasePreview.Shown> shown = new ArrayList<>();
    private final List<DoorProblem> troubles = new ArrayList<>();

    private int preview(Mapping mapping, int most) throws Exception {
        return new CasePreview().show(office, PARTNER, mapping, most, new CasePreview.Viewer() {
            @Override
            public void show(CasePreview.Shown item) {
                shown.add(item);
            }

            @Override
            public void notReadable(DoorProblem problem) {
                troubles.add(problem);
            }
        });
    }

    private static Mapping mapping(String jslt) {
        return Mapping.of("plain", jslt, "{\"type\": \"object\", \"required\": [\"persons\"]}");
    }

    @Test
    void aRecordIsShownBesideItsCaseFileWithTheFieldsThatAreLeftOut() throws Exception {
        // Given: a mapping that forgets the title, the sex of a person and the kind of an exhibit
        office.put("17", "First words");
        office.attachPaper("17", "letter.txt", "A letter that is not read.");
        var forgetful = mapping("""
                {"partnerCaseNumber": .partnerCaseNumber, "categories": .categories,
                 "persons": [for (.persons) {"id": .id, "role": .role, "names": .names}],
                 "exhibits": [for (.exhibits) {"path": .path, "kind": "other"}],
                 "consents": .consents}
                """);
        // When
        int count = preview(forgetful, 3);
        // Then
        assertThat(count).isEqualTo(1);
        assertThat(shown).singleElement().satisfies(one -> {
            assertThat(one.problems()).isEmpty();
            assertThat(one.partnerRecord().at("/title").asText()).isEqualTo("First words");
            assertThat(one.caseFile().at("/partnerCaseNumber").asText()).isEqualTo("17");
            assertThat(one.unmapped().orElseThrow().places())
                    .containsExactlyInAnyOrder("/title", "/persons/0/sex", "/exhibits/0/kind");
            assertThat(one.unmapped().orElseThrow().complete()).isTrue();
            assertThat(one.items()).extracting(Item::path).containsExactly("letter.txt");
        });
        assertThat(office.acknowledged()).isEmpty();
        assertThat(shown.toString()).doesNotContain("First words", "letter");
    }

    @Test
    void aMappingThatHandsEverythingOnLeavesNothingOut() throws Exception {
        // Given
        office.put("17", "First words");
        // When
        preview(mapping("."), 3);
        // Then
        assertThat(shown.getFirst().unmapped().orElseThrow().places()).isEmpty();
    }

    @Test
    void aRecordThatCannotBeMappedIsShownWithItsProblemsByPlace() throws Exception {
        // Given
        office.put("17", "First words");
        // When
        preview(
                mapping(
                        "{\"partnerCaseNumber\": .partnerCaseNumber, \"persons\": [{\"id\": \"p1\", \"role\": .title}]}"),
                3);
        // Then
        assertThat(shown).singleElement().satisfies(one -> {
            assertThat(one.caseFile().isMissingNode()).isTrue();
            assertThat(one.problems()).anySatisfy(problem -> {
                assertThat(problem.field()).isEqualTo("/persons/0/role");
                assertThat(problem.place()).isEqualTo("/title");
            });
        });
    }

    @Test
    void oneThatCannotBeReadDoesNotHideTheOthersAndNoMoreThanAskedAreRead() throws Exception {
        // Given
        for (String number : List.of("1", "2", "3", "4")) office.put(number, "words");
        office.next(() -> {});
        office.next(() -> {
            throw new DoorProblem(DoorProblem.Kind.GONE, "a case folder is not there any more");
        });
        // When
        int count = preview(mapping("."), 3);
        // Then
        assertThat(count).isEqualTo(3);
        assertThat(troubles).hasSize(1);
        assertThat(shown).hasSize(2);
        assertThat(office.looks()).isEqualTo(4);
    }
}
