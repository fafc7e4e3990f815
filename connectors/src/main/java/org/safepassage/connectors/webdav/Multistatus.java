package org.safepassage.connectors.webdav;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// Reads a multistatus answer (RFC 4918, 14.16) of any length, one response after the other. Document types and
/// entities are off: the server is not trusted.
final class Multistatus {
    private static final String DAV = "DAV:";
    private static final int LONGEST_TEXT = 8_192;

    private Multistatus() {}

    /// One file or folder.
    ///
    /// @param href address as the server writes it
    /// @param size bytes, or -1
    /// @param tag ETag, or empty
    /// @param modified HTTP date, or empty
    /// @param collection whether it is a folder
    record Response(String href, long size, String tag, String modified, boolean collection) {
        static final Response EMPTY = new Response("", -1, "", "", false);
    }

    static void read(InputStream in, Consumer<Response> responses) throws DoorProblem {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            Response response = Response.EMPTY;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT && DAV.equals(reader.getNamespaceURI())) {
                    response = with(response, reader.getLocalName(), reader);
                } else if (event == XMLStreamConstants.END_ELEMENT && is(reader, "response")) {
                    responses.accept(response);
                    response = Response.EMPTY;
                }
            }
        } catch (XMLStreamException unreadable) {
            if (unreadable.getNestedException() instanceof DoorProblem problem) {
                throw problem;
            }
            throw unreadable.getNestedException() instanceof IOException
                    ? new DoorProblem(Kind.CUT, "the connection broke in the listing", unreadable)
                    : new DoorProblem(Kind.PEER_FAULT, "the server's listing is not readable XML", unreadable);
        }
    }

    private static boolean is(XMLStreamReader reader, String name) {
        return DAV.equals(reader.getNamespaceURI()) && name.equals(reader.getLocalName());
    }

    private static Response with(Response so, String name, XMLStreamReader reader) throws XMLStreamException {
        return switch (name) {
            // a response may hold further hrefs below its properties; the first is its own
            case "href" ->
                so.href().isEmpty()
                        ? new Response(text(reader), so.size(), so.tag(), so.modified(), so.collection())
                        : so;
            case "getcontentlength" ->
                new Response(so.href(), number(text(reader)), so.tag(), so.modified(), so.collection());
            case "getetag" -> new Response(so.href(), so.size(), text(reader), so.modified(), so.collection());
            case "getlastmodified" -> new Response(so.href(), so.size(), so.tag(), text(reader), so.collection());
            case "collection" -> new Response(so.href(), so.size(), so.tag(), so.modified(), true);
            default -> so;
        };
    }

    private static String text(XMLStreamReader reader) throws XMLStreamException {
        var text = new StringBuilder();
        while (reader.hasNext() && reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isCharacters()) {
                text.append(reader.getText());
            }
            if (reader.isStartElement() || text.length() > LONGEST_TEXT) {
                throw new XMLStreamException("a property is no short text");
            }
        }
        return text.toString().strip();
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
