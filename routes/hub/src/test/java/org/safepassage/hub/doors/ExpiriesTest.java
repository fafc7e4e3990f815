package org.safepassage.hub.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpainless.PGPainless;
import org.pgpainless.key.protection.SecretKeyRingProtector;
import org.safepassage.hub.configuration.AppliedState;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.house.HouseFolders;

/// What ends, with a real key, a real certificate made by OpenSSL, and a secret with a last day.
@Tag("slow")
class ExpiriesTest {
    @TempDir
    Path root = Path.of("");

    @Test
    void keysCertificatesAndSecretsAreCountedDownTheSoonestFirst() throws Exception {
        // Given: an hour on, so that a second more or less makes no other day
        var now = Instant.now().plus(Duration.ofHours(1));
        var folders = HouseFolders.make(root);
        var key = PGPainless.generateKeyRing().modernKeyRing("Invented <i@example.org>");
        key = PGPainless.modifyKeyRing(key)
                .setExpirationDate(
                        Date.from(now.plus(Duration.ofDays(20)).plusSeconds(60)),
                        SecretKeyRingProtector.unprotectedKeys())
                .done();
        HouseFolders.write(folders, "court.asc", PGPainless.asciiArmor(PGPainless.extractCertificate(key)));
        Path certificate = root.resolve("authority.pem");
        assertThat(new ProcessBuilder(
                                "openssl",
                                "req",
                                "-x509",
                                "-newkey",
                                "rsa:2048",
                                "-nodes",
                                "-subj",
                                "/CN=invented",
                                "-days",
                                "10",
                                "-keyout",
                                root.resolve("key.pem").toString(),
                                "-out",
                                certificate.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
        HouseFolders.write(folders, "partners/office.yaml", """
                connector: sp-webdav-bundles-source
                parameters:
                  url: https://share.office.example/cases/
                  user: hub
                  password: ${secret:office}
                  trustFile: %s
                mapping: plain
                caseNumber: /partnerCaseNumber
                """.formatted(certificate));
        folders.secretStore()
                .put("office", "invented", Optional.of(LocalDate.ofInstant(now, java.time.ZoneOffset.UTC)));
        var running = new RunningConfiguration(AppliedState.load(HouseFolders.read(folders)));
        InstantSource clock = () -> now;
        var expiries = new Expiries(running, folders.secretReferences(), folders.secretStore(), clock);

        // When
        var all = expiries.all();

        // Then
        assertThat(all)
                .extracting(expiry -> expiry.what() + ": " + expiry.daysLeft(now))
                .containsExactly(
                        "secret office: 0", "certificate trustFile of partner office: 9", "key of recipient court: 20");

        // When
        var meters = new SimpleMeterRegistry();
        try (var watch = new ExpiryWatch(expiries, meters, clock)) {
            watch.tell();
        }

        // Then
        assertThat(meters.get("safepassage.expiry.days")
                        .tag("what", "key of recipient court")
                        .gauge()
                        .value())
                .isEqualTo(20);
        assertThat(Files.readString(certificate)).contains("BEGIN CERTIFICATE");
    }
}
