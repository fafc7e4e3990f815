package org.safepassage.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.KameletParameters;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.peers.Certificates;
import org.safepassage.connectors.peers.CuttingLine;
import org.safepassage.connectors.peers.Nginx;

/// TLS and client certificates against nginx.
@Tag("slow")
@Timeout(60)
class TlsLineTest {
    @TempDir
    static Path folder;

    static Certificates partner;
    static Certificates stranger;
    static Nginx server;

    @BeforeAll
    static void startServer() throws Exception {
        partner = new Certificates(Files.createDirectory(folder.resolve("partner")), "Partner Authority");
        stranger = new Certificates(Files.createDirectory(folder.resolve("stranger")), "Stranger");
        partner.issue("hub");
        stranger.issue("hub");
        server = new Nginx(
                Files.createDirectory(folder.resolve("nginx")),
                partner.issue("server"),
                partner.ca().toString(),
                "");
        Files.writeString(server.files().resolve("hello"), "hello");
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    private static HttpLine line(Map<String, String> otherwise) throws DoorProblem {
        var given = new HashMap<>(Map.of(
                "url", server.url(),
                "caFile", partner.ca().toString(),
                "clientCertificateFile", folder.resolve("partner/hub.pem").toString(),
                "clientKeyFile", partner.key("hub").toString(),
                "user", "hub",
                "password", "x"));
        given.putAll(otherwise);
        given.values().removeIf(String::isEmpty);
        var parameters = Parameters.check(KameletParameters.of("sp-webdav-bundles-source"), given);
        return new HttpLine(
                HttpParameters.settings(parameters, HttpParameters.auth(parameters)), InstantSource.system());
    }

    private static int ask(HttpLine line) throws DoorProblem {
        return line.status(Ask.get(line.resolve("files/hello")), 200);
    }

    private static DoorProblem problem(HttpLine line) {
        var thrown = catchThrowable(() -> ask(line));
        assertThat(thrown).isInstanceOf(DoorProblem.class);
        return (DoorProblem) thrown;
    }

    @Test
    void aServerThatAsksForACertificateGetsIt() throws Exception {
        // Given
        Path locked = partner.lockedKey("hub", "right-secret");
        try (var line = line(Map.of());
                var withPassphrase = line(Map.of("clientKeyFile", locked.toString(), "passphrase", "right-secret"))) {
            // When, then
            assertThat(ask(line)).isEqualTo(200);
            assertThat(ask(withPassphrase)).isEqualTo(200);
            var report = HttpSteps.upToTls(line).report();
            assertThat(report.passed()).isTrue();
            assertThat(report.steps().getLast().detail())
                    .contains("TLSv1.3", "CN=server", "CN=Partner Authority", "valid from ")
                    .containsPattern("SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}");
        }
        assertThatThrownBy(() -> line(Map.of("clientKeyFile", locked.toString(), "passphrase", "wrong-secret")))
                .hasMessageContaining("passphrase")
                .message()
                .doesNotContain("wrong-secret");
        assertThatThrownBy(() -> line(Map.of("clientKeyFile", ""))).hasMessageContaining("clientKeyFile");
    }

    @Test
    void aServerThatRefusesTheClientsCertificateIsUnderstood() throws Exception {
        // Given
        try (var without = line(Map.of("clientCertificateFile", "", "clientKeyFile", ""));
                var strange = line(Map.of(
                        "clientCertificateFile",
                        folder.resolve("stranger/hub.pem").toString(),
                        "clientKeyFile",
                        stranger.key("hub").toString()))) {
            // When, then
            assertThat(problem(without).kind()).isEqualTo(Kind.LOGIN_REFUSED);
            assertThat(problem(strange).kind()).isEqualTo(Kind.LOGIN_REFUSED);
        }
    }

    @Test
    void anUntrustedCertificateIsToldWithItsSubjectIssuerAndDates() throws Exception {
        // Given
        try (var line = line(Map.of("caFile", stranger.ca().toString()))) {
            // When
            var problem = problem(line);
            var step = HttpSteps.upToTls(line).report().steps().getLast();
            // Then
            assertThat(problem.kind()).isEqualTo(Kind.CERTIFICATE_REFUSED);
            assertThat(problem)
                    .hasMessageContainingAll(
                            "is signed by an authority that is not trusted here",
                            "CN=server",
                            "CN=Partner Authority",
                            "valid from");
            assertThat(step.name()).isEqualTo("tls");
            assertThat(step.detail()).contains("CN=server");
        }
    }

    @Test
    void anExpiredCertificateIsToldWithItsDates() throws Exception {
        // Given
        Instant then = Instant.parse("2024-05-01T00:00:00Z");
        Path expired = partner.issue("expired", then.minus(Duration.ofDays(90)), then);
        Path early = partner.issue(
                "early", Instant.now().plus(Duration.ofDays(2)), Instant.now().plus(Duration.ofDays(3)));
        try (var old = new Nginx(Files.createDirectory(folder.resolve("old")), expired, "", "");
                var coming = new Nginx(Files.createDirectory(folder.resolve("coming")), early, "", "");
                var toOld = line(Map.of("url", old.url()));
                var toComing = line(Map.of("url", coming.url()))) {
            // When, then
            assertThat(problem(toOld).kind()).isEqualTo(Kind.CERTIFICATE_REFUSED);
            assertThat(problem(toOld)).hasMessageContainingAll("is expired", "to 2024-05-01");
            assertThat(problem(toComing))
                    .hasMessageContainingAll(
                            "does not hold yet",
                            Instant.now()
                                    .plus(Duration.ofDays(2))
                                    .atZone(ZoneOffset.UTC)
                                    .toLocalDate()
                                    .toString());
        }
    }

    @Test
    void aCertificateForAnotherNameIsRefused() throws Exception {
        // Given
        Path other = partner.issueFor("other", "files.partner.example");
        try (var misnamed = new Nginx(Files.createDirectory(folder.resolve("misnamed")), other, "", "");
                var line = line(Map.of("url", misnamed.url()))) {
            // When, then
            assertThat(problem(line).kind()).isEqualTo(Kind.CERTIFICATE_REFUSED);
            assertThat(problem(line)).hasMessageContaining("is for another host name");
        }
    }

    @Test
    void aLargeFileIsReadOnWithRangesWhereverTheLineBreaks() throws Exception {
        // Given
        byte[] video = new byte[5_000_000];
        new Random(3).nextBytes(video);
        Files.write(server.files().resolve("video"), video);
        try (var cutting = new CuttingLine(server.port());
                var line = line(Map.of("url", "https://localhost:" + cutting.port() + "/"))) {
            cutting.cutAfter(3_000_000);
            // When
            try (var file = HttpDownload.open(line, Ask.get(line.resolve("files/video")), 1L << 40)) {
                // Then
                assertThat(file.size()).isEqualTo(video.length);
                assertThat(file.readAllBytes()).isEqualTo(video);
            }
            assertThat(cutting.connections()).isGreaterThan(1);
            assertThat(cutting.carried()).isLessThan(7_000_000);
        }
    }
}
