package org.safepassage.connectors.feeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpAnswer;
import org.safepassage.connectors.http.HttpDownload;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.http.HttpSteps;
import org.safepassage.connectors.plumbing.ItemPaths;
import org.safepassage.connectors.plumbing.LastMovesCursor;

/// Public testimonies: every entry of a feed with the page it links and the pictures on it is a case file.
///
/// Each pull looks at the entries of the overlap again, because a page is mended without a word in the
/// feed. What the site does not have any more, or has elsewhere than on the listed hosts, is told and keeps
/// nothing else from coming.
final class FeedPages implements PartnerDoor {
    /// What is read, and how much.
    ///
    /// @param feed path of the feed, counted from the address
    /// @param overlap how far before the newest known entry to look again
    /// @param main CSS selectors of the part of a page that matters, the best first
    /// @param mostFeed bytes of one document of the feed
    /// @param mostPage bytes of a page
    /// @param mostFile bytes of a picture or other file
    /// @param mostFiles files of one page
    record Shape(
            String feed,
            Duration overlap,
            List<String> main,
            int mostFeed,
            int mostPage,
            long mostFile,
            int mostFiles) {
        Shape {
            main = List.copyOf(main);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpLine line;
    private final Shape shape;

    FeedPages(HttpLine line, Shape shape) {
        this.line = line;
        this.shape = shape;
    }

    @Override
    public Stream<Arrival> changes(String cursor) throws IOException {
        FeedWalk walk = walk(since(cursor).map(newest -> newest.minus(shape.overlap())));
        walk.look();
        Stream<Arrival> arrivals = stream(walk).map(entry -> arrival(entry, cursor));
        return stream(new LastMovesCursor(arrivals.iterator(), () -> moved(walk, cursor)));
    }

    private FeedWalk walk(Optional<Instant> since) throws DoorProblem {
        return new FeedWalk(line, line.resolve(shape.feed()), shape.mostFeed(), since);
    }

    private static <T> Stream<T> stream(Iterator<T> each) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(each, Spliterator.ORDERED), false);
    }

    private static Optional<Instant> since(String cursor) throws DoorProblem {
        try {
            return cursor.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(cursor));
        } catch (DateTimeException unreadable) {
            throw new DoorProblem(
                    Kind.CONFIGURATION, "the cursor is none of this door's; pull this partner again from the start");
        }
    }

    private static String moved(FeedWalk walk, String cursor) {
        return walk.newest()
                .filter(newest -> cursor.isEmpty() || newest.isAfter(Instant.parse(cursor)))
                .map(Instant::toString)
                .orElse(cursor);
    }

    private Arrival arrival(ObjectNode entry, String cursor) {
        try {
            Testimony testimony = look(entry);
            return new Arrival(
                    ItemPaths.shown(entry.path("id").asText()),
                    entry.toString(),
                    testimony.fingerprint(),
                    cursor,
                    testimony.items(shape.mostFiles()).stream()
                            .map(Testimony.Named::item)
                            .toList());
        } catch (DoorProblem problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private Testimony look(ObjectNode entry) throws DoorProblem {
        String link = entry.path("link").asText();
        if (link.isEmpty()) {
            return new Testimony(entry, Optional.empty(), Optional.empty(), Item.Presence.MISSING, "");
        }
        URI address = line.resolve(link);
        try (HttpAnswer answer = line.send(Ask.get(address), 200)) {
            String type = answer.header("Content-Type");
            if (!type.toLowerCase(Locale.ROOT).contains("html")) {
                String traits = answer.header("ETag") + " " + answer.header("Last-Modified") + " " + answer.length();
                return new Testimony(
                        entry, Optional.of(address), Optional.empty(), Item.Presence.PRESENT, type + " " + traits);
            }
            WebPage page = WebPage.read(
                    answer.bytes(shape.mostPage()),
                    type,
                    answer.header("Content-Language"),
                    answer.address(),
                    shape.main());
            return new Testimony(entry, Optional.of(address), Optional.of(page), Item.Presence.PRESENT, "");
        } catch (DoorProblem problem) {
            Optional<Item.Presence> told = told(problem);
            return new Testimony(entry, Optional.of(address), Optional.empty(), told.orElseThrow(() -> problem), "");
        }
    }

    /// What is wrong with one page or file alone; empty for trouble with the site.
    private static Optional<Item.Presence> told(DoorProblem problem) {
        return switch (problem.kind()) {
            case GONE, NOT_FOUND -> Optional.of(Item.Presence.MISSING);
            case CONFIGURATION, PERMISSION, HOSTILE, PEER_FAULT -> Optional.of(Item.Presence.REFUSED);
            default -> Optional.empty();
        };
    }

    @Override
    public void read(Arrival arrival, ItemReader reader) throws IOException {
        Testimony testimony = unchanged(arrival);
        for (Testimony.Named named : testimony.items(shape.mostFiles())) {
            if (named.item().presence() != Item.Presence.PRESENT) {
                reader.absent(named.item());
            } else if (!named.address().isEmpty()) {
                file(named, reader);
            } else if (named.item().part() == Item.Part.RECORD) {
                reader.item(named.item(), new ByteArrayInputStream(testimony.written()));
            } else {
                try (InputStream bytes = testimony.page().orElseThrow().bytes().open()) {
                    reader.item(named.item(), bytes);
                }
            }
        }
    }

    private void file(Testimony.Named named, ItemReader reader) throws IOException {
        HttpDownload file;
        try {
            file = HttpDownload.open(line, Ask.get(line.resolve(named.address())), shape.mostFile());
        } catch (DoorProblem problem) {
            reader.absent(named.item().as(told(problem).orElseThrow(() -> problem)));
            return;
        }
        try (InputStream bytes = file) {
            reader.item(Item.present(named.item().path(), file.size(), Item.Part.EXHIBIT), bytes);
        }
    }

    private Testimony unchanged(Arrival arrival) throws DoorProblem {
        Testimony now = look(entry(arrival));
        if (!now.fingerprint().equals(arrival.fingerprint())) {
            throw new DoorProblem(Kind.CHANGED, "a page changed since it was listed");
        }
        return now;
    }

    private static ObjectNode entry(Arrival arrival) throws DoorProblem {
        try {
            if (JSON.readTree(arrival.place()) instanceof ObjectNode entry) return entry;
        } catch (JsonProcessingException other) {
            // told below
        }
        throw new DoorProblem(Kind.CONFIGURATION, "the arrival is none of this door's");
    }

    /// A public site is told nothing.
    @Override
    public void acknowledge(Arrival arrival) {}

    @Override
    public DoorReport test() {
        return HttpSteps.upToTls(line)
                .then("authenticate", () -> {
                    line.status(Ask.get(line.resolve(shape.feed())), 200);
                    return "the site answers";
                })
                .then("list", () -> {
                    FeedWalk walk = walk(Optional.empty());
                    walk.look();
                    if (!walk.hasNext()) return "the feed has no entries";
                    Testimony first = look(walk.next());
                    return "the feed can be read; the page of its first entry is " + first.presence();
                })
                .then("acknowledge", () -> "nothing is changed at the site")
                .report();
    }

    @Override
    public void close() {
        line.close();
    }
}
