package org.safepassage.redact.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safepassage.redact.evaluation.AnnotatedMention.Weight;
import org.safepassage.schemas.Role;

class TestimoniesTest {
    private static final String CASE = """
            == case c-1
            person p1 witness female: Anna Sokol; Анна Сокол
            -- t-1
            I am [[PERSON:p1|Anna
            Sokol]] and [[PERSON:x1:initials|I. Hrom]].

            Ring [[CONTACT.PHONE|+1]] on [[DATE|1 May]].
            """;

    private final List<AnnotatedText> texts = Testimonies.corpus().texts();

    @Test
    void offsetsComeFromTheMarks() {
        // When
        AnnotatedText text = Testimonies.parse("en", CASE).getFirst();

        // Then
        assertThat(text.text()).isEqualTo("I am Anna Sokol and I. Hrom.\n\nRing +1 on 1 May.");
        assertThat(text.mentions().stream().map(mention -> words(text, mention)))
                .containsExactly("Anna Sokol", "I. Hrom", "+1", "1 May");
        assertThat(text.mentions())
                .extracting(AnnotatedMention::weight)
                .containsExactly(Weight.DIRECT, Weight.DIRECT, Weight.DIRECT, Weight.QUASI);
        assertThat(text.persons().getFirst().role()).isEqualTo(Role.WITNESS);
        assertThat(text.persons().getFirst().names()).hasSize(2);
    }

    @Test
    void whatIsNotWrittenAsItShouldBeIsToldByItsLine() {
        assertThatThrownBy(() -> Testimonies.parse("en", "== case c\nperson p1 nobody male: A\n"))
                .hasMessageStartingWith("line 2");
        assertThatThrownBy(() -> Testimonies.parse("en", CASE.replace("PERSON:p1", "PERSON:p7") + "== case d\n"))
                .hasMessageContaining("t-1");
        assertThatThrownBy(() -> Testimonies.parse("en", CASE.replace(":initials", ":unheard of") + "-- t-2\n"))
                .hasMessageContaining("t-1");
        assertThatThrownBy(() -> Testimonies.parse("en", CASE.replace("[[DATE|", "[[DATE") + "-- t-2\n"))
                .hasMessageContaining("t-1");
    }

    /// Figures of different days can be compared only over the same texts. Who has a reason to change them takes all
    /// figures anew and writes the new digest here.
    @Test
    void theTestimoniesAreFrozen() throws Exception {
        // When
        var digest = MessageDigest.getInstance("SHA-256");
        for (String language : List.of("be", "ru", "en")) {
            try (var file = Testimonies.class.getResourceAsStream("testimonies-" + language + ".txt")) {
                digest.update(Objects.requireNonNull(file).readAllBytes());
            }
        }

        // Then
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("179b59c1b5535b60e1e3809b9e1b4540b6fd54f4879260fd0640df0e69cf722f");
    }

    @Test
    void thereAreFortyTestimoniesAndMoreInThreeLanguages() {
        assertThat(texts).hasSizeGreaterThanOrEqualTo(40);
        assertThat(texts).extracting(AnnotatedText::id).doesNotHaveDuplicates();
        assertThat(List.of("be", "ru", "en"))
                .allSatisfy(language -> assertThat(
                                texts.stream().filter(text -> text.language().equals(language)))
                        .hasSizeGreaterThanOrEqualTo(12));
        assertThat(texts)
                .allSatisfy(text -> assertThat(new Grid(text.text()).size()).isBetween(80, 200));
    }

    @Test
    void everyMentionHasWordsAndEveryTextANameOfTheRecord() {
        assertThat(texts).allSatisfy(text -> {
            assertThat(text.mentions())
                    .allSatisfy(mention -> assertThat(words(text, mention))
                            .isNotBlank()
                            .isEqualTo(words(text, mention).strip()));
            assertThat(text.mentions()).anyMatch(mention -> mention.namesPerson() && text.records(mention.entity()));
        });
    }

    @Test
    void everySliceIsThereInEveryLanguage() {
        assertThat(List.of("be", "ru", "en"))
                .allSatisfy(language -> assertThat(mentions(language).flatMap(mention -> mention.slices().stream()))
                        .containsAll(Testimonies.SLICES));
    }

    @Test
    void everyKindOfIdentifierIsThereInEveryLanguage() {
        assertThat(List.of("be", "ru", "en"))
                .allSatisfy(language -> assertThat(mentions(language).map(AnnotatedMention::type))
                        .contains(
                                "CONTACT.PHONE",
                                "CONTACT.EMAIL",
                                "CONTACT.SOCIAL",
                                "CODE.PASSPORT",
                                "CODE.PERSONAL_NUMBER",
                                "CODE.PLATE",
                                "LOCATION.ADDRESS",
                                "LOCATION",
                                "ORGANISATION.WORKPLACE",
                                "DATE",
                                "DATE.BIRTH",
                                "DEMOGRAPHIC"));
    }

    /// The check digit of a personal number: weights 7, 3, 1, letters from A = 10.
    @Test
    void personalNumbersHaveTheirCheckDigit() {
        assertThat(texts.stream()
                        .flatMap(text -> text.mentions().stream()
                                .filter(mention -> mention.type().equals("CODE.PERSONAL_NUMBER"))
                                .map(mention -> words(text, mention))))
                .isNotEmpty()
                .allSatisfy(number -> {
                    int sum = 0;
                    for (int i = 0; i < 13; i++) {
                        sum += Character.digit(number.charAt(i), 36)
                                * List.of(7, 3, 1).get(i % 3);
                    }
                    assertThat(number).hasSize(14).endsWith(String.valueOf(sum % 10));
                });
    }

    @Test
    void spoiltTextsKeepTheirAnnotations() {
        assertThat(Spoiling.values())
                .allSatisfy(spoiling -> assertThat(texts).allSatisfy(text -> {
                    AnnotatedText spoilt = spoiling.of(text);
                    assertThat(spoilt.text()).isNotEqualTo(text.text());
                    assertThat(spoilt.mentions()).hasSameSizeAs(text.mentions());
                    for (int i = 0; i < text.mentions().size(); i++) {
                        String before = words(text, text.mentions().get(i));
                        String after = words(spoilt, spoilt.mentions().get(i)).replace("-\n", "");
                        assertThat(after.codePoints().count())
                                .isEqualTo(before.codePoints().count());
                        assertThat(after.charAt(0))
                                .matches(first -> Spoiling.HOMOGLYPH == spoiling
                                        || Character.toLowerCase(first) == Character.toLowerCase(before.charAt(0)));
                    }
                }));
    }

    @Test
    void aMisreadTextHasOtherLettersAndHyphensAtLineEnds() {
        // Given
        var text =
                new AnnotatedText("t", "t", "en", "Nothing remembers yesterdays letters forever", List.of(), List.of());

        // Then: the third word of six letters is misread, the fifth is parted
        assertThat(Spoiling.OCR.of(text).text()).isEqualTo("Nothing remembers ycsterdays letters for-\never");
    }

    private Stream<AnnotatedMention> mentions(String language) {
        return texts.stream()
                .filter(text -> text.language().equals(language))
                .flatMap(text -> text.mentions().stream());
    }

    private static String words(AnnotatedText text, AnnotatedMention mention) {
        int[] points = text.text().codePoints().toArray();
        return new String(points, mention.start(), mention.end() - mention.start());
    }
}
