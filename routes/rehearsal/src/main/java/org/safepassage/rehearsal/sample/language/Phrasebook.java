package org.safepassage.rehearsal.sample.language;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safepassage.rehearsal.sample.people.Language;
import org.safepassage.rehearsal.sample.people.NameTable;

/// The phrases of one language by section. A section of the resource starts with `# name`; each further line is one
/// phrase with `[this|that]` to choose from, `{C?he|she}` for the sex of a person of the cast and slots for persons
/// and facts (see [Narrator]). Immutable.
public final class Phrasebook {
    private static final Map<Language, Phrasebook> BOOKS = readAll();

    private final Map<String, List<String>> sections;

    private Phrasebook(Map<String, List<String>> sections) {
        this.sections = sections;
    }

    /// The phrase book of a language.
    public static Phrasebook of(Language language) {
        Phrasebook book = BOOKS.get(language);
        if (book == null) {
            throw new IllegalStateException("no phrase book for " + language);
        }
        return book;
    }

    /// All phrases of a section, in the order of the resource.
    ///
    /// @throws IllegalArgumentException when the book has no such section
    public List<String> section(String name) {
        List<String> phrases = sections.get(name);
        if (phrases == null) {
            throw new IllegalArgumentException("no section in the phrase book: " + name);
        }
        return phrases;
    }

    /// Names of all sections in alphabetical order.
    public List<String> sections() {
        return List.copyOf(sections.keySet());
    }

    private static Map<Language, Phrasebook> readAll() {
        var books = new EnumMap<Language, Phrasebook>(Language.class);
        for (Language language : Language.values()) {
            books.put(language, parse(NameTable.read(Phrasebook.class, language.tag() + ".txt")));
        }
        return books;
    }

    private static Phrasebook parse(String text) {
        var sections = new TreeMap<String, List<String>>();
        List<String> open = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("# ")) {
                open = new ArrayList<>();
                sections.put(line.substring(2).strip(), open);
            } else if (!line.isBlank()) {
                open.add(line.strip());
            }
        }
        return new Phrasebook(sections);
    }
}
