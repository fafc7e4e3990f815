package org.safepassage.hub.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The hub's command line. Exit 0 success, 1 a problem found, 2 wrong usage or bad input with the reason on stderr.
/// Both streams are UTF-8, whatever the terminal's locale says.
@Command(
        name = "hub",
        description = "Carries case files from those who document abuses to those who can act.",
        footer = {
            "",
            "The launcher knows these too: demo, sample, bench, kills (the rehearsal) and test.",
            "Exit 0 success, 1 a problem found, 2 wrong usage or bad input, with the reason on stderr."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main implements Runnable {
    /// In the order in which help lists them.
    static final List<String> COMMANDS = List.of(
            "init",
            "config",
            "connector",
            "secret",
            "maintenance",
            "up",
            "exchange",
            "held",
            "retry",
            "review",
            "reconcile",
            "extract",
            "detect",
            "redact",
            "policy",
            "eval",
            "train",
            "verify",
            "custody");

    @Spec
    private @Nullable CommandSpec spec;

    /// Runs one command and exits with its code.
    public static void main(String[] arguments) {
        quiet(arguments);
        System.exit(commandLine(arguments)
                .setOut(utf8(System.out))
                .setErr(utf8(System.err))
                .execute(arguments));
    }

    /// The command line for these arguments. Picocli reads a command's annotations as soon as it is added, and `up`
    /// brings Spring along: so only the command that is asked for is added, and all of them when it is none.
    static CommandLine commandLine(String... arguments) {
        var hub = new CommandLine(new Main());
        if (arguments.length > 0 && COMMANDS.contains(arguments[0])) {
            hub.addSubcommand(command(arguments[0]));
        } else {
            COMMANDS.forEach(name -> hub.addSubcommand(command(name)));
        }
        return hub.setExecutionExceptionHandler((failure, command, result) -> {
            command.getErr().println(Reason.of(failure));
            command.getErr().flush();
            return 2;
        });
    }

    private static Object command(String name) {
        return switch (name) {
            case "init" -> new InitCommand();
            case "config" -> new ConfigCommand();
            case "connector" -> new ConnectorCommand();
            case "secret" -> new SecretCommand();
            case "maintenance" -> new MaintenanceCommand();
            case "up" -> new UpCommand();
            case "exchange" -> new ExchangeCommand();
            case "held" -> new HeldCommand();
            case "retry" -> new RetryCommand();
            case "review" -> new ReviewCommand();
            case "reconcile" -> new ReconcileCommand();
            case "extract" -> new ExtractCommand();
            case "detect" -> new DetectCommand();
            case "redact" -> new RedactCommand(new DocumentReading());
            case "policy" -> new PolicyCommand();
            case "eval" -> new EvalCommand();
            case "train" -> new TrainCommand();
            case "verify" -> new VerifyCommand(new CustodyProofCheck());
            case "custody" -> new CustodyCommand();
            default -> throw new IllegalArgumentException("no command of the hub");
        };
    }

    /// Libraries log to standard output unless told otherwise, in the middle of JSON and of case data; only `up`, which
    /// logs to a file, configures that.
    private static void quiet(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals("up")) {
            System.setProperty("slf4j.internal.verbosity", "WARN");
            System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        }
    }

    @Override
    public void run() {
        if (spec != null) throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
