package org.safepassage.redact.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safepassage.redact.evaluation.AnnotatedMention.Weight;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// Invented testimonies, frozen: whoever tunes detection does not change them. Written so that a reader can check them:
///
///     == case ID
///     person ID ROLE SEX: official name; another spelling
///     -- ID of the text
///     Its words, with [[TYPE:ENTITY:SLICE,SLICE|what stands there]]; lines of a paragraph are joined.
///
/// The entity of a name is a person of the case, or begins with `x` for somebody whom the record does not name; of
/// other
/// types it may be left out. Slices may be left out.
final class Testimonies {
    /// What may be special about a mention.
    static final Set<String> SLICES =
            Set.of("inflected", "transliterated", "typo", "diminutive", "initials", "mixed", "shared surname");

    private static final List<String> LANGUAGES = List.of("be", "ru", "en");
    private static final Set<String> DIRECT = Set.of("PERSON", "CONTACT", "CODE", "LOCATION.ADDRESS");
    private static final Pattern PERSON = Pattern.compile("person (\\w+) ([a-z-]+) (female|male|unknown): (.+)");
    private static final Pattern MARK =
            Pattern.compile("\\[\\[([A-Z._]+)(?::(\\w+))?(?::([a-z, ]+))?\\|([^\\[\\]|]+)]]");

    private final String language;
    private final List<AnnotatedText> texts = new ArrayList<>();
    private List<Person> persons = new ArrayList<>();
    private String caseId = "";
    private String id = "";
    private final StringBuilder words = new StringBuilder();

    private Testimonies(String language) {
        this.language = language;
    }

    /// All of them.
    static Corpus corpus() {
        var all = new ArrayList<AnnotatedText>();
        for (String language : LANGUAGES) {
            String name = "testimonies-" + language + ".txt";
            try (InputStream in = Objects.requireNonNull(Testimonies.class.getResourceAsStream(name), name)) {
                all.addAll(parse(language, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Corpus("testimonies", all, true);
    }

    /// The texts of one file.
    ///
    /// @throws IllegalArgumentException with the line that is not written as it should be
    static List<AnnotatedText> parse(String language, String file) {
        var testimonies = new Testimonies(language);
        List<String> lines = file.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            try {
                testimonies.line(lines.get(i).strip());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        testimonies.end();
        return List.copyOf(testimonies.texts);
    }

    private void line(String line) {
        if (line.startsWith("== case ")) {
            end();
            caseId = line.substring("== case ".length());
            persons = new ArrayList<>();
        } else if (line.startsWith("-- ")) {
            end();
            id = line.substring("-- ".length());
        } else if (line.startsWith("person ") && id.isEmpty()) {
            persons.add(person(line));
        } else if (!id.isEmpty()) {
            join(line);
        } else if (!line.isEmpty() && !line.startsWith("#")) {
            throw new IllegalArgumentException("belongs to no text");
        }
    }

    private void join(String line) {
        boolean paragraph = !words.isEmpty() && words.charAt(words.length() - 1) == '\n';
        if (line.isEmpty() && !words.isEmpty() && !paragraph) {
            words.append("\n\n");
        } else if (!line.isEmpty()) {
            words.append(words.isEmpty() || paragraph ? "" : " ").append(line);
        }
    }

    private static Person person(String line) {
        Matcher written = PERSON.matcher(line);
        if (!written.matches()) {
            throw new IllegalArgumentException("is no person");
        }
        return new Person(
                written.group(1),
                Role.valueOf(written.group(2).toUpperCase(Locale.ROOT).replace('-', '_')),
                Sex.valueOf(written.group(3).toUpperCase(Locale.ROOT)),
                Arrays.stream(written.group(4).split(";"))
                        .map(name -> PersonName.of(name.strip()))
                        .toList(),
                List.of());
    }

    /// What is written before the next heading becomes a text.
    private void end() {
        if (id.isEmpty()) {
            return;
        }
        var text = new StringBuilder();
        var mentions = new ArrayList<AnnotatedMention>();
        String marked = words.toString().strip();
        Matcher mark = MARK.matcher(marked);
        int done = 0;
        while (mark.find()) {
            text.append(marked, done, mark.start());
            int start = text.codePointCount(0, text.length());
            text.append(mark.group(4));
            mentions.add(mention(mark, start, text.codePointCount(0, text.length()), mentions.size()));
            done = mark.end();
        }
        text.append(marked, done, marked.length());
        if (text.indexOf("[[") >= 0 || text.indexOf("]]") >= 0) {
            throw new IllegalArgumentException("the text before this line, " + id + ", has a mark that is not whole");
        }
        texts.add(new AnnotatedText(id, caseId, language, text.toString(), mentions, persons));
        id = "";
        words.setLength(0);
    }

    private AnnotatedMention mention(Matcher mark, int start, int end, int number) {
        String type = mark.group(1);
        String entity = mark.group(2) == null ? type + " " + number : mark.group(2);
        boolean known = persons.stream().anyMatch(person -> person.id().equals(entity));
        if (type.equals(AnnotatedMention.PERSON) && !known && !entity.startsWith("x")) {
            throw new IllegalArgumentException("the text before this line, " + id + ", names a person not of its case");
        }
        Set<String> slices =
                mark.group(3) == null ? Set.of() : Set.of(mark.group(3).split(",", -1));
        if (!SLICES.containsAll(slices)) {
            throw new IllegalArgumentException("the text before this line, " + id + ", has a slice that is none");
        }
        boolean direct = DIRECT.contains(type) || DIRECT.contains(AnnotatedMention.familyOf(type));
        return new AnnotatedMention(start, end, type, entity, direct ? Weight.DIRECT : Weight.QUASI, slices);
    }
}
