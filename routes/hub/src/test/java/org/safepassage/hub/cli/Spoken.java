package org.safepassage.hub.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/// What a command ended with and said.
///
/// @param code exit code
/// @param out standard output
/// @param err standard error
public record Spoken(int code, String out, String err) {
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
}
