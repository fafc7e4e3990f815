package org.safepassage.rehearsal.sample.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.rehearsal.sample.documents.DocumentFormat;
import org.safepassage.rehearsal.sample.language.DocumentKind;

class ShapeTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void fiftyCasesHaveTheTotalsOfTheStudy(long seed) {
        // When
        List<CasePlan> plans = plans(50, seed);

        // Then
        assertThat(documents(plans)).hasSize(130);
        assertThat(documents(plans).stream().mapToInt(DocumentPlan::pages).sum())
                .isEqualTo(613);
        assertThat(plans.stream().mapToInt(CasePlan::photographs).sum()).isEqualTo(286);
        assertThat(plans.stream().mapToInt(CasePlan::videos).sum()).isEqualTo(4);
        assertThat(plans).allMatch(plan -> with(plan, DocumentKind.INTERVIEW) == 1);
        assertThat(plans.stream().filter(plan -> plan.photographs() > 0)).hasSize(49);
        assertThat(plans.stream().filter(plan -> with(plan, DocumentKind.MEDICAL) > 0))
                .hasSize(35);
        assertThat(plans.stream().collect(Collectors.groupingBy(CasePlan::partner, Collectors.counting())))
                .containsEntry(Partner.CASEBASE, 20L)
                .containsEntry(Partner.FIELDNOTES, 20L)
                .containsEntry(Partner.SHAREHUB, 10L);
        assertThat(plans.stream().filter(CasePlan::unrecorded)).hasSize(5);
        assertThat(plans.stream().filter(plan -> !plan.valid())).hasSize(1);
        assertThat(plans.stream().map(CasePlan::consent)).contains(ConsentStory.values());
        assertThat(plans.stream().flatMap(plan -> plan.oddities().stream())).contains(Oddity.values());
        assertThat(documents(plans).stream().map(DocumentPlan::format)).contains(DocumentFormat.values());
        assertThat(plans.stream().filter(CasePlan::updated).map(CasePlan::partner))
                .contains(Partner.values());
        assertThat(scanned(plans)).isBetween(10, 61);
    }

    @ParameterizedTest
    @CsvSource({"3, 8, 37, 17, 1", "5, 13, 61, 29, 1", "1500, 3900, 18390, 8580, 120"})
    void otherNumbersOfCasesKeepTheProportions(int cases, int documents, int pages, int photographs, int videos) {
        // When
        List<CasePlan> plans = plans(cases, 1);

        // Then
        assertThat(documents(plans)).hasSize(documents);
        assertThat(documents(plans).stream().mapToInt(DocumentPlan::pages).sum())
                .isEqualTo(pages);
        assertThat(plans.stream().mapToInt(CasePlan::photographs).sum()).isEqualTo(photographs);
        assertThat(plans.stream().mapToInt(CasePlan::videos).sum()).isEqualTo(videos);
    }

    @Property(tries = 150)
    void anyNumberOfCasesHasInterviewsFewScansAndDistinctNumbers(
            @ForAll @IntRange(min = 1, max = 120) int cases, @ForAll long seed) {
        // When
        List<CasePlan> plans = plans(cases, seed);

        // Then
        int pages = documents(plans).stream().mapToInt(DocumentPlan::pages).sum();
        assertThat(plans).hasSize(cases).allMatch(plan -> with(plan, DocumentKind.INTERVIEW) == 1);
        assertThat(scanned(plans) * 10).isLessThanOrEqualTo(pages);
        assertThat(plans.stream().map(CasePlan::caseNumber)).doesNotHaveDuplicates();
        assertThat(documents(plans))
                .allMatch(paper -> paper.pages() == 1 || paper.format().paged());
    }

    @Test
    void theDemonstrationOfThreeCasesHasOneOfEachPartnerAndAllAreValid() {
        // When
        List<CasePlan> plans = plans(3, 1);

        // Then
        assertThat(plans.stream().map(CasePlan::partner)).containsExactlyInAnyOrder(Partner.values());
        assertThat(plans).allMatch(CasePlan::valid);
    }

    private static List<CasePlan> plans(int cases, long seed) {
        return new Shape(cases, Dice.of(seed, 0)).plans();
    }

    private static List<DocumentPlan> documents(List<CasePlan> plans) {
        return plans.stream().flatMap(plan -> plan.documents().stream()).toList();
    }

    private static long with(CasePlan plan, DocumentKind kind) {
        return plan.documents().stream().filter(paper -> paper.kind() == kind).count();
    }

    private static int scanned(List<CasePlan> plans) {
        return documents(plans).stream()
                .filter(paper -> paper.format() == DocumentFormat.SCAN)
                .mapToInt(DocumentPlan::pages)
                .sum();
    }
}
