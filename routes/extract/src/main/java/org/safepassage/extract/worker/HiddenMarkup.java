package org.safepassage.extract.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// What an HTML page says without showing it: comments, scripts, texts in attributes. It goes into the metadata under
/// `html:hidden`, so that a search for identities sees it and a text rendition does not carry it on.
final class HiddenMarkup {
    /// The key in the metadata.
    static final String KEY = "html:hidden";

    private static final int LARGEST_PAGE = 32 << 20;
    private static final int MOST_VALUES = 20_000;
    private static final Set<String> SPOKEN =
            Set.of("alt", "title", "value", "placeholder", "content", "label", "summary", "href", "src", "name", "id");

    private HiddenMarkup() {}

    static boolean mayBeIn(MediaType type) {
        String name = type.getBaseType().toString();
        return name.equals("text/html") || name.equals("application/xhtml+xml");
    }

    /// A page's title, which stands above it in the window.
    static List<PageText> title(MediaType type, Metadata metadata) {
        String title = metadata.get(TikaCoreProperties.TITLE);
        return title == null || title.isBlank() || !mayBeIn(type) ? List.of() : List.of(new PageText(0, title, "text"));
    }

    static void collect(byte[] page, Metadata metadata) throws IOException {
        if (page.length > LARGEST_PAGE) {
            return;
        }
        Node root = Jsoup.parse(new ByteArrayInputStream(page), metadata.get(Metadata.CONTENT_ENCODING), "");
        int left = MOST_VALUES;
        // The iterator does not recurse: a page may nest two hundred thousand deep.
        for (var nodes = root.nodeStream().iterator(); nodes.hasNext() && left > 0; ) {
            left -= note(nodes.next(), metadata);
        }
    }

    private static int note(Node node, Metadata metadata) {
        return switch (node) {
            case Comment comment -> add(comment.getData(), metadata);
            case DataNode data -> add(data.getWholeData(), metadata);
            case Element element -> {
                int added = 0;
                for (Attribute attribute : element.attributes()) {
                    String key = attribute.getKey();
                    if (SPOKEN.contains(key) || key.startsWith("data-") || key.startsWith("aria-")) {
                        added += add(attribute.getValue(), metadata);
                    }
                }
                yield added;
            }
            default -> 0;
        };
    }

    private static int add(String value, Metadata metadata) {
        if (value.isBlank()) {
            return 0;
        }
        metadata.add(KEY, value.strip());
        return 1;
    }
}
