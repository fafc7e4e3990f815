package org.safepassage.redact.renditions.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/// A text as paragraphs and tables: an empty line ends a paragraph, and lines with tabs, which is how extraction writes
/// the rows of tables, are rows. Stateless.
final class Blocks {
    private static final Pattern LINE = Pattern.compile("\n");
    private static final Pattern CELL = Pattern.compile("\t");

    private Blocks() {}

    static void write(String text, XhtmlPage page) throws XMLStreamException {
        var block = new ArrayList<String>();
        for (String line : LINE.split(text)) {
            boolean goesOn = !block.isEmpty() && !line.isBlank() && isRow(line) == isRow(block.getFirst());
            if (!goesOn) {
                write(block, page);
                block.clear();
            }
            if (!line.isBlank()) {
                block.add(line);
            }
        }
        write(block, page);
    }

    private static void write(List<String> block, XhtmlPage page) throws XMLStreamException {
        if (block.isEmpty()) {
            return;
        }
        if (isRow(block.getFirst())) {
            page.begin("table");
            for (String row : block) {
                page.row("td", List.of(CELL.split(row, -1)), "\n");
            }
            page.end();
        } else {
            page.paragraph(block);
        }
    }

    private static boolean isRow(String line) {
        return line.indexOf('\t') >= 0;
    }
}
