package org.safepassage.release.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepassage.schemas.Role;

class SelectionTest {
    @ParameterizedTest
    @CsvSource({
        "torture, be,         true",
        "torture, be-x-other, true",
        "torture, ru,         false",
        "arrest,  be,         false",
    })
    void aCaseIsSelectedByCategoryAndPrimaryLanguage(String category, String language, boolean selected) {
        // Given
        var caseFile = Cases.caseFile(
                List.of(Cases.person("p1", Role.COMPLAINANT)), List.of(), List.of(Cases.statement("p1")));

        // When / Then: the case is about torture and its statement is in be-tarask.
        assertThat(new Selection(Set.of(category), Set.of(language)).selects(caseFile))
                .isEqualTo(selected);
    }

    @Test
    void aCaseWithoutStatementsIsSelectedOnlyWhenNoLanguageIsAskedFor() {
        // Given
        var silent = Cases.caseFile(List.of(Cases.person("p1", Role.COMPLAINANT)), List.of(), List.of());

        // When / Then
        assertThat(Selection.everything().selects(silent)).isTrue();
        assertThat(new Selection(Set.of(), Set.of("be")).selects(silent)).isFalse();
    }
}
