package org.safepassage.redact.renditions.markup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.xml.stream.XMLStreamException;
import org.safepassage.redact.renditions.RedactedCaseFile;

/// A redacted case file as XHTML, for people who read: tables of persons and exhibits, and the words of events,
/// statements and examinations. It says what the JSON says and nothing more. Sentences stand in paragraphs and not in
/// cells, where the exit check would read their first words as going on with the cell before. Stateless.
public final class CaseFileXhtml {
    /// An empty line ends a name: what is said of a person does not read on as a part of it.
    private static final String APART = "\n\n";

    private CaseFileXhtml() {}

    /// The case file as one page of markup.
    public static String of(RedactedCaseFile caseFile) {
        try {
            return of(caseFile.json());
        } catch (XMLStreamException impossible) {
            // All of it happens in memory.
            throw new IllegalStateException(impossible);
        }
    }

    private static String of(JsonNode json) throws XMLStreamException {
        var page = new XhtmlPage("Redacted case file", "en");
        page.words("h1", "Case " + json.path("reference").asText());
        page.words("p", words(json.path("categories")));
        // The sex stands between a name and `alleged`, which sounds like Алег.
        table("Persons", List.of("is", "sex", "role", "withheld"), json.path("persons"), page);
        for (JsonNode event : json.path("events")) {
            page.words("h2", "Event");
            row(List.of("type", "date"), event, page);
            text("und", event.path("place"), page);
            text("und", event.path("description"), page);
        }
        for (JsonNode statement : json.path("statements")) {
            page.words("h2", "Statement");
            row(List.of("by", "taken"), statement, page);
            text(statement.path("language").asText(), statement.path("text"), page);
        }
        for (JsonNode examination : json.path("examinations")) {
            page.words("h2", "Examination");
            row(List.of("of", "by", "date"), examination, page);
            text("und", examination.path("findings"), page);
        }
        table("Exhibits", List.of("id", "kind", "captured"), json.path("exhibits"), page);
        return page.finished();
    }

    private static void table(String heading, List<String> columns, JsonNode rows, XhtmlPage page)
            throws XMLStreamException {
        if (!rows.isEmpty()) {
            page.words("h2", heading);
            page.begin("table", "und");
            page.row("th", columns, APART);
            for (JsonNode row : rows) {
                page.row("td", cells(columns, row), APART);
            }
            page.end();
        }
    }

    private static void row(List<String> columns, JsonNode row, XhtmlPage page) throws XMLStreamException {
        page.begin("table", "und");
        page.row("th", columns, APART);
        page.row("td", cells(columns, row), APART);
        page.end();
    }

    private static List<String> cells(List<String> columns, JsonNode row) {
        var cells = new ArrayList<String>();
        columns.forEach(column -> cells.add(words(row.path(column))));
        return cells;
    }

    private static void text(String language, JsonNode text, XhtmlPage page) throws XMLStreamException {
        page.begin("section", language);
        Blocks.write(text.asText(), page);
        page.end();
    }

    private static String words(JsonNode value) {
        return value.isArray()
                ? String.join(
                        ", ",
                        StreamSupport.stream(value.spliterator(), false)
                                .map(JsonNode::asText)
                                .toList())
                : value.asText();
    }
}
