package org.safepassage.connectors.plumbing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ItemPathsTest {
    @Property(tries = 500)
    void noPathHasACharacterThatAScreenCannotBear(@ForAll String path) {
        // When
        String safe = new ItemPaths().safe(path);
        // Then
        assertThat(safe.codePoints())
                .noneMatch(point -> Character.getType(point) == Character.CONTROL
                        || Character.getType(point) == Character.SURROGATE
                        || (point >= 0x202A && point <= 0x202E));
        assertThat(safe.length()).isLessThanOrEqualTo(ItemPaths.LONGEST + 4);
    }

    @Test
    void twoNamesThatLookAlikeAfterwardsStayTwo() {
        // Given
        var paths = new ItemPaths();
        // When
        var safe = List.of(
                paths.safe("a\n"), paths.safe("a%000A"), paths.safe("x".repeat(2_000)), paths.safe("x".repeat(3_000)));
        // Then
        assertThat(safe).doesNotHaveDuplicates();
    }

    @Test
    void aPathStaysOrItDoesNot() {
        assertThat(List.of("a", "a/b.txt", "ёлка/я.jpg", "..a/b..", "a b")).allMatch(ItemPaths::stays);
        assertThat(List.of("", "/a", "../a", "a/../b", "a//b", "a/.", "C:\\a", "..\\a", "a\0b"))
                .noneMatch(ItemPaths::stays);
    }

    @Test
    void namesThatAreNotUtf8AreReadInTheOldCharset() {
        // Given
        Charset old = Charset.forName("windows-1251");
        // When, then
        assertThat(ItemPaths.decode("справа".getBytes(old), old)).isEqualTo("справа");
        assertThat(ItemPaths.decode("справа".getBytes(StandardCharsets.UTF_8), old))
                .isEqualTo("справа");
    }
}
