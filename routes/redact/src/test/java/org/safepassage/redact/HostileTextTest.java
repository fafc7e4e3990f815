package org.safepassage.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.policies.PolicyInvalid;
import org.safepassage.redact.pseudonyms.MemoryRegister;
import org.safepassage.redact.pseudonyms.PseudonymMaker;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Person;

/// No text and no record makes detection hang or throw. The limit is no measure of speed: what is linear takes a
/// second, what is not takes minutes and hours. The slow rows stand for all; the long suite has the others.
class HostileTextTest {
    private static final Duration FOREVER = Duration.ofSeconds(60);
    private static final String NAMED = " Потым прыйшоў Кулік Іван і сеў.";

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("org.safepassage.redact.HostileTexts#tellingRows")
    void aHostileTextIsReadAndRedactedToItsEnd(String row) {
        readAndRedactToTheEnd(row);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("org.safepassage.redact.HostileTexts#otherRows")
    void everyOtherHostileTextIsReadAndRedactedToItsEnd(String row) {
        readAndRedactToTheEnd(row);
    }

    private static void readAndRedactToTheEnd(String row) {
        // Given
        String text = HostileTexts.text(row, 120_000) + NAMED;
        List<Person> persons = HostileTexts.persons();

        // When
        String redacted = assertTimeoutPreemptively(FOREVER, () -> redacted(text, persons));

        // Then
        assertThat(redacted.substring(Math.max(0, redacted.length() - 60))).doesNotContain("Кулік");
    }

    @Tag("slow")
    @Test
    void tenThousandPersonsOfOneFamilyAndStreetAreSearchedFor() {
        // Given
        List<Person> crowd = HostileTexts.crowd(10_000);
        String text = HostileTexts.text("persons of the record and others", 5_000)
                + HostileTexts.text("a street and a house", 5_000)
                + IntStream.range(0, 1_000).mapToObj(HostileTexts::surname).collect(Collectors.joining(" "))
                + NAMED;

        // When
        String redacted = assertTimeoutPreemptively(FOREVER, () -> redacted(text, crowd));

        // Then
        assertThat(redacted).doesNotContain("Кулик").doesNotContain("Кулік").doesNotContain(HostileTexts.surname(41));
    }

    @Tag("slow")
    @Test
    void aNameLongerThanAnyWordIsReportedAndItsOtherWordsAreSearchedFor() {
        // Given
        Person strange = HostileTexts.longName(10_000);
        Person bare = People.person("bare", strange.role(), strange.sex(), "Ку" + "лик".repeat(3_000));

        // When
        CaseDetector detector =
                assertTimeoutPreemptively(FOREVER, () -> Detector.standard().forCase(List.of(strange, bare)));

        // Then
        assertThat(detector.notices()).extracting(Notice::person).containsExactly("bare");
        assertThat(detector.detect(new CaseText("t", "Потым Иван сел.", "ru")))
                .extracting(Mention::person)
                .containsExactly("long");
    }

    @Tag("slow")
    @Test
    void aNameBehindAWordOfAMegabyteIsFound() {
        assertThat(lastPerson("слово".repeat(100_000) + NAMED)).isEqualTo("p1");
    }

    /// Each is learned from its place and sought in all others.
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"Иван Петрович %s", "Mr John Fenn %s", "The Republic Bank of %s"})
    void tensOfThousandsOfPhrasesWithTheSameBeginningAreSearchedFor(String phrase) {
        // Given
        String text = IntStream.range(0, 25_000)
                        .mapToObj(i -> phrase.formatted(HostileTexts.surname(i)) + ". ")
                        .collect(Collectors.joining())
                + NAMED;

        // When
        String person = assertTimeoutPreemptively(FOREVER, () -> lastPerson(text));

        // Then
        assertThat(person).isEqualTo("p1");
    }

    @Tag("long")
    @Test
    void aNameBehindFiftyMillionSignsIsFound() {
        assertThat(lastPerson("«… ".repeat(17_000_000) + NAMED)).isEqualTo("p1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ud83d",
                "\ude00",
                "\ud83d\ud83d Кулік \ude00",
                "\ude00\ud83d+375 29 613-48-07\ud83d",
                "Кулік\ud83d",
                "\ude00Кулік\ud83dІван\ude00",
                "12.03.1984\ud83d",
                "\u0301\ud83d\u0301"
            })
    void loneSurrogatesAreNoFault(String text) {
        // When
        List<Mention> mentions = detect(text);

        // Then
        int length = text.codePointCount(0, text.length());
        assertThat(mentions).allMatch(mention -> mention.start() < mention.end() && mention.end() <= length);
        assertThat(redacted(text, HostileTexts.persons())).doesNotContain("Кулік");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200fКулік\u200f Іван\u200f",
                "\u202eКулік Іван\u202c",
                "Ку\u200eлік І\u200fван",
                "\u2067Кулік\u2069 \u2066Іван\u2069",
                "\u061cК\u202aу\u202bл\u202cі\u202dк\u202e Іван"
            })
    void marksOfDirectionHideNoNameAndMoveNoOffset(String text) {
        // When
        List<Mention> mentions = detect("сеў " + text + " і сеў");

        // Then
        assertThat(mentions).extracting(Mention::person).containsExactly("p1");
        assertThat(("сеў " + text + " і сеў")
                        .substring(
                                mentions.getFirst().start(), mentions.getFirst().end())
                        .replaceAll("\\P{L}", ""))
                .isEqualTo("КулікІван");
    }

    @Test
    void whatANeighbourAddsToAWordThatWasSplitIsNoFault() {
        // Given
        var random = new Random(12);
        String[] pieces = {"Ку", "лік", "Іва", "н", "Іван", "Пят", "ровіч", "Саша", "Кулі", "К", "ану", "Іва\"", "\""};

        // Then
        for (int i = 0; i < 400; i++) {
            String text = random.ints(8, 0, pieces.length)
                    .mapToObj(piece -> pieces[piece])
                    .collect(Collectors.joining(" "));
            assertThat(detect(text)).allMatch(mention -> mention.end() <= text.length());
        }
    }

    private static List<Mention> detect(String text) {
        return Detector.standard().detect(text, "und", HostileTexts.persons());
    }

    private static String lastPerson(String text) {
        List<Mention> mentions = detect(text);
        Mention last = mentions.getLast();
        int length = text.codePointCount(0, text.length());
        assertThat(last.end()).isEqualTo(length - " і сеў.".length());
        return String.valueOf(last.person());
    }

    private static String redacted(String text, List<Person> persons) {
        List<Mention> mentions = Detector.standard().detect(text, "be", persons);
        var pseudonyms = new PseudonymMaker(new MemoryRegister(), new Random(5));
        return new TextRedactor()
                .redact(text, "be", "t", mentions, new Allowance(policy(), Set.of(), persons, pseudonyms, "cf/"))
                .text();
    }

    private static Policy policy() {
        try {
            return Policies.parse("all.yaml", """
                    policy: all
                    description: a policy for tests
                    generalise: {DATE: month}
                    rows:
                      any: {PERSON: remove, LOCATION: remove, ORGANISATION: remove, DATE: generalise, CODE: remove,
                        CONTACT: remove, DEMOGRAPHIC: keep, QUANTITY: keep}
                      unlinked: {PERSON: remove}
                    """);
        } catch (PolicyInvalid e) {
            throw new IllegalStateException(e);
        }
    }
}
