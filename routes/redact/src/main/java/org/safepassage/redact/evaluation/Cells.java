package org.safepassage.redact.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.TextRedactor;
import org.safepassage.schemas.Mention;

/// A text in the pieces that redaction treats apart: parted at white space that no find covers. So what became of each
/// word can be told from the redactor's own answer.
final class Cells {
    /// A piece of the text.
    ///
    /// @param start its first code point
    /// @param end behind its last code point
    /// @param text what stands there
    /// @param found in its own offsets
    record Cell(int start, int end, String text, List<Mention> found) {}

    private final List<Cell> cells = new ArrayList<>();

    Cells(String text, List<Mention> found) {
        BitSet covered = Grid.covered(found, mention -> true);
        int[] points = text.codePoints().toArray();
        int start = 0;
        for (int i = 0; i <= points.length; i++) {
            boolean apart = i == points.length || (Character.isWhitespace(points[i]) && !covered.get(i));
            if (apart) {
                if (i > start) {
                    cells.add(cell(points, start, i, found));
                }
                start = i + 1;
            }
        }
    }

    private static Cell cell(int[] points, int start, int end, List<Mention> found) {
        List<Mention> within = found.stream()
                .filter(mention -> mention.start() >= start && mention.end() <= end)
                .map(mention -> new Mention(
                        mention.start() - start,
                        mention.end() - start,
                        mention.type(),
                        mention.person(),
                        mention.role(),
                        mention.confidence(),
                        mention.recogniser()))
                .toList();
        return new Cell(start, end, new String(points, start, end - start), within);
    }

    /// The pieces that a mention touches.
    List<Cell> of(AnnotatedMention mention) {
        return cells.stream()
                .filter(cell -> cell.start() < mention.end() && mention.start() < cell.end())
                .toList();
    }

    List<Cell> all() {
        return List.copyOf(cells);
    }

    /// A piece after redaction.
    static String redacted(Cell cell, String language, Allowance allowance) {
        return new TextRedactor()
                .redact(cell.text(), language, "", cell.found(), allowance)
                .text();
    }

    /// The words of a text.
    static Set<String> words(String text) {
        int[] points = text.codePoints().toArray();
        return new Grid(text)
                .words().stream()
                        .map(word -> new String(points, word.start(), word.end() - word.start()))
                        .collect(Collectors.toSet());
    }
}
