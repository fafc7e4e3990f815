package org.safepassage.connectors.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpAnswer;
import org.safepassage.connectors.http.HttpLine;

/// The entries of a feed, document by document as they are asked for, until everything older is known. For
/// one thread.
final class FeedWalk implements Iterator<ObjectNode> {
    private static final int MOST_DOCUMENTS = 10_000;

    private final HttpLine line;
    private final int mostBytes;
    private final Optional<Instant> since;
    private final Queue<ObjectNode> waiting = new ArrayDeque<>();
    private final Set<URI> walked = new HashSet<>();
    private final Set<String> given = new HashSet<>();
    private Optional<URI> next;
    private Optional<Instant> newest = Optional.empty();

    /// @param first the feed's address
    /// @param since entries of before are known; empty for all
    FeedWalk(HttpLine line, URI first, int mostBytes, Optional<Instant> since) {
        this.line = line;
        this.mostBytes = mostBytes;
        this.since = since;
        this.next = Optional.of(first);
    }

    /// The newest time that an entry tells, no later than the server's own clock.
    Optional<Instant> newest() {
        return newest;
    }

    @Override
    public boolean hasNext() {
        while (waiting.isEmpty() && next.isPresent()) {
            try {
                look();
            } catch (DoorProblem problem) {
                throw new UncheckedIOException(problem);
            }
        }
        return !waiting.isEmpty();
    }

    @Override
    public ObjectNode next() {
        if (!hasNext()) throw new NoSuchElementException("no further entry");
        return waiting.remove();
    }

    /// Asks for the next document.
    ///
    /// @throws DoorProblem of kind PEER_FAULT when documents go in a circle
    void look() throws DoorProblem {
        URI address = next.orElseThrow();
        next = Optional.empty();
        if (!walked.add(address) || walked.size() > MOST_DOCUMENTS) {
            throw new DoorProblem(Kind.PEER_FAULT, "the archive of the feed leads in a circle, or has no end");
        }
        try (HttpAnswer answer = line.send(Ask.get(address), 200)) {
            FeedDocument document =
                    FeedDocument.read(answer.bytes(mostBytes), answer.header("Content-Type"), answer.address());
            Instant ceiling = answer.date().orElse(Instant.MAX);
            boolean anyNew = false;
            for (ObjectNode entry : document.entries()) {
                Optional<Instant> changed = changed(entry);
                changed.filter(time -> !time.isAfter(ceiling))
                        .filter(time -> newest.isEmpty() || time.isAfter(newest.get()))
                        .ifPresent(time -> newest = Optional.of(time));
                boolean known = since.isPresent()
                        && changed.filter(time -> time.isBefore(since.get())).isPresent();
                anyNew |= !known;
                if (!known && given.add(entry.path("id").asText())) waiting.add(entry);
            }
            if (document.older().isPresent() && (anyNew || since.isEmpty())) {
                next = Optional.of(
                        line.resolve(answer.address(), document.older().get()));
            }
        }
    }

    /// When an entry was changed last; empty when it does not say.
    static Optional<Instant> changed(JsonNode entry) {
        return Optional.of(entry.path("updated").asText(entry.path("published").asText("")))
                .filter(text -> !text.isEmpty())
                .map(Instant::parse);
    }
}
