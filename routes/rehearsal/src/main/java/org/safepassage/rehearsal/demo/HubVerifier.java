package org.safepassage.rehearsal.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.safepassage.rehearsal.audit.Verifier;
import org.safepassage.rehearsal.stage.HubHome;
import org.safepassage.rehearsal.stage.Json;

/// The hub's offline verifier as a child process, against the key that recipients pinned.
///
/// @param home where the program is
/// @param publicKey the pinned key
/// @param report folder for what the program says, `verify.log` and `verify-err.log`
record HubVerifier(HubHome home, Path publicKey, Path report) implements Verifier {
    /// Paths in one command line, well below what systems allow.
    private static final int AT_ONCE = 200;

    @Override
    public Set<Path> accepted(List<Path> bags) throws IOException, InterruptedException {
        var accepted = new HashSet<Path>();
        for (int from = 0; from < bags.size(); from += AT_ONCE) {
            accepted.addAll(verify(bags.subList(from, Math.min(bags.size(), from + AT_ONCE))));
        }
        return accepted;
    }

    private Set<Path> verify(List<Path> bags) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("verify", "--trust", publicKey.toString(), "--json"));
        bags.forEach(bag -> arguments.add(bag.toString()));
        var child = new ProcessBuilder(home.command(arguments))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        report.resolve("verify-err.log").toFile()))
                .start();
        var said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        child.waitFor();
        Files.writeString(report.resolve("verify.log"), said, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        var accepted = new HashSet<Path>();
        for (var line : said.lines().filter(text -> text.startsWith("{")).toList()) {
            var result = Json.MAPPER.readTree(line);
            if (result.path("valid").asBoolean()) {
                accepted.add(Path.of(result.path("path").asText()));
            }
        }
        return accepted;
    }
}
