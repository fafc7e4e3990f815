package org.safepassage.connectors.feeds;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.http.HttpAddress;

/// One document of a feed: RSS 0.9x, 1.0 and 2.0, Atom (RFC 4287). Document types, and with them entities
/// from elsewhere and entities that grow, are refused.
///
/// @param entries in the order of the document, each as it goes into the record
/// @param older address of the document with older entries (RFC 5005), as it is written
record FeedDocument(List<ObjectNode> entries, Optional<String> older) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_TEXT = 1 << 20;
    private static final List<String> OLDER = List.of("prev-archive", "next");

    FeedDocument {
        entries = List.copyOf(entries);
    }

    /// Reads a document.
    ///
    /// @param contentType as the server said, which may tell the charset
    /// @throws DoorProblem of kind PEER_FAULT when it is no feed
    static FeedDocument read(byte[] bytes, String contentType, URI address) throws DoorProblem {
        try (var text = new XmlReader(
                new ByteArrayInputStream(bytes), contentType.isEmpty() ? "application/xml" : contentType, true)) {
            var input = new SyndFeedInput();
            input.setAllowDoctypes(false);
            SyndFeed feed = input.build(text);
            var entries = new ArrayList<ObjectNode>();
            for (SyndEntry entry : feed.getEntries()) {
                entry(feed, entry, address).ifPresent(entries::add);
            }
            keysApart(entries);
            return new FeedDocument(entries, older(feed));
        } catch (FeedException | IOException | IllegalArgumentException unreadable) {
            throw new DoorProblem(
                    Kind.PEER_FAULT,
                    address.getHost() + " answers with something that is no RSS or Atom feed, or one with a DOCTYPE",
                    unreadable);
        }
    }

    private static Optional<ObjectNode> entry(SyndFeed feed, SyndEntry entry, URI address) {
        String link = absolute(address, text(entry.getLink()).strip());
        String id = text(entry.getUri()).strip();
        if (id.isEmpty() && link.isEmpty()) return Optional.empty();
        ObjectNode node = JSON.createObjectNode();
        node.put("id", id.isEmpty() ? link : id).put("link", link).put("title", text(entry.getTitle()));
        time(entry.getPublishedDate()).ifPresent(time -> node.put("published", time));
        time(entry.getUpdatedDate()).ifPresent(time -> node.put("updated", time));
        node.put("language", text(feed.getLanguage()));
        words(node.putArray("authors"), authors(entry));
        words(node.putArray("categories"), entry.getCategories().stream().map(category -> text(category.getName())));
        SyndContent summary = entry.getDescription();
        node.put("summary", summary == null ? "" : text(summary.getValue()));
        node.put(
                "content",
                text(entry.getContents().stream()
                        .map(SyndContent::getValue)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n"))));
        words(
                node.putArray("enclosures"),
                entry.getEnclosures().stream().map(SyndEnclosure::getUrl).map(url -> absolute(address, text(url))));
        return Optional.of(node);
    }

    /// Links count from the document that tells them; empty for none, and for one that is no address.
    private static String absolute(URI document, String link) {
        try {
            return link.isEmpty()
                    ? ""
                    : document.resolve(HttpAddress.encoded(link)).toString();
        } catch (IllegalArgumentException wrong) {
            return "";
        }
    }

    private static Stream<String> authors(SyndEntry entry) {
        Stream<String> named =
                entry.getAuthors().stream().map(SyndPerson::getName).map(FeedDocument::text);
        return Stream.concat(named, Stream.of(text(entry.getAuthor()))).distinct();
    }

    private static void words(ArrayNode to, Stream<String> words) {
        words.filter(word -> !word.isBlank()).forEach(to::add);
    }

    /// Some sites give several entries one id; those are told apart by their links.
    private static void keysApart(List<ObjectNode> entries) {
        Map<String, Long> links = entries.stream()
                .map(entry ->
                        List.of(entry.path("id").asText(), entry.path("link").asText()))
                .distinct()
                .collect(Collectors.groupingBy(List::getFirst, Collectors.counting()));
        for (ObjectNode entry : entries) {
            String link = entry.path("link").asText();
            if (links.getOrDefault(entry.path("id").asText(), 1L) > 1 && !link.isEmpty()) entry.put("id", link);
        }
    }

    private static Optional<String> older(SyndFeed feed) {
        Function<String, Optional<String>> atom = relation -> feed.getLinks().stream()
                .filter(link -> relation.equals(link.getRel()))
                .map(SyndLink::getHref)
                .findFirst();
        Function<String, Optional<String>> foreign = relation -> feed.getForeignMarkup().stream()
                .filter(element -> element.getName().equals("link"))
                .filter(element -> relation.equals(element.getAttributeValue("rel")))
                .map(element -> text(hrefOf(element)))
                .findFirst();
        return OLDER.stream()
                .flatMap(relation -> Stream.of(atom.apply(relation), foreign.apply(relation)))
                .flatMap(Optional::stream)
                .filter(href -> !href.isBlank())
                .findFirst();
    }

    private static @Nullable String hrefOf(Element element) {
        return element.getAttributeValue("href");
    }

    @SuppressWarnings("JavaUtilDate") // the library speaks java.util.Date
    private static Optional<String> time(@Nullable Date date) {
        return Optional.ofNullable(date).map(known -> known.toInstant().toString());
    }

    private static String text(@Nullable String text) {
        if (text == null) return "";
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
