package org.safepassage.hub.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safepassage.release.consignments.ConsignmentVerifier;
import org.safepassage.release.consignments.CustodyCheck;
import org.safepassage.release.consignments.RecipientSecret;
import org.safepassage.release.consignments.UnusableKeyException;
import org.safepassage.release.consignments.Verification;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hub verify`: consignments, offline, against a pinned key, one result for each path. Exit code 0 when all are
/// verified, 1 when one is not, 2 when a key or a path could not be read. Nothing is unpacked or written.
@Command(
        name = "verify",
        description = "Verify consignments offline against a pinned public key; a key inside one is never trusted.",
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

    @Option(names = "--json", description = "Print one JSON object a package, each on its own line.")
    private boolean json;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Bags' folders, tars of them, or encrypted packages.")
    private List<Path> paths = List.of();

    /// @param custody checks the custody proof inside
    public VerifyCommand(CustodyCheck custody) {
        this.custody = custody;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine command = given(spec).commandLine();
        Path key = given(trust);
        if (!Files.isReadable(key) || !Files.isRegularFile(key)) {
            return refuse(command, "cannot read the trusted key " + key + ": name the file of the hub's public key");
        }
        try {
            Optional<RecipientSecret> secret = secret();
            var code = new Code();
            for (Path path : paths) {
                tell(command, path, key, secret, code);
            }
            return code.exit();
        } catch (UnusableKeyException e) {
            return refuse(command, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return refuse(command, Reason.of(e));
        }
    }

    private static int refuse(CommandLine command, String reason) {
        command.getErr().println(reason);
        command.getErr().flush();
        return 2;
    }

    /// What ends worst counts: a package that is not verified before one that could not be read.
    private static final class Code {
        private boolean failed;
        private boolean unread;

        int exit() {
            return failed ? 1 : unread ? 2 : 0;
        }
    }

    private void tell(CommandLine command, Path path, Path key, Optional<RecipientSecret> secret, Code code)
            throws IOException, UnusableKeyException {
        Verification verification;
        try {
            verification = new ConsignmentVerifier().verify(path, key, secret, custody);
            code.failed |= !verification.valid();
        } catch (FileSystemException e) {
            code.unread = true;
            refuse(command, Reason.of(e));
            verification = new Verification(
                    false, "", List.of(new Verification.Problem("package", "cannot be read from the disk")));
        }
        PrintWriter out = command.getOut();
        out.println(json ? written(path, verification) : (paths.size() > 1 ? path + ": " : "") + told(verification));
        out.flush();
    }

    private static String written(Path path, Verification verification) throws IOException {
        var mapper = new ObjectMapper();
        ObjectNode line = mapper.createObjectNode().put("path", path.toString());
        line.setAll(mapper.<ObjectNode>valueToTree(verification));
        return mapper.writeValueAsString(line);
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
        try {
            String text = Files.readString(passphraseFile, StandardCharsets.UTF_8);
            return text.lines().findFirst().map(String::toCharArray);
        } catch (CharacterCodingException e) {
            throw new IOException(passphraseFile + " is no UTF-8 text: write the passphrase into its first line", e);
        }
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
