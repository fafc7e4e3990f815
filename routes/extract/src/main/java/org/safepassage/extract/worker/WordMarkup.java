package org.safepassage.extract.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.parsers.SAXParser;
import org.apache.tika.exception.TikaException;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.apache.tika.utils.XMLReaderUtils;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Parser;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/// Tika's own XML parser with an ear for what its reader of DOCX overlooks: a tab that aligns to the margin, without
/// which a name in a page header grows together with the next word; a hyphen that does not break; who wrote a comment
/// or a change; what a picture is said to show. Other markup passes unchanged. Used by one thread.
final class WordMarkup extends SAXParser {
    /// The key in the metadata for what is said and not shown.
    static final String KEY = "docx:hidden";

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private static final int MOST_VALUES = 20_000;
    private static final Set<String> SAID_OF_PICTURES = Set.of("descr", "title");

    private final Consumer<String> hidden;
    private int left = MOST_VALUES;

    /// @param hidden takes what is said and not shown
    WordMarkup(Consumer<String> hidden) {
        this.hidden = hidden;
    }

    @Override
    public void parse(InputStream markup, DefaultHandler reader) throws SAXException, IOException {
        try {
            // An empty context: the limits and refusals of Tika's pool, and no way back to this parser.
            XMLReaderUtils.parseSAX(markup, new Ear(reader), new ParseContext());
        } catch (TikaException wrong) {
            throw new SAXException(wrong);
        }
    }

    @Override
    public void parse(InputSource markup, DefaultHandler reader) throws SAXException, IOException {
        if (markup.getCharacterStream() == null) {
            parse(markup.getByteStream(), reader);
            return;
        }
        try {
            XMLReaderUtils.parseSAX(markup.getCharacterStream(), new Ear(reader), new ParseContext());
        } catch (TikaException wrong) {
            throw new SAXException(wrong);
        }
    }

    private final class Ear extends ContentHandlerDecorator {
        private Ear(DefaultHandler reader) {
            super(reader);
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
            boolean word = uri.equals(WORD) || uri.equals(STRICT_WORD);
            if (word && name.equals("ptab")) {
                super.startElement(uri, "tab", "w:tab", new AttributesImpl());
            } else if (word && name.equals("noBreakHyphen")) {
                super.startElement(uri, "t", "w:t", new AttributesImpl());
                super.characters(new char[] {'-'}, 0, 1);
                super.endElement(uri, "t", "w:t");
            } else {
                if (word) {
                    note(attributes.getValue(uri, "author"));
                } else if (name.equals("docPr") || name.equals("cNvPr")) {
                    SAID_OF_PICTURES.forEach(said -> note(attributes.getValue("", said)));
                }
                super.startElement(uri, name, qualified, attributes);
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) throws SAXException {
            boolean word = uri.equals(WORD) || uri.equals(STRICT_WORD);
            if (word && name.equals("ptab")) {
                super.endElement(uri, "tab", "w:tab");
            } else if (!word || !name.equals("noBreakHyphen")) {
                super.endElement(uri, name, qualified);
            }
        }

        private void note(@org.jspecify.annotations.Nullable String value) {
            if (value != null && !value.isBlank() && left > 0) {
                left--;
                hidden.accept(value.strip());
            }
        }
    }

    @Override
    @SuppressWarnings("deprecation") // the type that the JDK's method has
    public Parser getParser() throws SAXException {
        throw new SAXNotSupportedException("only parse is used");
    }

    @Override
    public XMLReader getXMLReader() throws SAXException {
        throw new SAXNotSupportedException("only parse is used");
    }

    @Override
    public boolean isNamespaceAware() {
        return true;
    }

    @Override
    public boolean isValidating() {
        return false;
    }

    @Override
    public void setProperty(String name, Object value) throws SAXNotSupportedException {
        throw new SAXNotSupportedException("the parser is Tika's");
    }

    @Override
    public Object getProperty(String name) throws SAXNotSupportedException {
        throw new SAXNotSupportedException("the parser is Tika's");
    }
}
