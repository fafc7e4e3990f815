package org.safepassage.redact.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safepassage.redact.People;
import org.safepassage.redact.evaluation.AnnotatedMention.Weight;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

class ScoresTest {
    private static final Place PLACE = new Place("small", "en", Place.AS_WRITTEN);

    private final List<Miss> misses = new ArrayList<>();
    private final Tallies tallies = new Tallies(misses::add);

    @Test
    void aNameLeaksWhenAnyWordOfItIsUncovered() {
        // Given: two names in seven words; of the first the surname stays, the second is found but for its title
        String text = "Anna Sokol met Mr Ivan Hrom today";
        var gold = text(text, name(text, "Anna Sokol", "a"), name(text, "Mr Ivan Hrom", "b"));

        // When: "today" is taken for a name, too
        new NameScore(tallies).add(PLACE, gold, new Grid(text), found(text, "PERSON", "Anna", "Ivan Hrom", "today"));

        // Then: other words are "met" and "today"
        assertThat(rate("PERSON", Measure.LEAK)).isEqualTo(new Rate(1, 2));
        assertThat(rate("PERSON", Measure.LEAKING_TEXTS)).isEqualTo(new Rate(1, 1));
        assertThat(rate("PERSON", Measure.OTHER_WORDS)).isEqualTo(new Rate(1, 2));
        assertThat(misses).containsExactly(new Miss("small", "as written", "t", 0, 10, "PERSON", Measure.LEAK));
    }

    @Test
    void namesAreCountedByTheScriptInWhichTheyStandToo() {
        // Given: the third name has a Latin i
        String text = "😀 Сокол и Sokol и Соkiл и 12";
        var gold = text(
                text,
                mention(2, 7, "PERSON", "a", Weight.UNSAID),
                mention(10, 15, "PERSON", "b", Weight.UNSAID),
                mention(18, 23, "PERSON", "c", Weight.UNSAID),
                mention(26, 28, "PERSON", "d", Weight.UNSAID));

        // When
        new NameScore(tallies).add(PLACE, gold, new Grid(text), List.of(find(10, 15, "PERSON")));

        // Then
        assertThat(tallies.figures())
                .filteredOn(figure ->
                        figure.measure() == Measure.LEAK && !figure.slice().equals(Place.AS_WRITTEN))
                .extracting(figure -> figure.slice() + " " + figure.rate().part())
                .containsExactly("Cyrillic 1", "Latin 0", "mixed script 1", "no letters 1");
    }

    @Test
    void aNameTakenForAPlaceLeaksAsANameAndNotAsAnything() {
        // Given
        String text = "Sokol left";
        var gold = text(text, name(text, "Sokol", "a"));

        // When
        new NameScore(tallies).add(PLACE, gold, new Grid(text), found(text, "LOCATION", "Sokol"));

        // Then
        assertThat(rate("PERSON", Measure.LEAK)).isEqualTo(new Rate(1, 1));
        assertThat(rate("PERSON", Measure.LEAK_ANY)).isEqualTo(new Rate(0, 1));
        assertThat(rate("PERSON", Measure.OTHER_WORDS)).isEqualTo(new Rate(0, 1));
    }

    @Test
    void halfAWordCoveredIsALeakAndAMaskedWordToo() {
        // Given
        String text = "Sokolova waits";
        var gold = text(text, name(text, "Sokolova", "a"));

        // When
        new NameScore(tallies).add(PLACE, gold, new Grid(text), found(text, "PERSON", "Sokol", "wait"));

        // Then
        assertThat(rate("PERSON", Measure.LEAK)).isEqualTo(new Rate(1, 1));
        assertThat(rate("PERSON", Measure.OTHER_WORDS)).isEqualTo(new Rate(1, 1));
    }

    @Test
    void aNameInsideAnAddressForMailIsNoOtherWord() {
        // Given
        String text = "Anna writes from sokol.anna@post.example today";
        var gold = text(text, name(text, "Anna", "a"), mention(17, 40, "CONTACT.EMAIL", "b", Weight.UNSAID));

        // When: the name in the address is found, and "today" is taken for one
        new NameScore(tallies).add(PLACE, gold, new Grid(text), found(text, "PERSON", "Anna", "sokol.anna", "today"));

        // Then: other words are "writes", "from" and "today"
        assertThat(rate("PERSON", Measure.OTHER_WORDS)).isEqualTo(new Rate(1, 3));
    }

