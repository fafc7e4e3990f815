package org.safepassage.rehearsal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands in a file of millions of letters is decoded like what stands in a short one.
class EncodingsTest {
    private static final byte[] LONG = "Invented words. ".repeat(100_000).getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"hex", "base64"})
    void aLongRunIsDecodedWhole(String name) {
        // Given
        String written = name.equals("hex")
                ? HexFormat.of().formatHex(LONG)
                : Base64.getMimeEncoder().encodeToString(LONG);
        var found = new ArrayList<byte[]>();

        // When
        Encodings.decode(written.getBytes(StandardCharsets.US_ASCII), (encoding, bytes) -> {
            if (encoding.equals(name)) {
                found.add(bytes);
            }
        });

        // Then
        assertThat(found)
                .anyMatch(bytes ->
                        new String(bytes, StandardCharsets.UTF_8).contains(new String(LONG, StandardCharsets.UTF_8)));
    }
}
