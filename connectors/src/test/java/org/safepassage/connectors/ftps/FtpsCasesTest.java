package org.safepassage.connectors.ftps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.PartnerDoorContract;
import org.safepassage.connectors.Taken;
import org.safepassage.connectors.bundles.Zips;
import org.safepassage.connectors.peers.Certificates;
import org.safepassage.connectors.peers.CuttingLine;
import org.safepassage.connectors.peers.Peer;
import org.safepassage.connectors.peers.Vsftpd;

/// The FTPS source against vsftpd.
@Tag("slow")
class FtpsCasesTest extends PartnerDoorContract {
    private static final AtomicInteger TESTS = new AtomicInteger();

    @TempDir
    static Path serverFolder;

    static Certificates certificates;
    static Vsftpd server;

    private String name = "";

    @BeforeAll
    static void startServer() {
        certificates = new Certificates(serverFolder, "Test authority");
        server = new Vsftpd(serverFolder, certificates.issue("server"), certificates.key("server"), true);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void makeFolder() throws IOException {
        name = "test " + TESTS.incrementAndGet();
        Files.createDirectories(cases());
    }

    private Path cases() {
        return server.home().resolve(name).resolve("cases");
    }

    @Override
    protected PartnerDoor door(Map<String, String> otherwise) throws IOException {
        return door(server, otherwise);
    }

    private PartnerDoor door(Vsftpd at, Map<String, String> otherwise) throws IOException {
        var parameters = new HashMap<>(at.parameters());
        parameters.put("caFile", certificates.ca().toString());
        parameters.put("casesFolder", name + "/cases");
        parameters.put("filesPointer", "/files");
        parameters.put("settleSeconds", "0");
        parameters.putAll(otherwise);
        parameters.values().removeIf(String::isEmpty);
        return Doors.openPartner("sp-ftps-cases-source", parameters);
    }

    private static String fingerprint(String certificate) throws Exception {
        try (var in = Files.newInputStream(serverFolder.resolve(certificate + ".pem"))) {
            var shown =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(shown.getEncoded()));
        }
    }

    @Override
    protected void putCase(String number, String title, Map<String, byte[]> exhibits) throws IOException {
        Path place = Files.createDirectories(cases().resolve(number));
        for (var exhibit : exhibits.entrySet()) {
            Path file = place.resolve(exhibit.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, exhibit.getValue());
        }
        Files.writeString(
                place.resolve("record.json"), "{\"number\":\"%s\",\"title\":\"%s\"}".formatted(number, title));
    }

    @Override
    protected void putManyCases(int count) throws IOException {
        for (int number = 0; number < count; number++) {
            putCase("K-" + number, "one of many", Map.of());
        }
    }

    @Override
    protected Map<String, String> wrongPassword() {
        return Map.of("password", "wrong-secret");
    }

    @Override
    protected Map<String, String> nobodyThere() {
        return Map.of("port", Integer.toString(Peer.freePort()));
    }

    @Override
    protected CuttingLine line() {
        return new CuttingLine("127.0.0.2", port(), server.dataPorts());
    }

    /// The certificate is pinned there, for it is not for that address.
    @Override
    protected Map<String, String> through(int port) {
        try {
            return Map.of(
                    "host",
                    "127.0.0.2",
                    "port",
                    Integer.toString(port),
                    "caFile",
                    "",
                    "certificateFingerprint",
                    fingerprint("server"));
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    protected int port() {
        return server.port();
    }

    @Override
    protected List<String> steps() {
        return List.of("resolve", "connect", "tls", "authenticate", "list", "acknowledge");
    }

    @Test
    void aServerWithoutTlsIsRefusedBeforeAnythingSecretIsSaid(@TempDir Path other) throws Exception {
        // Given
        try (var plain = new Vsftpd(other, certificates.ca(), certificates.key("ca"), false);
                var door = door(plain, Map.of())) {
            // When
            var last = door.test().steps().getLast();
            // Then
            assertThat(last.name()).isEqualTo("tls");
            assertThat(last.detail()).contains("plain FTP is refused");
            assertThat(Files.readString(other.resolve("vsftpd.log"))).doesNotContain("\"USER", "\"PASS");
        }
    }

    @Test
    void aCertificateOfAStrangerIsRefused() throws Exception {
        // Given: no authority named, so only those this machine knows
        try (var door = door(Map.of("caFile", ""))) {
            // When, then
            assertThat(door.test().steps().getLast().name()).isEqualTo("tls");
            assertThatThrownBy(() -> list(door, ""))
                    .hasMessageContaining("not trusted here")
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.CERTIFICATE_REFUSED));
        }
    }

