package org.safepassage.extract.worker;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Collects the text of one document from Tika's XHTML events, page by page where the parser tells pages apart.
final class TextCollector extends DefaultHandler {
    private final Unfolding unfolding;
    private final List<PageText> pages = new ArrayList<>();
    private StringBuilder current = new StringBuilder();
    private int page;
    private int pageCount;
    private int bodyDepth;
    private int depth;
    private int pageDepth = -1;

    TextCollector(Unfolding unfolding) {
        this.unfolding = unfolding;
    }

    /// The text so far, in order.
    List<PageText> pages() {
        flush();
        return pages;
    }

    /// Pages that the parser told apart, 0 when it told none.
    int pageCount() {
        return pageCount;
    }

    /// Begins again: the document is read in another way.
    ///
    /// @return the text so far
    List<PageText> restart() {
        List<PageText> before = List.copyOf(pages());
        pages.clear();
        page = 0;
        pageCount = 0;
        bodyDepth = 0;
        depth = 0;
        pageDepth = -1;
        return before;
    }

    /// Keeps the text of an earlier reading when it is longer.
    void keepLonger(List<PageText> before) {
        if (length(before) > length(pages())) {
            pages.clear();
            pages.addAll(before);
        }
    }

    private static int length(List<PageText> pages) {
        return pages.stream().mapToInt(page -> page.text().strip().length()).sum();
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        depth++;
        if (bodyDepth == 0 && name.equals("body")) {
            bodyDepth = depth;
        } else if (pageDepth < 0 && name.equals("div") && "page".equals(attributes.getValue("class"))) {
            flush();
            pageDepth = depth;
            pageCount++;
            page = pageCount;
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if (depth == pageDepth) {
            flush();
            pageDepth = -1;
            page = 0;
        }
        if (depth == bodyDepth) {
            bodyDepth = 0;
        }
        depth--;
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        if (bodyDepth > 0) {
            int kept = unfolding.keep(length);
            current.append(characters, start, kept);
            if (kept < length) {
                throw new SAXException(new LimitReached("text-chars"));
            }
        }
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) throws SAXException {
        characters(characters, start, length);
    }

    private void flush() {
        if (!current.isEmpty() || page > 0) {
            pages.add(new PageText(page, current.toString(), "text"));
            current = new StringBuilder();
        }
    }
}
