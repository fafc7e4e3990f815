package org.safepassage.connectors.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.safepassage.connectors.peers.Certificates;
import org.safepassage.connectors.peers.Nginx;
import org.safepassage.connectors.peers.Peer;

/// The feed source against nginx: an invented site whose pages are open to `hub` alone, so that a log-in can be
/// refused.
@Tag("slow")
class FeedPagesTest extends PartnerDoorContract {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    static Certificates certificates;
    static Nginx server;

    private final Map<String, String> entries = new LinkedHashMap<>();
    private int ticks;

    @BeforeAll
    static void startServer() throws IOException {
        certificates = new Certificates(Files.createDirectory(folder.resolve("ca")), "Invented Authority");
        Path users = Files.writeString(folder.resolve("users"), "hub:{PLAIN}right-secret\n");
        server = new Nginx(
                Files.createDirectory(folder.resolve("nginx")), certificates.issue("server"), "", """
                        include /etc/nginx/mime.types;
                        location /site/ {
                          alias %s/; etag on;
                          auth_basic "site"; auth_basic_user_file %s;
                        }
                        location /site/moved/ { return 302 https://127.0.0.1:1/elsewhere; }
                        location /site/taken/ { return 410; }
                        """.formatted(
                                folder.resolve("nginx/files"), users));
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void anEmptySite() throws IOException {
        try (var old = Files.walk(server.files())) {
            for (Path each : old.sorted(java.util.Comparator.reverseOrder()).toList()) {
                if (!each.equals(server.files())) Files.delete(each);
            }
        }
        publish();
    }

    @Override
    protected PartnerDoor door(Map<String, String> otherwise) throws IOException {
        var parameters = new HashMap<>(Map.of(
                "url", url(port()),
                "feedPath", "feed.xml",
                "auth", "basic",
                "user", "hub",
                "password", "right-secret",
                "caFile", certificates.ca().toString()));
        parameters.putAll(otherwise);
        return Doors.openPartner("sp-feed-pages-source", parameters);
    }

    private static String url(int port) {
        return "https://localhost:" + port + "/site/";
    }

    @Override
    protected void putCase(String number, String title, Map<String, byte[]> exhibits) throws Exception {
        var shown = new StringBuilder();
        var enclosed = new StringBuilder();
        for (var exhibit : exhibits.entrySet()) {
            write(number + "/" + exhibit.getKey(), exhibit.getValue());
            if (exhibit.getKey().endsWith(".jpg")) {
                shown.append("<img src=\"").append(exhibit.getKey()).append("\" alt=\"\">");
            } else {
                enclosed.append("<enclosure url=\"%s/%s\" length=\"%d\" type=\"application/octet-stream\"/>"
                        .formatted(number, exhibit.getKey(), exhibit.getValue().length));
            }
        }
        write(number + "/page.html", text(page("be", title, "<p>Сведчанне.</p>" + shown)));
        entry(number, title, number + "/page.html", enclosed.toString());
        publish();
    }

    private static String page(String language, String title, String main) {
        return """
                <!DOCTYPE html><html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
                <body><nav>Menu</nav><article><h1>%s</h1>%s</article></body></html>
                """.formatted(language, title, title, main);
    }

    private void entry(String guid, String title, String link, String more) {
        String date = "Thu, 01 Jan 2026 12:%02d:%02d GMT".formatted(ticks / 60 % 60, ticks % 60);
        ticks++;
        entries.put(guid, """
                <item><guid isPermaLink="false">%s</guid><title>%s</title><link>%s</link><pubDate>%s</pubDate>%s</item>
                """.formatted(guid, title, link, date, more));
    }

    private void publish() throws IOException {
        var newestFirst = new ArrayList<>(entries.values()).reversed();
        feed("feed.xml", "", String.join("", newestFirst));
    }

    private static void feed(String name, String head, String items) throws IOException {
        write(name, text("""
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Invented site</title>
                <link>/</link><description>d</description><language>be</language>%s%s</channel></rss>
                """.formatted(head, items)));
    }

    private static void write(String path, byte[] bytes) throws IOException {
        Path file = server.files().resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    @Override
    protected void putManyCases(int count) throws Exception {
        for (int number = 0; number < count; number++) {
            write("many/" + number + ".html", text(page("be", "one of many", "<p>" + "Словы. ".repeat(200) + "</p>")));
            entry("K-" + number, "t", "many/" + number + ".html", "");
        }
        publish();
    }

    @Override
    protected Map<String, String> wrongPassword() {
        return Map.of("password", "wrong-secret");
    }

    @Override
    protected Map<String, String> nobodyThere() {
        return Map.of("url", url(Peer.freePort()));
    }

    @Override
    protected Map<String, String> through(int port) {
        return Map.of("url", url(port));
    }

    @Override
    protected int port() {
        return server.port();
    }

    @Override
    protected boolean acknowledgingEmptiesTheListing() {
        return false;
    }

    private JsonNode jsonRecord(PartnerDoor door) throws IOException {
        return JSON.readTree(Taken.from(door, list(door, "").getFirst()).jsonRecord());
    }

    @Test
    void theRecordTellsEntryAndPage() throws Exception {
        // Given
        putCase("K-1", "Першае сведчанне", Map.of("one.jpg", noise(10, 1)));
        try (var door = door(Map.of())) {
            // When
            JsonNode told = jsonRecord(door);
            // Then
            assertThat(told.at("/entry/title").asText()).isEqualTo("Першае сведчанне");
            assertThat(told.at("/entry/published").asText()).isEqualTo("2026-01-01T12:00:00Z");
            assertThat(told.at("/entry/link").asText()).isEqualTo(url(port()) + "K-1/page.html");
            assertThat(told.at("/page/language").asText()).isEqualTo("be");
            assertThat(told.at("/page/text").asText()).isEqualTo("Першае сведчанне\nСведчанне.");
        }
    }

    @Test
    void whatSurroundsTheMainPartIsNoChange() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        try (var door = door(Map.of())) {
            var before = list(door, "").getFirst();
            Path page = server.files().resolve("K-1/page.html");
            // When
            Files.writeString(page, Files.readString(page).replace("Menu", "Menu, seen 17 times"));
            // Then
            assertThat(list(door, "").getFirst().fingerprint()).isEqualTo(before.fingerprint());
        }
    }

    @Test
    void aPageMendedWithoutAWordInTheFeedComesAgainWithinTheOverlap() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        try (var door = door(Map.of())) {
            var before = list(door, "").getFirst();
            assertThat(before.cursor()).isEqualTo("2026-01-01T12:00:00Z");
            // When
            write("K-1/page.html", text(page("be", "one", "<p>Выпраўлена.</p>")));
            // Then
            assertThat(list(door, before.cursor()))
                    .singleElement()
                    .satisfies(again -> assertThat(again.fingerprint()).isNotEqualTo(before.fingerprint()));
        }
    }

