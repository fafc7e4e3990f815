package org.safepassage.connectors.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safepassage.connectors.DoorProblem;

/// Records are cut out of a page as the partner wrote them; links lead to the next.
class RecordSlicesTest {
    private static List<String> slices(String page, String pointer) throws DoorProblem {
        return RecordSlices.of(page.getBytes(StandardCharsets.UTF_8), JsonPointer.compile(pointer)).stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void everyByteOfARecordIsAsThePartnerWroteIt() throws Exception {
        // Given
        String first = "{ \"number\" : \"Справа-1\",\n \"age\": 1.10, \"x\":[{\"a\":{}}] }";
        String second = "{\"b\":\"\\u0441\",\"a\":1e2}";
        String page = "{\"meta\":{\"items\":[1]},\"data\":[9,{\"items\":[ " + first + " , " + second + " ]}],\"z\":1}";
        // When, then
        assertThat(slices(page, "/data/1/items")).containsExactly(first, second);
        assertThat(slices("[" + first + "]", "")).containsExactly(first);
        assertThat(slices(page, "/nothing/here")).isEmpty();
        assertThat(slices("{\"items\":null}", "/items")).isEmpty();
    }

    @Test
    void aPageThatIsNoListOfRecordsIsAProblem() {
        for (String page : List.of("", "{\"items\":[{\"a\":1}", "<html>", "{\"items\":[1]}", "{\"items\":{}}")) {
            // When, then
            assertThatThrownBy(() -> slices(page, "/items")).as(page).isInstanceOf(DoorProblem.class);
        }
        byte[] wide = "{\"items\":[{\"a\":1}]}".getBytes(StandardCharsets.UTF_16);
        assertThatThrownBy(() -> RecordSlices.of(wide, JsonPointer.compile("/items")))
                .hasMessageContaining("UTF-8");
    }

    @Test
    void theNextPageIsFoundAmongLinks() {
        // When, then
        assertThat(LinkHeader.next(
                        "<https://a.example/?p=1>; rel=\"prev\", <https://a.example/?p=3,4>; rel=\"last next\""))
                .isEqualTo("https://a.example/?p=3,4");
        assertThat(LinkHeader.next("</b>; title=\"x, <y>; rel=next\"; rel=prev, </c>;REL=Next"))
                .isEqualTo("/c");
        assertThat(LinkHeader.next("</b>; rel=prev")).isEmpty();
        assertThat(LinkHeader.next("<unfinished")).isEmpty();
    }
}
