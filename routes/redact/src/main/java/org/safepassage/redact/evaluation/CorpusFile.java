package org.safepassage.redact.evaluation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.evaluation.AnnotatedMention.Weight;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// A corpus as JSON Lines in UTF-8:
/// `{"id","language","text","mentions":[{"start","end","type","entity"?,"identifier"?}],"persons"?:[{"id","name"}],
/// "slice"?}`, ids as strings or numbers, offsets in code points, end exclusive; `identifier` is `DIRECT`, `QUASI` or
/// `NO_MASK`. Other fields are
/// not looked at, empty lines passed over. For one file.
final class CorpusFile {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNestingDepth(64)
                    .build())
            .build());

    private final String file;
    private long line;

    private CorpusFile(String file) {
        this.file = file;
    }

    /// Every `*.jsonl` of a folder, in the order of names.
    ///
    /// @throws BadCorpus at the first line that cannot be used
    /// @throws IOException when the folder or a file cannot be read
    static List<Corpus> folder(Path folder) throws IOException, BadCorpus {
        var corpora = new ArrayList<Corpus>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path path : files.filter(path -> path.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                String name = String.valueOf(path.getFileName());
                try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
                    corpora.add(
                            new Corpus(name.substring(0, name.length() - ".jsonl".length()), read(name, in), false));
                }
            }
        }
        if (corpora.isEmpty()) {
            throw new IOException("no *.jsonl in " + folder);
        }
        return List.copyOf(corpora);
    }

    /// The texts of one file.
    ///
    /// @param file its name, for the message when it is bad
    static List<AnnotatedText> read(String file, InputStream in) throws IOException, BadCorpus {
        return new CorpusFile(file).texts(in);
    }

    private List<AnnotatedText> texts(InputStream in) throws IOException, BadCorpus {
        var texts = new ArrayList<AnnotatedText>();
        for (ByteArrayOutputStream bytes = next(in); bytes != null; bytes = next(in)) {
            String written = decoded(bytes);
            if (!written.isBlank()) {
                texts.add(text(tree(line == 1 && written.startsWith("\uFEFF") ? written.substring(1) : written)));
            }
        }
        return texts;
    }

    private @Nullable ByteArrayOutputStream next(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        int b = in.read();
        if (b < 0) {
            return null;
        }
        line++;
        for (; b >= 0 && b != '\n'; b = in.read()) {
            bytes.write(b);
        }
        return bytes;
    }

    private String decoded(ByteArrayOutputStream bytes) throws BadCorpus {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw bad("is not UTF-8");
        }
    }

    private JsonNode tree(String written) throws BadCorpus {
        try {
            JsonNode tree = JSON.readTree(written);
            if (tree == null || !tree.isObject()) {
                throw bad("is not a JSON object");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw bad("is not JSON");
        }
    }

    private AnnotatedText text(JsonNode tree) throws BadCorpus {
        String id = id(tree, "id", "");
        String text = string(tree, "text", "");
        int length = text.codePointCount(0, text.length());
        Set<String> slices = tree.hasNonNull("slice") ? Set.of(string(tree, "slice", "")) : Set.of();
        var mentions = new ArrayList<AnnotatedMention>();
        for (JsonNode mention : array(tree, "mentions")) {
            mentions.add(mention(mention, "mentions[" + mentions.size() + "]", length, slices));
        }
        List<Person> persons = tree.hasNonNull("persons") ? persons(array(tree, "persons")) : List.of();
        String language = tree.hasNonNull("language") ? string(tree, "language", "") : "und";
        return new AnnotatedText(id, id, language, text, mentions, persons);
    }

    /// Entries of one id are one person with several names.
    private List<Person> persons(JsonNode entries) throws BadCorpus {
        var names = new LinkedHashMap<String, List<PersonName>>();
        int number = 0;
        for (JsonNode entry : entries) {
            String where = "persons[" + number++ + "].";
            names.computeIfAbsent(id(entry, "id", where), id -> new ArrayList<>())
                    .add(PersonName.of(string(entry, "name", where)));
        }
        return names.entrySet().stream()
                .map(person -> new Person(person.getKey(), Role.OTHER, Sex.UNKNOWN, person.getValue(), List.of()))
                .toList();
    }

    private AnnotatedMention mention(JsonNode mention, String where, int length, Set<String> slices) throws BadCorpus {
        int start = mention.path("start").asInt(-1);
        int end = mention.path("end").asInt(-1);
        if (!mention.path("start").isInt()
                || !mention.path("end").isInt()
                || start < 0
                || end <= start
                || end > length) {
            throw bad(where + " does not have 0 <= start < end <= the text's code points");
        }
        String entity = mention.hasNonNull("entity") ? id(mention, "entity", where + ".") : where;
        return new AnnotatedMention(
                start, end, string(mention, "type", where + "."), entity, weight(mention, where), slices);
    }

    private Weight weight(JsonNode mention, String where) throws BadCorpus {
        if (!mention.hasNonNull("identifier")) {
            return Weight.UNSAID;
        }
        return switch (mention.path("identifier").asText()) {
            case "DIRECT" -> Weight.DIRECT;
            case "QUASI" -> Weight.QUASI;
            case "NO_MASK" -> Weight.OPEN;
            default -> throw bad(where + ".identifier is none of DIRECT, QUASI, NO_MASK");
        };
    }

    private JsonNode array(JsonNode tree, String field) throws BadCorpus {
        if (!tree.path(field).isArray()) {
            throw bad(field + " is missing or not an array");
        }
        return tree.path(field);
    }

    private String id(JsonNode tree, String field, String where) throws BadCorpus {
        return tree.path(field).isNumber() ? tree.path(field).asText() : string(tree, field, where);
    }

    private String string(JsonNode tree, String field, String where) throws BadCorpus {
        if (!tree.path(field).isTextual()) {
            throw bad(where + field + " is missing or not a string");
        }
        return tree.path(field).asText();
    }

    private BadCorpus bad(String problem) {
        return new BadCorpus(file, line, problem);
    }
}
