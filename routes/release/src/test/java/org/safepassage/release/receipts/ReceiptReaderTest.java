package org.safepassage.release.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepassage.schemas.Receipt;

class ReceiptReaderTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final String SOUND = """
            {"consignment":"cs-2025-0001","recipient":"platform","status":"accepted",
             "sha256":"%s","at":"2025-03-05T08:00:00Z"}
            """.formatted(DIGEST);

    private final ReceiptReader reader = new ReceiptReader();

    @Test
    void aSoundReceiptIsRead() {
        assertThat(read(SOUND))
                .isEqualTo(new Reading.Valid(new Receipt(
                        "cs-2025-0001",
                        "platform",
                        Receipt.Status.ACCEPTED,
                        DIGEST,
                        Instant.parse("2025-03-05T08:00:00Z"))));
        assertThat(read(SOUND.replace("accepted", "rejected")))
                .isInstanceOfSatisfying(
                        Reading.Valid.class,
                        valid -> assertThat(valid.receipt().status()).isEqualTo(Receipt.Status.REJECTED));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "cs-2025-0001"                  | "../escaped"                    | consignment: not as the schema says
            "cs-2025-0001"                  | 7                               | consignment: not as the schema says
            "cs-2025-0001"                  | null                            | consignment: not as the schema says
            "accepted"                      | "ACCEPTED"                      | status: not as the schema says
            "2025-03-05T08:00:00Z"          | "2025-02-30T08:00:00Z"          | at: no moment of the calendar
            "2025-03-05T08:00:00Z"          | "2025-03-05T08:00:00+03:00"     | at: not as the schema says
            "sha256":"0123                  | "sha256":"X123                  | sha256: not as the schema says
            "status":"accepted",            | `` | status: missing
            {"consignment"                  | {"Pyotr":1,"consignment"        | the receipt: has a field that no receipt has
            {"consignment"                  | {"status":"rejected","consignment" | the receipt: not one JSON object, or a field is there twice
            {"consignment"                  | [{"consignment"                 | the receipt: not one JSON object, or a field is there twice
            "platform"                      | "platform"}{                    | the receipt: not one JSON object, or a field is there twice
            """)
    void aFaultIsToldByItsFieldAndNeverByItsValue(String sound, String faulty, String problem) {
        assertThat(SOUND).contains(sound);
        assertThat(read(SOUND.replace(sound, faulty == null ? "" : faulty)))
                .isEqualTo(new Reading.Invalid(List.of(problem)));
    }

    @Test
    void aLargeADeepAndAnEmptyReceiptAreInvalid() {
        assertThat(read(SOUND + " ".repeat(ReceiptReader.MAX_BYTES)))
                .isEqualTo(new Reading.Invalid(List.of("the receipt: larger than 16384 bytes")));
        assertThat(read("[".repeat(5_000))).isInstanceOf(Reading.Invalid.class);
        assertThat(read("")).isInstanceOf(Reading.Invalid.class);
        assertThat(read("null")).isInstanceOf(Reading.Invalid.class);
    }

    @Test
    void bytesThatAreNotUtf8AreInvalid() {
        assertThat(reader.read(SOUND.replace("platform", "platförm").getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(new Reading.Invalid(List.of("the receipt: not UTF-8")));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.MIXIN)
    void whateverAStrangerSendsIsAnAnswerAndNeverAnException(@ForAll @Size(max = 300) byte[] bytes) {
        assertThat(reader.read(bytes)).isInstanceOf(Reading.Invalid.class);
    }

    private Reading read(String text) {
        return reader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
