package org.safepassage.connectors.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safepassage.connectors.Taken;

/// The same partner, but its listing is all there is: records have no address of their own, and pages follow links.
class JsonListingCasesTest extends JsonCasesTest {
    @Override
    Map<String, String> parameters() {
        var parameters = new HashMap<>(super.parameters());
        parameters.put("paging", "link");
        parameters.put("detailPath", "");
        return parameters;
    }

    @Test
    void aRecordIsFoundAlsoWhenItMovedToAnotherPage() throws Exception {
        // Given
        putManyCases(25);
        try (var door = door(Map.of("paging", "page"))) {
            var last = list(door, "").getLast();
            for (int number = 0; number < 12; number++) {
                archive.remove("K-" + number);
            }
            // When
            var taken = Taken.from(door, last);
            // Then
            assertThat(new String(taken.jsonRecord(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("\"" + last.key() + "\"");
        }
    }
}
