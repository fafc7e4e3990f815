package org.safepassage.connectors.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.HubSide;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.PartnerDoorContract;
import org.safepassage.connectors.Taken;
import org.safepassage.connectors.peers.Certificates;
import org.safepassage.connectors.peers.Dovecot;
import org.safepassage.connectors.peers.Peer;

/// The in-box source against Dovecot.
@Tag("slow")
class MailCasesTest extends PartnerDoorContract {
    private static final AtomicInteger USERS = new AtomicInteger();
    private static final AtomicInteger IDS = new AtomicInteger();

    @TempDir
    static Path folder;

    static Certificates certificates;
    static Dovecot server;

    private String user = "";

    @BeforeAll
    static void startServer() throws IOException {
        certificates = new Certificates(Files.createDirectory(folder.resolve("ca")), "Invented Authority");
        server = new Dovecot(certificates.issue("server"));
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void anInBoxOfTheTestsOwn() {
        user = "desk" + USERS.incrementAndGet();
    }

    private Map<String, String> parameters(Map<String, String> otherwise) {
        var parameters = new HashMap<>(Map.of(
                "host",
                "localhost",
                "port",
                Integer.toString(port()),
                "user",
                user,
                "password",
                "right-secret",
                "caFile",
                certificates.ca().toString(),
                "caseNumberPattern",
                "Case (\\S+):"));
        parameters.putAll(otherwise);
        return parameters;
    }

    @Override
    protected PartnerDoor door(Map<String, String> otherwise) throws IOException {
        return Doors.openPartner("sp-imap-cases-source", parameters(otherwise));
    }

    /// Works in the in-box as the partner's own program does.
    private interface Work {
        void in(Folder inbox, Session session) throws Exception;
    }

    private void partner(Work work) throws Exception {
        var door = new PartnerLogin(parameters(Map.of()));
        Session session = Session.getInstance(door.properties());
        try (Store store = session.getStore("imaps")) {
            store.connect("localhost", port(), user, "right-secret");
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                work.in(inbox, session);
            }
        }
    }

    /// The partner's own connection settings.
    private record PartnerLogin(Map<String, String> given) {
        java.util.Properties properties() throws Exception {
            var context = javax.net.ssl.SSLContext.getInstance("TLS");
            var trusted = java.security.KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            try (InputStream in =
                    Files.newInputStream(Path.of(java.util.Objects.requireNonNull(given.get("caFile"))))) {
                trusted.setCertificateEntry(
                        "ca",
                        java.security.cert.CertificateFactory.getInstance("X.509")
                                .generateCertificate(in));
            }
            var factory = javax.net.ssl.TrustManagerFactory.getInstance("PKIX");
            factory.init(trusted);
            context.init(null, factory.getTrustManagers(), null);
            var properties = new java.util.Properties();
            properties.put("mail.imaps.ssl.socketFactory", context.getSocketFactory());
            return properties;
        }
    }

    private void append(String... raw) throws Exception {
        partner((inbox, session) -> {
            var messages = new Message[raw.length];
            for (int each = 0; each < raw.length; each++) {
                messages[each] = new MimeMessage(
                        session,
                        new ByteArrayInputStream(raw[each].replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
            }
            inbox.appendMessages(messages);
        });
    }

    private static String head(String subject) {
        return """
                Message-ID: <m%d@invented.example>
                Date: Thu, 1 Jan 2026 12:00:00 +0000
                From: Invented Desk <desk@invented.example>
                To: hub@invented.example
                Subject: =?UTF-8?B?%s?=
                MIME-Version: 1.0
                """.formatted(
                IDS.incrementAndGet(), Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8)));
    }

    private static String attachment(String disposition, byte[] bytes) {
        return "--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; " + disposition
                + "\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes) + "\n";
    }

    private static String mail(String subject, String text, String attachments) {
        return head(subject) + "Content-Type: multipart/mixed; boundary=b\n\n--b\n"
                + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "\n" + attachments
                + "--b--\n";
    }

