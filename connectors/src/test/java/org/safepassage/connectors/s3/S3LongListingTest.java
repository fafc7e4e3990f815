package org.safepassage.connectors.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.peers.SignatureGate;

/// A listing of 100,000 cases, invented page by page as Amazon documents ListObjectsV2: S3Mock keeps every object as
/// files of its own, which would take longer to make than to list.
@Tag("long")
@Timeout(1_200)
class S3LongListingTest {
    private static final int CASES = 100_000;
    private static final int PAGE = 1_000;
    private static final Pattern ONE = Pattern.compile("prefix=cases/K-([0-9]{6})/");
    private static final Pattern TOKEN = Pattern.compile("continuation-token=([0-9]+)");

    @Test
    void everyCaseOfAHundredThousandComesOnceOldestFirst() throws Exception {
        // Given
        try (var gate = new SignatureGate(1);
                var door = Doors.openPartner(
                        "sp-s3-cases-source",
                        Map.of(
                                "url",
                                "http://127.0.0.1:" + gate.port(),
                                "bucket",
                                "large",
                                "user",
                                SignatureGate.ACCESS_KEY,
                                "password",
                                SignatureGate.SECRET_KEY,
                                "casesPrefix",
                                "cases/",
                                "settleSeconds",
                                "0"))) {
            gate.fault(S3LongListingTest::answer);
            Set<String> keys = new HashSet<>();
            // When
            try (var arrivals = door.changes("")) {
                arrivals.forEach(arrival -> assertThat(keys.add(arrival.key())).isTrue());
            }
            // Then
            assertThat(keys).hasSize(CASES);
            assertThat(gate.requests()).isGreaterThan(CASES + CASES / PAGE);
        }
    }

    private static boolean answer(HttpExchange exchange) throws IOException {
        String query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        Matcher one = ONE.matcher(query);
        Matcher token = TOKEN.matcher(query);
        boolean single = one.find();
        int from = single ? Integer.parseInt(one.group(1)) : token.find() ? Integer.parseInt(token.group(1)) : 0;
        int end = single ? from + 1 : Math.min(from + PAGE, CASES);
        var page = new StringBuilder("<ListBucketResult><EncodingType>url</EncodingType>");
        for (int number = from; number < end; number++) {
            page.append(String.format(
                    Locale.ROOT,
                    "<Contents><Key>cases/K-%06d/case.json</Key><Size>2</Size><ETag>\"%06d\"</ETag>"
                            + "<LastModified>2026-01-01T00:%02d:00.000Z</LastModified></Contents>",
                    number,
                    number,
                    59 - number % 60));
        }
        if (!single && end < CASES) {
            page.append("<IsTruncated>true</IsTruncated><NextContinuationToken>")
                    .append(end);
            page.append("</NextContinuationToken>");
        }
        byte[] body = page.append("</ListBucketResult>").toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
        return true;
    }
}
