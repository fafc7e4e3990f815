package org.safepassage.redact.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class NeedlesTest {
    @Property
    void findsWhatASearchOfEachNeedleByItselfFinds(
            @ForAll @Size(max = 8)
                    List<@StringLength(min = 1, max = 5) @CharRange(from = 'a', to = 'c') String> needles,
            @ForAll @StringLength(max = 60) @CharRange(from = 'a', to = 'c') String text) {
        List<String> distinct = needles.stream().distinct().toList();
        var expected = new TreeSet<String>();
        for (int needle = 0; needle < distinct.size(); needle++) {
            for (int at = text.indexOf(distinct.get(needle));
                    at >= 0;
                    at = text.indexOf(distinct.get(needle), at + 1)) {
                expected.add(needle + "@" + at);
            }
        }

        var found = new TreeSet<String>();
        Needles.of(distinct).search(text, (needle, start, end) -> found.add(needle + "@" + start));

        assertThat(found).isEqualTo(expected);
    }
}
