package org.safepassage.hub.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safepassage.release.consignments.ConsignmentVerifier;
import org.safepassage.release.consignments.CustodyCheck;
import org.safepassage.release.consignments.RecipientSecret;
import org.safepassage.release.consignments.UnusableKeyException;
import org.safepassage.release.consignments.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hub verify`: one consignment, offline, against a pinned key. Exit code 0 when it is verified, 1 when it is not,
/// 2 when a key or the package could not be read. Nothing is unpacked or written.
@Command(
        name = "verify",
        description = "Verify a consignment offline against a pinned public key; a key inside it is never trusted.",
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
    private final CustodyCheck custody;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--trust", required = true, paramLabel = "KEYFILE", description = "The hub's public key.")
    private @Nullable Path trust;

    @Option(
            names = "--recipient-key",
            paramLabel = "KEYFILE",
            description = "The recipient's secret key, needed for an encrypted package.")
    private @Nullable Path recipientKey;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "File whose first line is the passphrase of the recipient's secret key.")
    private @Nullable Path passphraseFile;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Parameters(paramLabel = "PATH", description = "A bag's folder, a tar of it, or the encrypted package.")
    private @Nullable Path path;

    /// @param custody checks the custody proof inside
    public VerifyCommand(CustodyCheck custody) {
        this.custody = custody;
    }

    @Override
    public Integer call() throws IOException {
        CommandSpec command = given(spec);
        PrintWriter out = command.commandLine().getOut();
        try {
            Verification verification = new ConsignmentVerifier().verify(given(path), given(trust), secret(), custody);
            out.println(json ? new ObjectMapper().writeValueAsString(verification) : told(verification));
            out.flush();
            return verification.valid() ? 0 : 1;
        } catch (UnusableKeyException e) {
            command.commandLine().getErr().println(e.getMessage());
        } catch (IOException e) {
            command.commandLine().getErr().println("cannot read " + e.getMessage());
        }
        command.commandLine().getErr().flush();
        return 2;
    }

    private Optional<RecipientSecret> secret() throws IOException, UnusableKeyException {
        if (recipientKey == null) {
            return Optional.empty();
        }
        return Optional.of(RecipientSecret.read(recipientKey, passphrase()));
    }

    private Optional<char[]> passphrase() throws IOException {
        if (passphraseFile == null) {
            return Optional.empty();
        }
        String text = Files.readString(passphraseFile, StandardCharsets.UTF_8);
        return text.lines().findFirst().map(String::toCharArray);
    }

    private static String told(Verification verification) {
        if (verification.valid()) {
            return "verified " + verification.consignment();
        }
        var told = new StringBuilder("NOT verified");
        verification
                .problems()
                .forEach(problem ->
                        told.append("\n  ").append(problem.place()).append(": ").append(problem.message()));
        return told.toString();
    }

    /// Picocli fills its fields before it calls.
    private static <T> T given(@Nullable T filled) {
        if (filled == null) {
            throw new IllegalStateException("a required argument is missing, which picocli refuses before");
        }
        return filled;
    }
}