    @Test
    void anEntityCountsOnlyWhenAllItsMentionsAreCovered() {
        // Given: one person in two mentions, a profession, and a court that may stay
        String text = "Sokol, baker, saw Sokol at the High Court";
        var gold = text(
                text,
                mention(0, 5, "PERSON", "a", Weight.DIRECT),
                mention(18, 23, "PERSON", "a", Weight.DIRECT),
                mention(7, 12, "DEM", "b", Weight.QUASI),
                mention(31, 41, "ORG", "c", Weight.OPEN));

        // When: the second mention of the person is missed, the court is masked
        new EntityScore(tallies)
                .add(
                        PLACE,
                        gold,
                        new Grid(text),
                        List.of(find(0, 5, "PERSON"), find(7, 12, "DEMOGRAPHIC"), find(31, 41, "ORGANISATION")));

        // Then: of four masked words two had to go
        assertThat(rate("all", Measure.DIRECT)).isEqualTo(new Rate(0, 1));
        assertThat(rate("all", Measure.QUASI)).isEqualTo(new Rate(1, 1));
        assertThat(rate("all", Measure.PRECISION)).isEqualTo(new Rate(2, 4));
        assertThat(rate("ORGANISATION", Measure.PRECISION)).isEqualTo(new Rate(0, 2));
        assertThat(find("ORG", Measure.QUASI)).isEmpty();
    }

    @Test
    void aKnownNameCountsWhenItsLayerCoversItAndDoesNotTakeItForSomebodyElse() {
        // Given: four names of two recorded persons, and one of nobody recorded
        String text = "Anna Anna Ivan Ivan Piotr spoke";
        var gold = new AnnotatedText(
                "t",
                "t",
                "en",
                text,
                List.of(
                        mention(0, 4, "PERSON", "a", Weight.UNSAID),
                        mention(5, 9, "PERSON", "a", Weight.UNSAID),
                        mention(10, 14, "PERSON", "i", Weight.UNSAID),
                        mention(15, 19, "PERSON", "i", Weight.UNSAID),
                        mention(20, 25, "PERSON", "x", Weight.UNSAID)),
                List.of(
                        People.person("a", Role.WITNESS, Sex.FEMALE, "Anna"),
                        People.person("i", Role.WITNESS, Sex.MALE, "Ivan")));

        // When: linked rightly, linked to nobody, linked wrongly, found by another layer; "Piotr" and "spoke" are hit
        new KnownScore(tallies)
                .add(
                        PLACE,
                        gold,
                        new Grid(text),
                        List.of(
                                known(0, 4, "a"),
                                known(5, 9, null),
                                known(10, 14, "a"),
                                find(15, 19, "PERSON"),
                                known(20, 25, null),
                                known(26, 31, null)));

        // Then
        assertThat(rate("PERSON", Measure.KNOWN)).isEqualTo(new Rate(2, 4));
        assertThat(rate("PERSON", Measure.KNOWN_LINKED)).isEqualTo(new Rate(1, 4));
        assertThat(rate("PERSON", Measure.KNOWN_CONFUSED)).isEqualTo(new Rate(1, 4));
        assertThat(rate("PERSON", Measure.KNOWN_FALSE)).isEqualTo(new Rate(1, 1));
    }

    @Test
    void goalsStandBesideTheFiguresTheyAreMeantFor() {
        // Given
        var russian = new Place("any", "ru", Place.AS_WRITTEN);

        // When
        tallies.add(russian, "PERSON", Measure.LEAK, 4, 1000);
        tallies.add(russian.of("lower"), "PERSON", Measure.LEAK, 4, 1000);
        tallies.add(russian.of("UPPER"), "PERSON", Measure.LEAK, 4, 1000);

        // Then
        assertThat(tallies.figures()).extracting(Figure::misses).containsExactly(true, false, false);
        assertThat(new Results(tallies.figures(), List.of(), 0).goalsMet()).isFalse();
        assertThat(tallies.figures().get(2).goal()).isEmpty();
    }

    @Test
    void anApostropheJoinsAWordAndAHyphenPartsIt() {
        assertThat(new Grid("O'Neil, Anna-Maria и Валер’евіч 5").words())
                .extracting(Grid.Word::start)
                .containsExactly(0, 8, 13, 19, 21, 32);
    }

    private Rate rate(String type, Measure measure) {
        return find(type, measure).orElseThrow().rate();
    }

    private Optional<Figure> find(String type, Measure measure) {
        return tallies.figures().stream()
                .filter(figure -> figure.type().equals(type) && figure.measure() == measure)
                .findFirst();
    }

    private static AnnotatedText text(String text, AnnotatedMention... mentions) {
        return new AnnotatedText("t", "t", "en", text, List.of(mentions), List.of());
    }

    private static AnnotatedMention name(String text, String name, String entity) {
        int start = text.indexOf(name);
        return mention(start, start + name.length(), "PERSON", entity, Weight.UNSAID);
    }

    private static AnnotatedMention mention(int start, int end, String type, String entity, Weight weight) {
        return new AnnotatedMention(start, end, type, entity, weight, java.util.Set.of());
    }

    private static List<Mention> found(String text, String type, String... words) {
        return Arrays.stream(words)
                .map(word -> find(text.indexOf(word), text.indexOf(word) + word.length(), type))
                .toList();
    }

    private static Mention find(int start, int end, String type) {
        return new Mention(start, end, type, null, null, 0.9, "other-layer");
    }

    private static Mention known(int start, int end, @Nullable String person) {
        return new Mention(start, end, "PERSON", person, null, 0.9, "known-name");
    }
}
