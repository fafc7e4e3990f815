package org.safepassage.connectors.feeds;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.plumbing.Fingerprint;
import org.safepassage.connectors.plumbing.ItemPaths;

/// An entry with the page that it links, as the case it becomes.
///
/// @param entry as the feed tells it
/// @param address of the page; empty when the entry links none
/// @param page empty when it is not there, may not be asked for, or is no HTML
/// @param presence of the page
/// @param traits of a link that is no HTML, by which a change is seen
record Testimony(
        ObjectNode entry, Optional<URI> address, Optional<WebPage> page, Item.Presence presence, String traits) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECORD = "record.json";
    private static final String PAGE = "page.html";

    /// A file and where it is.
    ///
    /// @param address absolute; empty for what is at hand
    record Named(Item item, String address) {
        @Override
        public String toString() {
            return item.toString();
        }
    }

    /// What the hub maps: the entry, and the page's title, language and text.
    byte[] written() {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("entry", entry);
        page.ifPresent(read -> whole.putObject("page")
                .put("title", read.title())
                .put("language", read.language())
                .put("text", read.text()));
        return whole.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Changes when words or pictures of the page change, or what the feed says of it.
    String fingerprint() {
        var facts = new ArrayList<String>(List.of(entry.toString(), presence.name(), traits));
        page.ifPresent(read -> {
            facts.add(read.title());
            facts.add(read.text());
            facts.addAll(read.files());
        });
        return Fingerprint.of(facts);
    }

    /// The record, the page, and every file that page and entry name.
    ///
    /// @param most files; what is more is refused and told
    List<Named> items(int most) {
        var paths = new ItemPaths();
        var named = new ArrayList<Named>();
        named.add(new Named(Item.present(paths.safe(RECORD), written().length, Item.Part.RECORD), ""));
        boolean isFile = page.isEmpty() && presence == Item.Presence.PRESENT;
        if (page.isPresent()) {
            named.add(
                    new Named(Item.present(paths.safe(PAGE), page.get().bytes().size(), Item.Part.EXHIBIT), ""));
        } else if (address.isPresent() && !isFile) {
            named.add(new Named(new Item(paths.safe(PAGE), -1, Item.Part.EXHIBIT, presence), ""));
        }
        Set<String> files = new LinkedHashSet<>();
        if (isFile) address.ifPresent(link -> files.add(link.toString()));
        page.ifPresent(read -> files.addAll(read.files()));
        entry.path("enclosures").forEach(link -> files.add(link.asText()));
        for (String file : files) {
            Item item = Item.present(paths.safe(name(file)), -1, Item.Part.EXHIBIT);
            named.add(new Named(named.size() > most + 1 ? item.as(Item.Presence.REFUSED) : item, file));
        }
        return named;
    }

    /// Its path below the page's folder, or its host and path.
    private String name(String file) {
        String plain = file.split("[?#]", 2)[0].replaceFirst("^[a-zA-Z]+://", "");
        String folder = address.map(
                        link -> link.getRawAuthority() + link.getRawPath().replaceFirst("[^/]*$", ""))
                .orElse("");
        String path = plain.startsWith(folder) ? plain.substring(folder.length()) : plain;
        String decoded = decoded(path);
        return ItemPaths.stays(decoded)
                ? decoded
                : "file-" + Fingerprint.of(List.of(file)).substring(0, 12);
    }

    private static String decoded(String path) {
        try {
            return java.net.URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException odd) {
            return path;
        }
    }

    @Override
    public String toString() {
        return "Testimony[" + presence + "]";
    }
}
