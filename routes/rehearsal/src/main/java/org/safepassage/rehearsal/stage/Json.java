package org.safepassage.rehearsal.stage;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// How everybody on the stage writes JSON: UTF-8, instants in ISO 8601, unknown fields ignored.
public final class Json {
    /// The one mapper; thread-safe once configured.
    public static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Json() {}

    /// Writes a file that nobody ever sees half-written: beside its place first, then an atomic rename.
    ///
    /// @throws IOException when the folder cannot be written
    public static void writeAtomically(Path file, Object value) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, MAPPER.writeValueAsBytes(value));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Appends one line to a JSON Lines file.
    ///
    /// @throws IOException when the file cannot be written
    public static void append(Path file, Object value) throws IOException {
        Files.writeString(
                file,
                MAPPER.writeValueAsString(value) + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