    @Override
    protected void putCase(String number, String title, Map<String, byte[]> exhibits) throws Exception {
        partner((inbox, session) -> {
            for (Message old : inbox.getMessages()) {
                if (old.getSubject().startsWith("Case " + number + ":")) old.setFlag(Flags.Flag.DELETED, true);
            }
            inbox.expunge();
        });
        var attached = new StringBuilder();
        exhibits.forEach((name, bytes) -> attached.append(attachment("filename=\"" + name + "\"", bytes)));
        append(mail("Case " + number + ": " + title, "Сведчанне.", attached.toString()));
    }

    @Override
    protected void putManyCases(int count) throws Exception {
        var all = new String[count];
        for (int number = 0; number < count; number++)
            all[number] = mail("Case K-" + number + ": one of many", "t", "");
        append(all);
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
    protected Map<String, String> through(int port) {
        return Map.of("port", Integer.toString(port));
    }

    @Override
    protected int port() {
        return server.port();
    }

    private Taken only(PartnerDoor door) throws IOException {
        return Taken.from(door, list(door, "").getFirst());
    }

    @Test
    void theMessageIsSealedAsItCameAndTakenApart() throws Exception {
        // Given
        append(mail("Case K-1: Сведчанне", "Прывітанне", attachment("filename=\"photo.jpg\"", noise(300_000, 1))));
        try (var door = door(Map.of())) {
            // When
            var taken = only(door);
            var told = new ObjectMapper().readTree(taken.jsonRecord());
            // Then
            assertThat(taken.bytes.keySet()).containsExactly("message.eml", "body.txt", "photo.jpg", "record.json");
            assertThat(new String(taken.bytes.get("message.eml"), StandardCharsets.UTF_8))
                    .startsWith("Message-ID: <m");
            assertThat(taken.bytes).containsEntry("photo.jpg", noise(300_000, 1));
            assertThat(told.path("subject").asText()).isEqualTo("Case K-1: Сведчанне");
            assertThat(told.path("text").asText()).isEqualTo("Прывітанне");
            assertThat(told.path("attachments").get(0).asText()).isEqualTo("photo.jpg");
        }
    }

    @Test
    void whatIsEncryptedToTheHubIsOpened() throws Exception {
        // Given: the hub's side turns every bit round, which stands for its key here
        String inner = "Content-Type: multipart/mixed; boundary=b\nSubject: Case K-7: the true subject\n\n--b\n"
                + "Content-Type: text/plain; charset=utf-8\n\ninside\n"
                + attachment("filename=\"inner.jpg\"", noise(5_000, 2)) + "--b--\n";
        String sealed = Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(turned(text(inner)));
        append(head("...") + "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=e\n\n"
                + "--e\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n\n--e\n"
                + "Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\n" + sealed
                + "\n--e--\n");
        HubSide hub = new HubSide(encrypted -> {
            try {
                return new ByteArrayInputStream(turned(encrypted.readAllBytes()));
            } catch (IOException broken) {
                throw new DoorProblem(Kind.CUT, "broken");
            }
        });
        try (var door = (PartnerDoor) Doors.open("sp-imap-cases-source", parameters(Map.of()), hub);
                var keyless = door(Map.of())) {
            // When
            var taken = only(door);
            // Then
            assertThat(taken.bytes).containsEntry("inner.jpg", noise(5_000, 2)).containsKey("message.eml");
            assertThat(new String(taken.jsonRecord(), StandardCharsets.UTF_8))
                    .contains("the true subject", "\"encrypted\":true", "inside");
            assertThatThrownBy(() -> only(keyless))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.CONFIGURATION));
        }
    }

    private static byte[] turned(byte[] bytes) {
        byte[] turned = bytes.clone();
        for (int at = 0; at < turned.length; at++) turned[at] ^= (byte) 0xff;
        return turned;
    }

    @Test
    void sealedMessagesAreMarkedMovedOrLeft() throws Exception {
        // Given
        putManyCases(3);
        partner((inbox, session) -> inbox.getStore().getFolder("Sealed").create(Folder.HOLDS_MESSAGES));
        try (var flagging = door(Map.of());
                var moving = door(Map.of("acknowledge", "move", "doneFolder", "Sealed"));
                var leaving = door(Map.of("acknowledge", "none"))) {
            var arrivals = list(flagging, "");
            // When
            flagging.acknowledge(arrivals.get(0));
            moving.acknowledge(arrivals.get(1));
            moving.acknowledge(arrivals.get(1));
            leaving.acknowledge(arrivals.get(2));
            // Then
            assertThat(list(flagging, "")).extracting(Arrival::key).containsExactly("K-2");
            assertThat(list(leaving, "")).extracting(Arrival::key).containsExactly("K-0", "K-2");
            assertThat(list(leaving, arrivals.get(0).cursor()))
                    .extracting(Arrival::key)
                    .containsExactly("K-2");
            partner((inbox, session) -> {
                var sealed = inbox.getStore().getFolder("Sealed");
                assertThat(sealed.getMessageCount()).isEqualTo(1);
            });
            assertThat(moving.test().passed()).isTrue();
        }
    }

    @Test
    void namesOfAttachmentsDeceiveNobody() throws Exception {
        // Given
        append(mail(
                "Case K-1: names",
                "t",
                attachment("filename=\"../../etc/passwd\"", text("1"))
                        + attachment("filename*=UTF-8''%D1%84%D0%BE%D1%82%D0%B0.jpg", text("2"))
                        + attachment("filename*0*=UTF-8''a%E2%80%AEgpj; filename*1*=.exe", text("3"))
                        + attachment("filename=\"same.jpg\"", text("4"))
                        + attachment("filename=\"same.jpg\"", text("5"))
                        + attachment("filename=\"record.json\"", text("6"))
                        + attachment("filename=\"a%00b\"", text("7"))));
        try (var door = door(Map.of())) {
            // When
            var taken = only(door);
            // Then
            assertThat(taken.bytes.keySet())
                    .contains("фота.jpg", "a%202Egpj.exe", "same.jpg", "same.jpg~2", "record.json~2")
                    .noneMatch(path -> path.contains(".."));
            assertThat(taken.bytes).hasSize(10);
        }
    }

    @Test
    void aMessageBuiltToDoHarmHarmsOnlyItself() throws Exception {
        // Given: thousands of parts, parts within parts, a message that is too large, a header without end
        var nested = new StringBuilder(head("Case K-2: nested"));
        for (int depth = 0; depth < 60; depth++) {
            nested.append("Content-Type: multipart/mixed; boundary=n")
                    .append(depth)
                    .append("\n\n--n")
                    .append(depth)
                    .append("\n");
        }
        append(
                mail("Case K-1: many", "t", attachment("filename=x", text("1")).repeat(600)),
                nested.toString(),
                mail("Case K-3: large", "t".repeat(1_500_000), ""),
                mail("Case K-4: sound", "t", ""));
        try (var door = door(Map.of("mostMegabytes", "1"))) {
            for (Arrival arrival : list(door, "")) {
                // When, then
                if (arrival.key().equals("K-4")) {
                    assertThat(Taken.from(door, arrival).bytes).containsKey("body.txt");
                } else {
                    assertThatThrownBy(() -> Taken.from(door, arrival))
                            .as(arrival.key())
                            .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.HOSTILE));
                }
            }
        }
    }

    @Test
    void aCertificateOfAStrangerIsRefused() throws Exception {
        var other = new Certificates(Files.createTempDirectory(folder, "other"), "Another Authority");
        try (var door = door(Map.of("caFile", other.ca().toString()))) {
            var last = door.test().steps().getLast();
            assertThat(last.name()).isEqualTo("authenticate");
            assertThat(last.nextAction()).isEqualTo(Kind.CERTIFICATE_REFUSED.nextAction());
        }
    }

    @Test
    void theReadMarkOfAMessageIsNotSet() throws Exception {
        putCase("K-1", "one", Map.of());
        try (var door = door(Map.of())) {
            only(door);
        }
        partner((inbox, session) ->
                assertThat(inbox.getMessages()[0].isSet(Flags.Flag.SEEN)).isFalse());
    }
}