    @Test
    void aPageThatIsTakenDownMovedAwayOrTooLargeIsToldAndTheRestComes() throws Exception {
        // Given
        entry("never", "never there", "never.html", "");
        entry("taken", "taken down", "taken/x.html", "");
        entry("moved", "on another host", "moved/x.html", "");
        entry("large", "too large", "large.html", "");
        write("large.html", new byte[(1 << 20) + 1]);
        putCase("K-1", "sound", Map.of());
        try (var door = door(Map.of("mostPageMegabytes", "1"))) {
            // When
            var absent = new HashMap<String, List<Item>>();
            for (Arrival arrival : list(door, "")) absent.put(arrival.key(), Taken.from(door, arrival).absent);
            // Then
            assertThat(absent).hasSize(5).containsEntry("K-1", List.of());
            for (String missing : List.of("never", "taken")) {
                assertThat(absent.get(missing))
                        .singleElement()
                        .extracting(Item::presence)
                        .isEqualTo(Item.Presence.MISSING);
            }
            for (String refused : List.of("moved", "large")) {
                assertThat(absent.get(refused))
                        .singleElement()
                        .extracting(Item::presence)
                        .isEqualTo(Item.Presence.REFUSED);
            }
        }
    }

    @Test
    void picturesComeInTheirLargestFormFromThisHostAloneWithNamesThatDeceiveNobody() throws Exception {
        // Given
        write("K-1/large.jpg", noise(30, 1));
        write("K-1/small.jpg", noise(20, 2));
        write("K-1/шчогла.png", noise(10, 3));
        write("K-1/a\u202Egpj.exe.png", noise(5, 4));
        write("K-1/page.html", text(page("be", "one", """
                <img src="small.jpg" srcset="small.jpg 300w, large.jpg 1200w"><img src="gone.jpg">
                <img src="шчогла.png"><img src="a\u202Egpj.exe.png"><img src="data:image/png;base64,AAAA">
                <img src="https://tracker.example/pixel.gif"><img src="%2e%2e%2f%2e%2e%2fetc%2fpasswd">
                <img src="large.jpg"><a href="javascript:alert(1)">x</a><a href="file:///etc/passwd.pdf">y</a>
                """)));
        entry("K-1", "one", "K-1/page.html", "");
        publish();
        try (var door = door(Map.of())) {
            // When
            var taken = Taken.from(door, list(door, "").getFirst());
            // Then
            assertThat(taken.bytes.keySet())
                    .containsExactlyInAnyOrder(
                            "record.json", "page.html", "large.jpg", "шчогла.png", "a%202Egpj.exe.png");
            assertThat(taken.bytes).containsEntry("large.jpg", noise(30, 1));
            assertThat(taken.absent)
                    .filteredOn(item -> item.presence() == Item.Presence.REFUSED)
                    .singleElement()
                    .extracting(Item::path)
                    .isEqualTo("tracker.example/pixel.gif");
            assertThat(taken.absent)
                    .filteredOn(item -> item.presence() == Item.Presence.MISSING)
                    .hasSize(2)
                    .extracting(Item::path)
                    .contains("gone.jpg")
                    .noneMatch(path -> path.contains(".."));
        }
    }

