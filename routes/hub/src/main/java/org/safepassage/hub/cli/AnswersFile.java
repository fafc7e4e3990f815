package org.safepassage.hub.cli;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A reviewer's answers as a file: one JSON object, an item's answers under its id. It is read before anything is sent,
/// so that a mistake is told by its place in the file. Stateless.
final class AnswersFile {
    /// What the hub takes at once.
    private static final long LARGEST = 4 << 20;

    private static final String EXAMPLE = "; 'hub review answer --help' shows an example";

    private AnswersFile() {}

    /// @throws IOException that names the file, the place in it and the next action, and quotes nothing of it
    static JsonNode read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + ": more than 4 MiB; answer a few items at a time");
        }
        try {
            JsonNode answers = new ObjectMapper().readTree(Files.readString(file, StandardCharsets.UTF_8));
            if (answers.isObject()) {
                return answers;
            }
        } catch (CharacterCodingException other) {
            throw new IOException(file + ": not UTF-8; save it in that encoding", other);
        } catch (JsonProcessingException unreadable) {
            JsonLocation place = unreadable.getLocation();
            String where = place == null ? "" : " line " + place.getLineNr() + " column " + place.getColumnNr();
            // The cause quotes what it could not read.
            throw new IOException(file + where + ": not readable as JSON" + EXAMPLE);
        }
        throw new IOException(file + ": not one object with the answers of each item" + EXAMPLE);
    }
}
