package org.safepassage.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/// What a command ended with and said.
///
/// @param code exit code
/// @param out standard output
/// @param err standard error
public record Spoken(int code, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Runs a command of the hub in this process.
    public static Spoken of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.commandLine(arguments)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Spoken(code, out.toString(), err.toString());
    }

    List<String> lines() {
        return out.lines().toList();
    }

    /// A command with more words.
    static String[] with(String[] command, String... more) {
        var all = new ArrayList<>(List.of(command));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /// What a command says of a practice folder.
    static Spoken at(PracticeFolder practice, String... command) {
        var hub = practice.hub();
        return of(with(
                command,
                "--config",
                hub.config().toString(),
                "--data",
                hub.data().toString(),
                "--keys",
                hub.keys().toString()));
    }

    /// A line of JSON.
    static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("no JSON on this line", e);
        }
    }
}
