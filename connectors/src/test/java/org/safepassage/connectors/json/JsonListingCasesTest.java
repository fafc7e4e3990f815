package org.safepassage.connectors.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.safepassage.connectors.Arrival;
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
    @Tag("long")
    @Timeout(value = 900, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aHundredThousandRecordsAreListedEachOnce() throws Exception {
        // Given
        putManyCases(100_000);
        try (var door = door(Map.of("pageSize", "200"))) {
            // When
            try (var arrivals = door.changes("")) {
                // Then
                assertThat(arrivals.map(Arrival::key).distinct().count()).isEqualTo(100_000);
            }
        }
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
            assertThat(new String(taken.jsonRecord(), StandardCharsets.UTF_8)).contains("\"" + last.key() + "\"");
        }
    }
}
