package org.safepassage.rehearsal.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.safepassage.rehearsal.audit.Verifier;
import org.safepassage.rehearsal.stage.HubHome;

/// The hub's offline verifier as a child process, against the key that recipients pinned.
///
/// @param home where the program is
/// @param publicKey the pinned key
/// @param report folder for what the program says, `verify.log`
record HubVerifier(HubHome home, Path publicKey, Path report) implements Verifier {
    @Override
    public boolean accepts(Path bag) throws IOException, InterruptedException {
        return new ProcessBuilder(home.command(
                                List.of("verify", "--trust", publicKey.toString(), "--json", bag.toString())))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(
                                report.resolve("verify.log").toFile()))
                        .start()
                        .waitFor()
                == 0;
    }
}