    @Test
    void oldAndOddCharsetsAreRead() throws Exception {
        // Given
        String undeclared = "<html><body><article><p>Показания свидетеля</p></article></body></html>";
        String declared = undeclared.replace("<body>", "<head><meta charset=\"%s\"></head><body>");
        Map<String, byte[]> pages = Map.of(
                "utf-8", undeclared.getBytes(StandardCharsets.UTF_8),
                "windows-1251", undeclared.getBytes(Charset.forName("windows-1251")),
                "koi8-r declared", declared.formatted("koi8-r").getBytes(Charset.forName("koi8-r")),
                "windows-1251 declared", declared.formatted("windows-1251").getBytes(Charset.forName("windows-1251")),
                "utf-16 marked", ("\uFEFF" + undeclared).getBytes(StandardCharsets.UTF_16LE));
        for (var page : pages.entrySet()) {
            entries.clear();
            write("p.html", page.getValue());
            entry("K-1", "one", "p.html", "");
            publish();
            try (var door = door(Map.of())) {
                // When, then
                assertThat(jsonRecord(door).at("/page/text").asText())
                        .as(page.getKey())
                        .isEqualTo("Показания свидетеля");
                assertThat(Taken.from(door, list(door, "").getFirst()).bytes)
                        .containsEntry("page.html", page.getValue());
            }
        }
    }

