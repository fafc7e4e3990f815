package org.safepassage.connectors.s3;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// An answer of the server: its own texts, and its entries with theirs. Document types and entities are off: the server
/// is not trusted.
///
/// @param root name of the whole
/// @param texts such as `NextContinuationToken`, by name
/// @param entries such as `Contents`, in the server's order
record S3Xml(String root, Map<String, String> texts, List<Entry> entries) {
    private static final int LONGEST_TEXT = 8_192;
    private static final int DEEPEST = 16;

    /// One entry.
    ///
    /// @param name such as `Contents`
    /// @param texts by name
    record Entry(String name, Map<String, String> texts) {
        String text(String of) {
            return texts.getOrDefault(of, "");
        }
    }

    String text(String of) {
        return texts.getOrDefault(of, "");
    }

    /// @throws DoorProblem of kind PEER_FAULT when it is no such XML
    static S3Xml read(byte[] bytes) throws DoorProblem {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return read(factory.createXMLStreamReader(new ByteArrayInputStream(bytes)));
        } catch (XMLStreamException unreadable) {
            throw new DoorProblem(Kind.PEER_FAULT, "the server's answer is not readable XML", unreadable);
        }
    }

    private static S3Xml read(XMLStreamReader reader) throws XMLStreamException {
        Deque<String> open = new ArrayDeque<>();
        var texts = new HashMap<String, String>();
        var entries = new ArrayList<Entry>();
        var entry = new HashMap<String, String>();
        var text = new StringBuilder();
        String root = "";
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    text.setLength(0);
                    // The set of tags is the only entry that stands one level deeper.
                    if (!reader.getLocalName().equals("TagSet")) {
                        open.push(reader.getLocalName());
                    }
                    root = root.isEmpty() ? reader.getLocalName() : root;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    String name = reader.getLocalName();
                    if (open.size() == 3) {
                        entry.put(name, text.toString());
                    } else if (open.size() == 2 && !name.equals("TagSet")) {
                        if (entry.isEmpty()) {
                            texts.put(name, text.toString());
                        } else {
                            entries.add(new Entry(name, Map.copyOf(entry)));
                            entry.clear();
                        }
                    }
                    if (!name.equals("TagSet")) {
                        open.pop();
                    }
                    text.setLength(0);
                }
                default -> {
                    // Comments and the like say nothing.
                }
            }
            if (text.length() > LONGEST_TEXT || open.size() > DEEPEST) {
                throw new XMLStreamException("no answer of S3");
            }
        }
        return new S3Xml(root, Map.copyOf(texts), List.copyOf(entries));
    }

    /// A text as it may stand in a request.
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
