package org.safepassage.hub.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safepassage.evidence.vault.KeyRing;
import org.safepassage.hub.wiring.HubFolders;
import org.safepassage.hub.wiring.OperatorFile;
import org.safepassage.release.consignments.ReceivingKey;
import org.safepassage.release.consignments.SigningKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Creates the hub's keys and its first administrator, once.
@Command(
        name = "init",
        description = "Creates keys and the first administrator; back the key folder up at once.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    @Option(
            names = "--receiving-key",
            description = "makes only the key that partners encrypt to, for a hub that has none yet")
    private boolean receivingKeyOnly;

    @Option(names = "--i-will-back-up-the-keys", description = "answers the question that is otherwise asked")
    private boolean promised;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        var where = folders.folders();
        if (where.keys().startsWith(where.data())) {
            commandLine
                    .getErr()
                    .println(
                            "keys may not lie in the data folder: a stolen data folder must open nothing. Choose another --keys");
            return 2;
        }
        if (receivingKeyOnly) return receivingKey(where, commandLine);
        if (Files.exists(where.keyRing())) {
            commandLine.getErr().println("there are keys in " + where.keys() + " already; nothing was changed");
            return 2;
        }
        if (!promised && !confirmed(commandLine.getErr())) return 2;
        Files.createDirectories(
                where.keys(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        KeyRing.create(where.keyRing(), Optional.empty());
        SigningKey.create(where.signingKey(), where.publicKey(), Optional.empty(), InstantSource.system());
        ReceivingKey.create(where.receivingKey(), where.receivingPublicKey());
        String password = OperatorFile.createFirst(where.keys(), "admin");
        var out = commandLine.getOut();
        if (json) {
            var answer = new ObjectMapper().createObjectNode();
            answer.put("keys", where.keys().toString())
                    .put("publicKey", where.publicKey().toString())
                    .put("receivingKey", where.receivingPublicKey().toString())
                    .put("user", "admin")
                    .put("password", password);
            out.println(answer);
        } else {
            out.println("Keys are in " + where.keys());
            out.println("Recipients pin this public key: " + where.publicKey());
            out.println("Partners encrypt to this public key: " + where.receivingPublicKey());
            out.println("Sign in to the console as admin with " + password + " (shown once)");
            out.println(
                    "BACK UP " + where.keys()
                            + " NOW, apart from the data. Without it every original in the vault is lost for good; nobody can restore it.");
        }
        out.flush();
        return 0;
    }

    private static int receivingKey(HubFolders where, CommandLine commandLine) throws IOException {
        if (!Files.exists(where.keyRing())) {
            commandLine.getErr().println("there are no keys in " + where.keys() + " yet; run hub init without options");
            return 2;
        }
        if (Files.exists(where.receivingKey())) {
            commandLine.getErr().println(where.receivingKey() + " is there already; nothing was changed");
            return 2;
        }
        var key = ReceivingKey.create(where.receivingKey(), where.receivingPublicKey());
        var out = commandLine.getOut();
        out.println("Partners encrypt to this public key: " + where.receivingPublicKey());
        out.println("They compare its fingerprint with you by another way: " + key.fingerprint());
        out.println("BACK UP " + where.keys() + " NOW, apart from the data.");
        out.flush();
        return 0;
    }

    /// The check believes that a console is always there since JDK 22; since JDK 25 it is absent again when
    /// standard input is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean confirmed(java.io.PrintWriter err) {
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            err.println(
                    "Losing the keys means losing every original for good. Say that you will back them up: --i-will-back-up-the-keys");
            return false;
        }
        String answer =
                console.readLine("Losing the keys means losing every original for good. Type 'I will back them up': ");
        boolean promised = "I will back them up".equals(answer);
        if (!promised) err.println("nothing was created");
        return promised;
    }
}