    @Test
    void aHostileFeedIsRefusedAsAWhole() throws Exception {
        for (String hostile : List.of(
                "<!DOCTYPE r [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel>"
                        + "<title>&a;</title><link>/</link><description>d</description></channel></rss>",
                "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><rss version=\"2.0\">"
                        + "<channel><title>&b;</title><link>/</link><description>d</description></channel></rss>",
                "<html><body>no feed</body></html>",
                "<rss version=\"2.0\"><channel><item>",
                "",
                "x".repeat((1 << 20) + 1))) {
            write("feed.xml", text(hostile));
            try (var door = door(Map.of("mostFeedMegabytes", "1"))) {
                // When, then
                assertThatThrownBy(() -> list(door, ""))
                        .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.PEER_FAULT))
                        .hasMessageNotContaining("root:");
            }
        }
    }

    @Test
    void anArchiveOfTenThousandEntriesIsWalkedOnceAndAfterwardsOnlyItsNewEnd() throws Exception {
        // Given: 100 documents; entries without a page
        for (int document = 0; document < 100; document++) {
            var items = new StringBuilder();
            for (int item = 0; item < 100; item++) {
                Instant at = Instant.parse("2025-12-31T00:00:00Z").minusSeconds((document * 100L + item) * 3600);
                items.append(
                        "<item><guid isPermaLink=\"false\">E-%d-%d</guid><title>t</title><pubDate>%s</pubDate></item>"
                                .formatted(
                                        document,
                                        item,
                                        java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                                at.atOffset(java.time.ZoneOffset.UTC))));
            }
            String older = document == 99
                    ? ""
                    : "<atom:link rel=\"prev-archive\" href=\"archive-%d.xml\"/>".formatted(document + 1);
            feed(document == 0 ? "feed.xml" : "archive-" + document + ".xml", older, items.toString());
        }
        try (var line = line();
                var door = door(through(line.port()))) {
            // When
            var all = list(door, "");
            long carried = line.carried();
            var again = list(door, all.getLast().cursor());
            // Then
            assertThat(all).extracting(Arrival::key).hasSize(10_000).doesNotHaveDuplicates();
            assertThat(again).hasSizeBetween(700, 900); // thirty days, one an hour, and their documents
            assertThat(line.carried() - carried).isLessThan(carried / 5);
        }
    }

    @Test
    void anArchiveThatLeadsInACircleEnds() throws Exception {
        feed("feed.xml", "<atom:link rel=\"next\" href=\"feed.xml\"/>", "<item><guid>a</guid></item>");
        try (var door = door(Map.of())) {
            assertThatThrownBy(() -> list(door, ""))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.PEER_FAULT));
        }
    }

    @Test
    void entriesWithOneIdAreToldApartAndADateInTheFutureMovesNoCursor() throws Exception {
        // Given
        write("a.html", text(page("ru", "a", "<p>a</p>")));
        write("b.html", text(page("ru", "b", "<p>b</p>")));
        String item = "<item><guid>same</guid><title>t</title><link>%s</link><pubDate>%s</pubDate></item>";
        feed(
                "feed.xml",
                "",
                item.formatted("a.html", "Thu, 01 Jan 2099 00:00:00 GMT")
                        + item.formatted("b.html", "Thu, 01 Jan 2026 00:00:00 GMT"));
        try (var door = door(Map.of())) {
            // When
            var arrivals = list(door, "");
            // Then
            assertThat(arrivals)
                    .extracting(Arrival::key)
                    .containsExactly(url(port()) + "a.html", url(port()) + "b.html");
            assertThat(arrivals.getLast().cursor()).isEqualTo("2026-01-01T00:00:00Z");
        }
    }

    @Test
    void anAtomFeedIsReadAsWell() throws Exception {
        // Given
        write("t/a.html", text(page("en", "A testimony", "<p>In English.</p>")));
        write("feed.xml", text("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Site</title><id>urn:x</id>
                <updated>2026-02-01T00:00:00Z</updated>
                <entry><id>urn:x:1</id><title>A testimony</title><link href="t/a.html"/>
                <updated>2026-02-01T10:00:00+03:00</updated><author><name>Invented Desk</name></author>
                <category term="testimony"/><summary>Short</summary></entry></feed>
                """));
        try (var door = door(Map.of())) {
            // When
            JsonNode told = jsonRecord(door);
            // Then
            assertThat(told.at("/entry/id").asText()).isEqualTo("urn:x:1");
            assertThat(told.at("/entry/updated").asText()).isEqualTo("2026-02-01T07:00:00Z");
            assertThat(told.at("/entry/authors/0").asText()).isEqualTo("Invented Desk");
            assertThat(told.at("/page/text").asText()).isEqualTo("A testimony\nIn English.");
        }
    }
}
