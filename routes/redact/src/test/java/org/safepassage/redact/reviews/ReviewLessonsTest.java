package org.safepassage.redact.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.CaseDetector;
import org.safepassage.redact.CaseKnowledge;
import org.safepassage.redact.CaseText;
import org.safepassage.redact.Detector;
import org.safepassage.redact.TextRedactor;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.pseudonyms.MemoryRegister;
import org.safepassage.redact.pseudonyms.PseudonymMaker;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// What a reviewer says of one text is so in the others of the case.
class ReviewLessonsTest {
    private static final Person OFFICER = new Person(
            "p2", Role.ALLEGED_PERPETRATOR, Sex.MALE, List.of(PersonName.of("Громов Виктор Олегович")), List.of());
    private static final Person WITNESS =
            new Person("p1", Role.WITNESS, Sex.FEMALE, List.of(PersonName.of("Лысенок Вера")), List.of());
    private static final List<Person> PERSONS = List.of(WITNESS, OFFICER);

    @Test
    void aNameThatWasMissedIsFoundInEveryFormInTheOtherTexts() throws Exception {
        // Given
        var text = text("Потом привели Кукушку и били её.");
        String other = "Кукушка молчала. Кукушке дали воды.";

        // When
        var knowledge = answered(text, ReviewAnswer.add(14, 21, "PERSON", null));

        // Then
        assertThat(redacted(other, CaseKnowledge.NONE)).isEqualTo(other);
        assertThat(redacted(other, knowledge)).isEqualTo("[имя] молчала. [имя] дали воды.");
    }

    @Test
    void aNicknameThatIsLinkedToAPerpetratorStaysAndOneOfAWitnessGoes() throws Exception {
        // Given
        var text = text("Витюша Громила бил, а Верка плакала.");

        // When
        var knowledge =
                answered(text, ReviewAnswer.add(0, 14, "PERSON", "p2"), ReviewAnswer.add(22, 27, "PERSON.GIVEN", "p1"));

        // Then
        assertThat(redacted("Снова пришёл Витюша Громила. Верку отпустили.", knowledge))
                .matches("Снова пришёл Витюша Громила. Лицо [A-Z0-9]{4} отпустили.");
    }

    @Test
    void aNumberThatWasMissedIsFoundInTheOtherTexts() throws Exception {
        // Given
        var text = text("Шафа 7-АК-19-Б стаіць у калідоры.");

        // When
        var knowledge = answered(text, ReviewAnswer.add(5, 14, "CODE", null));

        // Then
        assertThat(redacted("Ключ ад 7-АК-19-Б згублены.", knowledge)).isEqualTo("Ключ ад [номер] згублены.");
    }

    @Test
    void whatIsNobodyIsNobodyInTheOtherTextsButARecordedNameStaysSought() throws Exception {
        // Given: a patrol that is called like somebody
        var text = text("Дежурил капитан Весна. Там была Лысенок Вера.");
        var record = record(text);
        int stranger = number(record, null);
        int recorded = number(record, "p1");

        // When
        var knowledge =
                ReviewLessons.of(text, record, List.of(ReviewAnswer.remove(stranger), ReviewAnswer.remove(recorded)));

        // Then
        String other = "Снова дежурил капитан Весна. Лысенок Вера спала.";
        assertThat(redacted(other, CaseKnowledge.NONE)).doesNotContain("Весна");
        assertThat(redacted(other, knowledge)).contains("капитан Весна").doesNotContain("Лысенок");
    }

    private static int number(ReviewRecord record, @Nullable String person) {
        return record.mentions().stream()
                .filter(found -> found.type().startsWith("PERSON"))
                .filter(found -> Objects.equals(found.person(), person))
                .findFirst()
                .orElseThrow()
                .number();
    }

    @Test
    void laterWordsCountWhereTwoSpeakOfTheSame() {
        // Given
        var text = text("Потом привели кукушку и били её.");
        var name = answered(text, ReviewAnswer.add(14, 21, "PERSON", null));
        var nobody =
                new CaseKnowledge(new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(Set.of("кукушку")));

        // Then
        assertThat(name.and(nobody).strangers()).isEmpty();
        assertThat(nobody.and(name).nobody()).isEmpty();
    }

    @Test
    void anAnswerThatFitsNothingIsToldByItsNumberAndNotItsWords() {
        // Given
        var text = text("Потом привели кукушку и били её.");

        // Then
        assertThatThrownBy(() -> answered(text, ReviewAnswer.add(14, 99, "PERSON", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("answer 1 fits no mention of x2");
        assertThatThrownBy(() -> answered(text, ReviewAnswer.relink(7, "p1")))
                .hasMessage("answer 1 fits no mention of x2");
    }

    private static CaseText text(String words) {
        return new CaseText("x2", words, "ru");
    }

    private static CaseKnowledge answered(CaseText text, ReviewAnswer... answers) {
        return ReviewLessons.of(text, record(text), List.of(answers));
    }

    private static ReviewRecord record(CaseText text) {
        var mentions = detector(CaseKnowledge.NONE).detect(text);
        return TextReview.of(text, List.of(), mentions, allowance());
    }

    private static String redacted(String words, CaseKnowledge knowledge) {
        var mentions = detector(knowledge).detect(text(words));
        return new TextRedactor()
                .redact(words, "ru", "t", mentions, allowance())
                .text();
    }

    private static CaseDetector detector(CaseKnowledge knowledge) {
        return Detector.standard().forCase(PERSONS, knowledge);
    }

    private static Allowance allowance() {
        return new Allowance(policy(), Set.of(), PERSONS, new PseudonymMaker(new MemoryRegister(), new Random(1)), "");
    }

    private static Policy policy() {
        try {
            return Policies.parse("test.yaml", """
                    policy: test
                    description: For this test.
                    generalise:
                      DATE: month
                    rows:
                      any:
                        PERSON: pseudonym
                        CODE: remove
                      alleged-perpetrator:
                        PERSON: keep
                      unlinked:
                        PERSON: remove
                        CODE: remove
                    """);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }
}
