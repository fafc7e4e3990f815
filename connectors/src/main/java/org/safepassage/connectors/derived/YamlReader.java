package org.safepassage.connectors.derived;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads the small part of YAML that a Kamelet needs, from the parser's events, so that nothing is built, resolved or
/// multiplied before it is looked at: no anchors and aliases, no tags, one document, no key twice, bounded depth and
/// number of pieces.
final class YamlReader {
    private static final int DEEPEST = 12;
    private static final int MOST_PIECES = 4_000;
    private static final LoadSettings SETTINGS = LoadSettings.builder().build();

    private final Iterator<Event> events;
    private int pieces;

    private YamlReader(String text) {
        this.events = new Parse(SETTINGS).parseString(text).iterator();
    }

    /// What makes a file unreadable.
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        Unreadable(int line, String message) {
            super(message);
            this.line = line;
        }
    }

    /// The file's content; nothing when it is refused, which the findings tell.
    static Optional<Yaml> read(String text, Findings findings) {
        try {
            return Optional.of(new YamlReader(text).document());
        } catch (Unreadable refused) {
            findings.add(refused.line, "", String.valueOf(refused.getMessage()));
        } catch (MarkedYamlEngineException broken) {
            // The parser's own message quotes the text around the place.
            findings.add(line(broken.getProblemMark()), "", "is not readable as YAML; correct it at this line");
        } catch (YamlEngineException broken) {
            findings.add(0, "", "is not readable as YAML, or holds a control character; correct it");
        }
        return Optional.empty();
    }

    private Yaml document() throws Unreadable {
        Event event = events.next();
        if (event instanceof StreamStartEvent) {
            event = events.next();
        }
        if (!(event instanceof DocumentStartEvent start)) {
            throw new Unreadable(1, "is empty; write a Kamelet or remove the file");
        }
        if (start.getSpecVersion().isPresent() || !start.getTags().isEmpty()) {
            throw new Unreadable(line(start.getStartMark()), "YAML directives are refused; remove the line with %");
        }
        Yaml root = piece(events.next(), 0);
        Event end = events.next();
        Event after = end instanceof DocumentEndEvent ? events.next() : end;
        if (!(after instanceof StreamEndEvent)) {
            throw new Unreadable(line(after.getStartMark()), "holds a second document; one Kamelet a file");
        }
        return root;
    }

    private Yaml piece(Event event, int depth) throws Unreadable {
        int line = line(event.getStartMark());
        if (++pieces > MOST_PIECES || depth > DEEPEST) {
            throw new Unreadable(line, "holds more, or deeper, than a Kamelet needs; keep what the README shows");
        }
        plain(event, line);
        return switch (event) {
            case ScalarEvent scalar -> new Yaml.Text(scalar.getValue(), line);
            case SequenceStartEvent list -> items(line, depth);
            case MappingStartEvent map -> fields(line, depth);
            default -> throw new Unreadable(line, "is not readable as YAML; correct it at this line");
        };
    }

    private static void plain(Event event, int line) throws Unreadable {
        if (event instanceof AliasEvent
                || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
            throw new Unreadable(line, "YAML anchors and aliases (& and *) are refused; write the text out");
        }
        boolean tagged = (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
                || (event instanceof CollectionStartEvent start
                        && start.getTag().isPresent());
        if (tagged) {
            throw new Unreadable(line, "YAML tags (!) are refused; write the value without one");
        }
    }

    private Yaml items(int line, int depth) throws Unreadable {
        List<Yaml> items = new ArrayList<>();
        for (Event next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
            items.add(piece(next, depth + 1));
        }
        return new Yaml.Items(items, line);
    }

    private Yaml fields(int line, int depth) throws Unreadable {
        var fields = new LinkedHashMap<String, Yaml.Field>();
        for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
            int at = line(key.getStartMark());
            if (!(piece(key, depth + 1) instanceof Yaml.Text name)) {
                throw new Unreadable(at, "a key that is no plain text is refused; write it as a word");
            }
            Yaml value = piece(events.next(), depth + 1);
            if (fields.put(name.value(), new Yaml.Field(at, value)) != null) {
                throw new Unreadable(at, "a key stands twice in the same place; keep one of them");
            }
        }
        return new Yaml.Fields(fields, line);
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(at -> at.getLine() + 1).orElse(0);
    }
}
