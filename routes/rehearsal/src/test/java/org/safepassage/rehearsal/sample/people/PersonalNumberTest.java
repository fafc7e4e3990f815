package org.safepassage.rehearsal.sample.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.schemas.Sex;

class PersonalNumberTest {
    @Test
    void aNumberWorkedOutByHandIsValidAndItsNeighbourIsNot() {
        // 7,3,1 over 3 1 4 0 3 8 7 A=10 0 1 2 P=25 B=11:
        // 21+3+4+0+9+8+49+30+0+7+6+25+77 = 239, so the check digit is 9.
        assertThat(PersonalNumber.isValid("3140387A012PB9")).isTrue();
        assertThat(PersonalNumber.isValid("3140387A012PB8")).isFalse();
        assertThat(PersonalNumber.isValid("3140388A012PB9")).isFalse();
    }

    @Property
    void everyInventedNumberIsValidAndTellsSexAndBirth(
            @ForAll long seed, @ForAll boolean woman, @ForAll @IntRange(min = 0, max = 20_000) int days) {
        // Given
        LocalDate born = LocalDate.of(1952, 1, 1).plusDays(days);

        // When
        String number = PersonalNumber.invent(woman ? Sex.FEMALE : Sex.MALE, born, Dice.of(seed, 1));

        // Then
        assertThat(PersonalNumber.isValid(number)).isTrue();
        assertThat(number.substring(1, 5)).isEqualTo("%02d%02d".formatted(born.getDayOfMonth(), born.getMonthValue()));
        assertThat((number.charAt(0) - '0') % 2).isEqualTo(woman ? 0 : 1);
    }
}
