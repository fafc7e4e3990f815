package org.safepassage.hub.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The hub's command line. Exit 0 success, 1 a problem found, 2 wrong usage or bad input with the reason on stderr.
@Command(
        name = "hub",
        description = "Carries case files from those who document abuses to those who can act.",
        mixinStandardHelpOptions = true,
        subcommands = {
            UpCommand.class,
            InitCommand.class,
            ConfigCommand.class,
            ConnectorCommand.class,
            ExchangeCommand.class,
            HeldCommand.class,
            RetryCommand.class,
            ReconcileCommand.class,
            ExtractCommand.class,
            DetectCommand.class,
        })
public final class Main implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    /// Runs one command and exits with its code.
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .addSubcommand(new VerifyCommand(new CustodyProofCheck()))
                .addSubcommand(new RedactCommand(new DocumentReading()))
                .setExecutionExceptionHandler((failure, command, result) -> {
                    command.getErr().println(Reason.of(failure));
                    return 2;
                });
    }

    @Override
    public void run() {
        var commands = spec;
        if (commands != null)
            commands.commandLine().usage(commands.commandLine().getOut());
    }
}
