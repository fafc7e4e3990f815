package org.safepassage.hub.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.safepassage.redact.evaluation.BadCorpus;

/// A file of JSON Lines in UTF-8, one object a line, read a line at a time, and of a line that never ends no more than
/// a line may have. What is wrong is told by the file's name and the line's number, never by its words.
///
/// @param longest characters of the longest line
record JsonLinesFile(Path path, int longest) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /// Far more than a case of thousands of persons and exhibits has.
    private static final int LONGEST = 1 << 24;
    /// Bytes of heap that a character of a line may take until it is an object.
    private static final int BYTES_A_CHARACTER = 16;

    /// Lines may be as long as the heap allows, up to 16 million characters.
    JsonLinesFile(Path path) {
        this(path, (int) Math.min(LONGEST, Runtime.getRuntime().maxMemory() / BYTES_A_CHARACTER));
    }

    /// What an object is for, in turn.
    @FunctionalInterface
    interface Objects {
        /// @throws BadCorpus when it cannot be used, with the next action; file and line are told by [#each]
        void take(JsonNode object) throws IOException, BadCorpus;
    }

    /// Gives every object.
    ///
    /// @throws BadCorpus at the first line that is none or cannot be used, with the next action
    /// @throws IOException when the file cannot be read
    void each(Objects objects) throws IOException, BadCorpus {
        long number = 0;
        try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            for (Optional<String> line = next(lines, 1); line.isPresent(); line = next(lines, number + 1)) {
                number++;
                give(object(line.get(), number), number, objects);
            }
        } catch (CharacterCodingException notUtf8) {
            throw new BadCorpus(where(number + 1) + " is not UTF-8; write the sample anew with 'hub sample'");
        }
    }

    private void give(JsonNode object, long number, Objects objects) throws IOException, BadCorpus {
        try {
            objects.take(object);
        } catch (BadCorpus unusable) {
            throw new BadCorpus(where(number) + ": " + unusable.getMessage());
        }
    }

    /// The next line without its end; empty behind the last.
    private Optional<String> next(BufferedReader lines, long number) throws IOException, BadCorpus {
        var line = new StringBuilder();
        int c = lines.read();
        if (c < 0) {
            return Optional.empty();
        }
        for (; c >= 0 && c != '\n'; c = lines.read()) {
            if (line.length() == longest) {
                throw new BadCorpus(where(number) + " is longer than " + longest
                        + " characters; write the sample anew with 'hub sample'");
            }
            line.append((char) c);
        }
        return Optional.of(line.toString());
    }

    private JsonNode object(String line, long number) throws BadCorpus {
        try {
            JsonNode read = JSON.readTree(line);
            if (read.isObject()) return read;
        } catch (JsonProcessingException unreadable) {
            // Told below; the parser's own message quotes the line.
        }
        throw new BadCorpus(where(number) + " is no JSON object; write the sample anew with 'hub sample'");
    }

    private String where(long number) {
        return path + " line " + number;
    }
}
