package org.safepassage.connectors.feeds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import org.safepassage.schemas.Content;

/// A page as it came, and what of it matters: the words and pictures of its main part.
///
/// @param bytes as they came
/// @param title of the page
/// @param language that it declares; empty when it does not
/// @param text words of the main part, paragraphs on lines of their own
/// @param files addresses of the pictures, sound and films that it shows and of documents that it links,
///     each once
record WebPage(Content bytes, String title, String language, String text, List<String> files) {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=[\"']?([A-Za-z0-9._:-]+)");
    private static final Pattern DECLARED = Pattern.compile("(?i)<meta[^>]{0,200}charset=");
    private static final Pattern WIDTH = Pattern.compile("([0-9.]{1,9})[wx]");
    private static final String SHOWN = "img[src], img[srcset], source[src], source[srcset], video[src], audio[src]";
    private static final String LINKED =
            "a[href~=(?i)\\.(jpe?g|png|gif|webp|tiff?|heic|mp4|webm|mov|mp3|ogg|wav|pdf|docx?|odt)([?#].*)?$]";
    private static final int HEAD = 4_096;

    WebPage {
        files = List.copyOf(files);
    }

    /// Reads a page.
    ///
    /// @param contentType as the server said
    /// @param contentLanguage as the server said
    /// @param main a CSS selector of what matters; of several the first that is there
    static WebPage read(byte[] bytes, String contentType, String contentLanguage, URI address, List<String> main) {
        Document page = parsed(bytes, contentType, address);
        Elements parts = main.stream()
                .map(page::select)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseGet(() -> new Elements(page.body()));
        Element html = page.selectFirst("html");
        String language = html == null ? "" : html.attr("lang") + html.attr("xml:lang");
        return new WebPage(
                Content.of(bytes),
                page.title(),
                language.isEmpty() ? contentLanguage : language,
                words(parts),
                files(page, parts));
    }

    private static Document parsed(byte[] bytes, String contentType, URI address) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(bytes), charset(bytes, contentType), address.toString());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // it is read from memory
        }
    }

    /// As HTML says: the server's word, then the page's (which the parser finds, as it does a byte order
    /// mark). A page without either that is no UTF-8 is taken for windows-1251, as old pages in Russian and
    /// Belarusian are.
    private static @Nullable String charset(byte[] bytes, String contentType) {
        Matcher said = CHARSET.matcher(contentType);
        if (said.find() && known(said.group(1))) return said.group(1);
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        boolean marked = head.startsWith("\u00fe\u00ff") || head.startsWith("\u00ff\u00fe") || head.startsWith("<?xml");
        return marked || DECLARED.matcher(head).find() || isUtf8(bytes) ? null : "windows-1251";
    }

    private static boolean known(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException odd) {
            return false;
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static String words(Elements parts) {
        var lines = new ArrayList<String>();
        for (Element part : parts) {
            for (Element block : part.select("*")) {
                String own = block.is("script, style, noscript, template")
                        ? ""
                        : block.ownText().strip();
                if (!own.isEmpty()) lines.add(block.isBlock() ? block.text() : own);
            }
        }
        return String.join("\n", new LinkedHashSet<>(lines));
    }

    private static List<String> files(Document page, Elements parts) {
        Set<String> found = new LinkedHashSet<>();
        for (Element element : parts.select(SHOWN)) {
            String best = best(element);
            if (!best.isEmpty()) found.add(best);
        }
        parts.select(LINKED).forEach(link -> found.add(link.absUrl("href")));
        page.select("meta[property=og:image][content]").forEach(meta -> found.add(meta.absUrl("content")));
        found.removeIf(address -> !address.toLowerCase(Locale.ROOT).startsWith("http"));
        return List.copyOf(found);
    }

    /// The largest of the forms that a picture is offered in.
    private static String best(Element element) {
        String best = element.absUrl("src");
        double widest = 0;
        for (String candidate : element.attr("srcset").split(",(?=\\s)|,$")) {
            String[] words = candidate.strip().split("\\s+", 2);
            Matcher width = WIDTH.matcher(words.length == 2 ? words[1] : "1x");
            double wide = width.matches() ? Double.parseDouble(width.group(1)) : 0;
            if (!words[0].isEmpty() && wide > widest) {
                widest = wide;
                best = new Element("a", element.baseUri())
                        .attr("href", words[0])
                        .absUrl("href");
            }
        }
        return best;
    }

    @Override
    public String toString() {
        return "WebPage[" + bytes.size() + "]";
    }
}
