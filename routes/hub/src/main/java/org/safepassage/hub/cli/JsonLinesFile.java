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
import org.safepassage.redact.evaluation.BadCorpus;

/// A file of JSON Lines in UTF-8, one object a line, read a line at a time. What is wrong is told by the file's name
/// and the line's number, never by its words.
record JsonLinesFile(Path path) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What an object is for, in turn.
    @FunctionalInterface
    interface Objects {
        void take(JsonNode object) throws IOException, BadCorpus;
    }

    /// Gives every object.
    ///
    /// @throws BadCorpus at the first line that is none, with the next action
    /// @throws IOException when the file cannot be read
    void each(Objects objects) throws IOException, BadCorpus {
        long number = 0;
        try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                objects.take(object(line, number));
            }
        } catch (CharacterCodingException notUtf8) {
            throw new BadCorpus(where(number + 1) + " is not UTF-8; write the sample anew with 'hub sample'");
        }
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
