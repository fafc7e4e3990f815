package org.safepassage.redact.renditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;

class KnownPersonsTest {
    @Test
    void entriesWithOneIdAreNamesOfOnePerson() throws Exception {
        // Given
        String json = """
                [{"id":"p1","name":"Vydumanava Alesia","role":"alleged-perpetrator"},
                 {"id":"p2","name":"Prydumanau Piotr","note":"passed over"},
                 {"id":"p1","name":"Alesia"}]""";

        // When
        var persons = KnownPersons.parse(json);

        // Then
        assertThat(persons).hasSize(2);
        assertThat(persons.getFirst().names())
                .containsExactly(PersonName.of("Vydumanava Alesia"), PersonName.of("Alesia"));
        assertThat(persons.getFirst().role()).isEqualTo(Role.ALLEGED_PERPETRATOR);
        assertThat(persons.getLast().role()).isEqualTo(Role.OTHER);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{},it must be a JSON array",
                "``,it must be a JSON array",
                "[{] Alesia,line 1 is not JSON",
                "[{\"name\":\"Alesia\"}],entry 1: id must be a text",
                "`[{\"id\":\"p1\",\"name\":7}]`,entry 1: name must be a text",
                "`[{\"id\":\"p1\",\"name\":\"Alesia\",\"role\":\"Alesia\"}]`,entry 1: role must be one of complainant",
            })
    void whatCannotBeUsedIsNamedByItsPlaceAlone(String json, String problem) {
        // When / Then
        assertThatThrownBy(() -> KnownPersons.parse(json))
                .isInstanceOf(KnownPersons.Unusable.class)
                .hasMessageContaining(problem)
                .hasMessageNotContaining("Alesia");
    }
}
