package org.safepassage.connectors.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.safepassage.connectors.DoorProblem;

/// Feeds and pages that somebody broke: each is read or refused, and nothing else happens.
@Timeout(60)
class FeedFuzzTest {
    private static final URI ADDRESS = URI.create("https://site.example/feed.xml");
    private static final String ODD = "\u0000<>&;\"'=/:%#?[]\u00ff\n";
    private static final List<String> FEEDS = List.of("""
            <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
            <title>t</title><link>/</link><description>d</description><atom:link rel="next" href="b.xml"/>
            <item><guid>a</guid><title>t</title><link>a.html</link><pubDate>Thu, 01 Jan 2026 12:00:00 GMT</pubDate>
            <enclosure url="a.jpg" length="1" type="image/jpeg"/></item></channel></rss>
            """, """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="/x/"><title>t</title><id>i</id>
            <updated>2026-01-01T00:00:00Z</updated><entry><id>e</id><title>t</title><link href="a.html"/>
            <updated>2026-01-01T00:00:00Z</updated><content type="html">&lt;p&gt;x</content></entry></feed>
            """);
    private static final String PAGE = """
            <html lang="be"><head><meta charset="utf-8"><title>t</title></head><body><article><p>Словы</p>
            <img src="a.jpg" srcset="a.jpg 100w, b.jpg 2x"><a href="x.pdf">x</a></article></body></html>
            """;

    private static byte[] changed(byte[] sound, Random random) {
        byte[] changed = sound.clone();
        for (int change = random.nextInt(1, 5); change > 0; change--) {
            changed[random.nextInt(changed.length)] = (byte) ODD.charAt(random.nextInt(ODD.length()));
        }
        return changed;
    }

    @Test
    void aFeedWithAnyBytesChangedIsReadOrRefused() {
        var random = new Random(16);
        for (int round = 0; round < 4_000; round++) {
            byte[] feed = changed(FEEDS.get(round % 2).getBytes(StandardCharsets.UTF_8), random);
            try {
                for (var entry : FeedDocument.read(feed, "", ADDRESS).entries()) {
                    assertThat(entry.path("id").asText()).isNotBlank();
                    FeedWalk.changed(entry);
                }
            } catch (DoorProblem refused) {
                assertThat(refused.kind()).isEqualTo(DoorProblem.Kind.PEER_FAULT);
            }
        }
    }

    @Test
    void aPageWithAnyBytesChangedIsReadAndNamesOnlyAddressesOfTheWeb() {
        var random = new Random(17);
        for (int round = 0; round < 4_000; round++) {
            byte[] bytes = changed(PAGE.getBytes(StandardCharsets.UTF_8), random);
            WebPage page = WebPage.read(
                    bytes, round % 2 == 0 ? "text/html" : "text/html; charset=\"", "", ADDRESS, List.of("article"));
            assertThat(page.files()).allMatch(file -> file.startsWith("http"));
        }
    }
}
