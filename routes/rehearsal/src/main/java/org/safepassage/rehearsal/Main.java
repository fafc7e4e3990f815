package org.safepassage.rehearsal;

import org.jspecify.annotations.Nullable;
import org.safepassage.rehearsal.bench.BenchCommand;
import org.safepassage.rehearsal.demo.DemoCommand;
import org.safepassage.rehearsal.faults.KillsCommand;
import org.safepassage.rehearsal.sample.SampleCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The rehearsal's command line. Exit 0 success, 1 a problem found, 2 wrong usage or bad input with the reason on
/// standard error.
@Command(
        name = "rehearsal",
        description = "Plays everybody around the hub, and audits it from outside.",
        mixinStandardHelpOptions = true,
        subcommands = {DemoCommand.class, SampleCommand.class, KillsCommand.class, BenchCommand.class})
public final class Main implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /// Runs one command and exits with its code.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {
        var command = spec;
        if (command != null) {
            command.commandLine().usage(command.commandLine().getErr());
        }
    }
}
