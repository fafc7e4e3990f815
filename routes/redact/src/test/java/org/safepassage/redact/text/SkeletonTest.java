package org.safepassage.redact.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkeletonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "тихановская ціханоўская tsikhanouskaya tikhanovskaya",
                "михаил міхаіл mikhail",
                "мария марыя maria maryia mariya marija",
                "науменко навуменка naumenko",
                "сергеевич сяргеевіч siarhieievich",
                "владимир уладзімір uladzimir vladimir",
                "жибуль жыбуль zhybul zhybwl"
            })
    void spellingsOfOneNameMeet(String spellings) {
        var skeletons = Arrays.stream(spellings.split(" ")).map(Skeleton::of).toList();

        assertThat(skeletons.stream().map(skeleton -> skeleton.substring(0, 4)).distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"иванов петров", "козлов кузнецов", "жук чук", "сидоренко бондаренко"})
    void differentNamesStayApart(String names) {
        String[] pair = names.split(" ");

        assertThat(Skeleton.of(pair[0])).isNotEqualTo(Skeleton.of(pair[1]));
    }
}