    @Test
    void anotherCertificateThanThePinnedOneIsRefusedWithBothFingerprints() throws Exception {
        // Given
        String pinned = "0".repeat(64);
        try (var door = door(Map.of("caFile", "", "certificateFingerprint", pinned))) {
            // When, then
            assertThatThrownBy(() -> list(door, ""))
                    .hasMessageContainingAll(
                            pinned, fingerprint("server").replace(":", "").toLowerCase(java.util.Locale.ROOT))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.CERTIFICATE_REFUSED));
        }
    }

    @Test
    void aPinnedCertificateMayHaveASuccessor() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        String both = "0".repeat(64) + "\n" + fingerprint("server");
        try (var door = door(Map.of("caFile", "", "certificateFingerprint", both))) {
            // When, then
            assertThat(list(door, "")).hasSize(1);
        }
    }

    @Test
    void anExpiredCertificateIsRefusedByAuthorityAndByFingerprint(@TempDir Path other) throws Exception {
        // Given
        Instant now = Instant.now();
        Path expired = certificates.issue("expired", now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(2)));
        try (var late = new Vsftpd(other, expired, certificates.key("expired"), true)) {
            for (var trust : List.of(
                    Map.<String, String>of(), Map.of("caFile", "", "certificateFingerprint", fingerprint("expired")))) {
                try (var door = door(late, trust)) {
                    // When, then
                    assertThatThrownBy(() -> list(door, ""))
                            .hasMessageContaining("is expired")
                            .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.CERTIFICATE_REFUSED));
                }
            }
        }
    }

    @Test
    void aFolderThatIsNotThereIsNoPartnerWithoutCases() throws Exception {
        // Given: vsftpd lists such a folder as an empty one
        try (var door = door(Map.of("casesFolder", "nowhere"))) {
            // When, then
            assertThatThrownBy(() -> list(door, ""))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.NOT_FOUND));
        }
    }

    @Test
    void bundlesAndMarkersAndMarksWorkOverFtpsToo() throws Exception {
        // Given
        putCase("K-1", "one", Map.of(".done", text("")));
        putCase("K-2", "two", Map.of());
        Files.write(
                cases().resolve("K-3.zip"),
                Zips.of(Map.of("record.json", text("{}"), "photos/one.jpg", noise(1_000_000, 1))));
        Files.createFile(cases().resolve("K-3.zip.done"));
        try (var door = door(Map.of("markerFile", ".done", "acknowledge", "mark"))) {
            // When
            var arrivals = list(door, "");
            var bundle = arrivals.stream()
                    .filter(each -> each.key().equals("K-3"))
                    .findFirst()
                    .orElseThrow();
            var taken = Taken.from(door, bundle);
            for (Arrival arrival : arrivals) {
                door.acknowledge(arrival);
            }
            // Then
            assertThat(arrivals).extracting(Arrival::key).containsExactlyInAnyOrder("K-1", "K-3");
            assertThat(taken.bytes.get("photos/one.jpg")).isEqualTo(noise(1_000_000, 1));
            assertThat(list(door, "")).isEmpty();
            assertThat(cases().resolve("K-1/.sealed")).exists();
            assertThat(cases().resolve("K-3.zip.sealed")).exists();
        }
    }

    @Test
    void namesAndLinksOfEveryKindAreHandled() throws Exception {
        // Given
        putCase(
                "K-1",
                "one",
                Map.of(
                        " leading space.txt", text("1"),
                        "a\nb.txt", text("2"),
                        "\u202Egpj.exe", text("3"),
                        "\uD83D\uDCF7.jpg", text("4"),
                        "Note.txt", text("5"),
                        "note.txt", text("6"),
                        ".hidden.txt", text("7"),
                        "-la", text("8")));
        Files.createSymbolicLink(cases().resolve("K-1/link.txt"), cases().resolve("K-1/Note.txt"));
        Files.createSymbolicLink(cases().resolve("K-9"), cases().resolve("K-1"));
        try (var door = door(Map.of())) {
            // When
            var arrivals = list(door, "");
            var taken = Taken.from(door, arrivals.getFirst());
            // Then: what cannot be asked for is refused and told, and harms nothing else
            assertThat(arrivals).hasSize(1);
            assertThat(taken.bytes)
                    .containsKeys(
                            " leading space.txt",
                            "%202Egpj.exe",
                            "\uD83D\uDCF7.jpg",
                            "Note.txt",
                            "note.txt",
                            ".hidden.txt",
                            "-la")
                    .hasSize(8);
            assertThat(taken.absent).extracting(Item::presence).containsOnly(Item.Presence.REFUSED);
        }
    }

    @Test
    void whereverTheLineIsCutTheCaseArrivesWhole() throws Exception {
        // Given
        byte[] exhibit = noise(400_000, 3);
        putCase("K-1", "one", Map.of("video.mp4", exhibit));
        Arrival arrival;
        long whole;
        try (var line = line();
                var door = door(through(line.port()))) {
            arrival = list(door, "").getFirst();
            long before = line.carried();
            Taken.from(door, arrival);
            whole = line.carried() - before;
        }
        for (int cut = 1; cut <= 8; cut++) {
            try (var line = line();
                    var door = door(through(line.port()))) {
                door.changes("").close();
                line.cutAfter(whole * cut / 9);
                // When
                var taken = Taken.from(door, arrival);
                // Then
                assertThat(taken.bytes.get("video.mp4")).as("cut " + cut).isEqualTo(exhibit);
                assertThat(line.connections()).as("cut " + cut).isGreaterThan(2);
            }
        }
    }
}
