package org.safepassage.hub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.safepassage.schemas.CaseFileVersion;

class ParcelTest {
    private static final CaseFileVersion VERSION = CaseFileVersion.parse("cf-ab22cd34ef56gh77.v2");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void aParcelOfASupplementIsReadBackAsItWasWritten() throws Exception {
        // Given
        var parcel = new Parcel(VERSION, "to-court", 3, 1);

        // When
        var read = json.readValue(json.writeValueAsString(parcel), Parcel.class);

        // Then
        assertThat(read).isEqualTo(parcel);
    }

    @Test
    void aMessageThatIsOlderThanSupplementsIsAFirstConsignments() throws Exception {
        // Given
        String written = "{\"caseFile\":\"cf-ab22cd34ef56gh77.v2\",\"exchange\":\"to-court\",\"attempt\":2}";

        // When
        var read = json.readValue(written, Parcel.class);

        // Then
        assertThat(read).isEqualTo(new Parcel(VERSION, "to-court", 2));
    }
}
