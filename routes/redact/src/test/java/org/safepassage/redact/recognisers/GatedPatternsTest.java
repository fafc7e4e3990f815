package org.safepassage.redact.recognisers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.safepassage.redact.recognisers.GatedPatterns.Gated;

class GatedPatternsTest {
    private static final List<String> REGEXES = List.of(
            "a+b?",
            "(?<!\\p{L})ба(?!б)",
            "(?<![\\p{L}\\d])1[аb]?|c",
            "(?:ab|ба)[ ]?\\d{1,3}",
            "[@#][ab]{2}",
            "№?1(?: ?1)*",
            "«[^»]{1,4}»",
            "\uD83D\uDE00a");

    private final GatedPatterns together =
            new GatedPatterns(REGEXES.stream().map(Gated::of).toList());

    @Property
    void togetherTheyFindWhatEachFindsByItself(@ForAll("texts") String text) {
        var found = new ArrayList<List<String>>();
        REGEXES.forEach(regex -> found.add(new ArrayList<>()));
        together.each(text, (pattern, match) -> found.get(pattern).add(told(match)));

        for (int k = 0; k < REGEXES.size(); k++) {
            assertThat(found.get(k)).as(REGEXES.get(k)).isEqualTo(alone(REGEXES.get(k), text));
        }
    }

    @Property
    void aPatternWithAMarkFindsWhatItFindsWithoutIt(@ForAll("texts") String text) {
        // Given
        String regex = "(?<!\\p{L})[aбb]{1,3}@[ab]";
        var marked = new GatedPatterns(List.of(new Gated(Pattern.compile(regex), Pattern.compile("@[ab]"), 3)));
        var found = new ArrayList<String>();

        // When
        marked.each(text, match -> found.add(told(match)));

        // Then
        assertThat(found).isEqualTo(alone(regex, text));
    }

    @Test
    void aPatternThatLooksBackIsRefused() {
        assertThatThrownBy(() -> Gated.of("(?<=а)б")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Gated.of("\\bа")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Gated.of("^а")).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "b",
                        "c",
                        "а",
                        "б",
                        "1",
                        " ",
                        "@",
                        "#",
                        "№",
                        "«",
                        "»",
                        "ab",
                        "ба",
                        "\uD83D\uDE00",
                        "\uD83D")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    private static List<String> alone(String regex, String text) {
        var found = new ArrayList<String>();
        Matcher matcher = Pattern.compile(regex).matcher(text);
        while (matcher.find()) {
            found.add(told(matcher));
        }
        return found;
    }

    private static String told(Matcher match) {
        return match.start() + " " + match.group();
    }
}
