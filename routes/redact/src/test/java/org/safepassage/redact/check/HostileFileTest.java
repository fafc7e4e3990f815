package org.safepassage.redact.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.redact.CaseKnowledge;
import org.safepassage.redact.HostileTexts;
import org.safepassage.redact.check.View.Kind;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Person;

/// No file makes the exit check hang or throw. The limit is no measure of speed: what is linear takes a second or two,
/// what is not takes minutes and hours. The slow rows stand for all; the long suite has the others.
class HostileFileTest {
    private static final Duration FOREVER = Duration.ofSeconds(60);
    private static final String NAMED = " Потым прыйшоў Кулік Іван і сеў.";

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("org.safepassage.redact.HostileTexts#tellingRows")
    void aHostileFileIsSearchedToItsEnd(String row) {
        searchToTheEnd(row);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("org.safepassage.redact.HostileTexts#otherRows")
    void everyOtherHostileFileIsSearchedToItsEnd(String row) {
        searchToTheEnd(row);
    }

    private static void searchToTheEnd(String row) {
        // Given
        String text = HostileTexts.text(row, 200_000);
        var search = new CaseSearch(
                CheckScene.caseFile(HostileTexts.persons()),
                CheckScene.allowance(HostileTexts.persons()),
                List.of(),
                CaseKnowledge.NONE);
        var hits = new HitList();
        var named = new HitList();

        // When
        assertTimeoutPreemptively(FOREVER, () -> {
            var scan = new FileScan(search, hits, Kind.FORM);
            scan.scan(CheckScene.file("data/a.txt", text).content());
            scan.text("extracted text", Kind.FORM, text);
            new FileScan(search, named, Kind.FORM).text("extracted text", Kind.FORM, text + "\n\n" + NAMED);
        });

        // Then
        assertThat(named.isEmpty()).isFalse();
    }

    @Tag("slow")
    @Test
    void namesThatMayStandAndNamesThatMayNotAreWeighedHoweverManyThereAre() {
        // Given
        String text = "Кулик Иван Петрович, Кулик Александра; Кулик Иван. ".repeat(20_000);
        var search = new CaseSearch(
                CheckScene.caseFile(HostileTexts.persons()),
                CheckScene.allowance(HostileTexts.persons(), "p1", "p2"),
                List.of(),
                CaseKnowledge.NONE);
        var hits = new HitList();

        // When
        assertTimeoutPreemptively(FOREVER, () -> search.search(new View("text", 0, false, Kind.FORM, text), hits));

        // Then
        assertThat(hits.isEmpty()).isTrue();
    }

    @Tag("slow")
    @Test
    void thousandsOfPersonsOfOneFamilyAndStreetAreSearchedFor() {
        // Given
        List<Person> crowd = HostileTexts.crowd(2_000);
        String street = HostileTexts.text("a street and a house", 3_000) + NAMED;
        String surnames = HostileTexts.text("persons of the record and others", 3_000);
        var hits = new HitList();
        var others = new HitList();

        // When
        assertTimeoutPreemptively(FOREVER, () -> {
            var search = new CaseSearch(
                    CheckScene.caseFile(crowd), CheckScene.allowance(crowd), List.of(), CaseKnowledge.NONE);
            search.search(new View("text", 0, false, Kind.FORM, street), hits);
            search.search(new View("text", 0, false, Kind.FORM, surnames), others);
        });

        // Then
        assertThat(hits.hits()).extracting(Hit::type).contains("PERSON", "LOCATION.ADDRESS");
        assertThat(others.isEmpty()).isFalse();
    }

    @Test
    void aNameLongerThanAnyWordIsFoundAllTheSame() {
        // Given
        List<Person> persons = List.of(HostileTexts.longName(10_000));
        String name = persons.getFirst().names().getFirst().surname();
        var search = new CaseSearch(
                CheckScene.caseFile(persons), CheckScene.allowance(persons), List.of(), CaseKnowledge.NONE);
        var hits = new HitList();

        // When
        search.search(new View("text", 0, false, Kind.FORM, "Там быў " + name + "."), hits);

        // Then
        assertThat(hits.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\ud83d", "\ude00", "Кулік\ud83d", "\ude00Кулік Іван", "\ud83dd0 9a\ude00", "=\ud83d=D0=9A"})
    void loneSurrogatesAreNoFault(String text) throws IOException {
        // When
        CheckResult result = new ExitCheck(
                        CheckScene.reader(CheckScene.extraction(Extraction.Status.OK, text, Map.of())))
                .check(
                        List.of(CheckScene.file("data/a.txt", text)),
                        CheckScene.caseFile(HostileTexts.persons()),
                        CheckScene.allowance(HostileTexts.persons()),
                        List.of());

        // Then
        assertThat(result).isInstanceOf(text.contains("Кулік") ? CheckResult.Leaks.class : CheckResult.Clean.class);
    }
}
