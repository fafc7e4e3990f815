package org.safepassage.hub.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safepassage.evidence.custody.CustodyLog;
import org.safepassage.evidence.custody.Divergence;
import org.safepassage.evidence.custody.LoggedEntry;
import org.safepassage.evidence.vault.KeyRing;
import org.safepassage.hub.configuration.ConfigReader;
import org.safepassage.hub.configuration.Settings;
import org.safepassage.hub.wiring.DataFolder;
import org.safepassage.hub.wiring.HubFolders;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The custody log of a hub that does not run, for an auditor.
@Command(name = "custody", description = "Reads the custody log of a stopped hub.", mixinStandardHelpOptions = true)
final class CustodyCommand {
    private static final int PAGE = 1000;

    @Spec
    private @Nullable CommandSpec spec;

    /// Prints the log as JSON Lines; exit 1 when it is not what was written, 2 when the hub runs or the folders are not
    /// a hub's. Holds the data folder while it reads, so no hub starts meanwhile.
    @Command(
            name = "export",
            description = {
                "The whole log as JSON Lines {index, subject, step, actor, at, recordedAt, facts}, after the hub stopped.",
                "Ids, names of partners and recipients, and digests: no identities. Digests of originals link equal files:"
                        + " give this to nobody who may not know which cases share one."
            },
            mixinStandardHelpOptions = true)
    int export(@Mixin FolderOptions folders) throws Exception {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        var where = folders.folders();
        if (!Files.exists(where.data().resolve("format"))) {
            return refuse(command, where.data() + " is no hub's data folder: name it with --data");
        }
        if (!Files.exists(where.keyRing())) {
            return refuse(command, "there are no keys in " + where.keys() + ": name their folder with --keys");
        }
        try (var held = DataFolder.take(where.data())) {
            Objects.requireNonNull(held);
            KeyRing keys = KeyRing.open(where.keyRing(), Optional.empty());
            Optional<Settings.Database> ledger = ledger(where, command.getErr());
            if (ledger.isEmpty()) return 2;
            try (var database = open(ledger.get())) {
                return write(new CustodyLog(database, InstantSource.system(), keys), command);
            }
        } catch (SQLException | PoolInitializationException failed) {
            return refuse(
                    command,
                    "the ledger cannot be read: end whatever else has it open, see that its server runs, or restore it"
                            + " from a backup");
        }
    }

    private static int refuse(CommandLine command, String reason) {
        command.getErr().println(reason);
        command.getErr().flush();
        return 2;
    }

    /// The embedded ledger when there is one, otherwise the one that the configuration names.
    private static Optional<Settings.Database> ledger(HubFolders where, PrintWriter err) throws IOException {
        if (Files.exists(where.data().resolve("ledger.mv.db"))) {
            String url = "jdbc:h2:file:" + where.data().resolve("ledger") + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
            return Optional.of(new Settings.Database(Optional.of(url), "sa", ""));
        }
        Optional<Settings.Database> named = switch (new ConfigReader(System.getenv()).read(where.config())) {
            case ConfigReader.Result.Unsound unsound -> {
                unsound.problems().forEach(err::println);
                yield Optional.empty();
            }
            case ConfigReader.Result.Sound sound ->
                Optional.of(sound.configuration().settings().database());
        };
        if (named.isPresent() && named.get().url().isEmpty()) {
            err.println("there is no ledger in " + where.data() + ": no hub has run there yet");
        }
        err.flush();
        return named.filter(database -> database.url().isPresent());
    }

    private static HikariDataSource open(Settings.Database ledger) {
        var database = new HikariDataSource();
        database.setJdbcUrl(ledger.url().orElseThrow());
        database.setUsername(ledger.user());
        database.setPassword(ledger.password());
        database.setMaximumPoolSize(1);
        database.setReadOnly(true);
        database.setConnectionTimeout(10_000);
        return database;
    }

    /// Only entries before the first divergence are printed: what comes after may be anything.
    private static int write(CustodyLog log, CommandLine command) throws SQLException, IOException {
        Optional<Divergence> divergence = log.verifyAll(List.of());
        long end = divergence.isPresent() ? divergence.get().index() : log.size();
        PrintWriter out = command.getOut();
        for (long from = 0; from < end; from += PAGE) {
            for (LoggedEntry logged : log.entries(from, (int) Math.min(PAGE, end - from))) {
                out.println(line(logged));
            }
        }
        out.flush();
        if (divergence.isEmpty()) return 0;
        command.getErr()
                .println("the log is not what was written, from entry " + end + " on: "
                        + divergence.get().what() + ". Compare with a backup and with signed checkpoints");
        command.getErr().flush();
        return 1;
    }

    private static String line(LoggedEntry logged) throws IOException {
        var json = new ObjectMapper();
        var line = json.createObjectNode()
                .put("index", logged.index())
                .put("subject", logged.entry().subject())
                .put("step", logged.entry().step())
                .put("actor", logged.entry().actor())
                .put("at", logged.entry().at().toString())
                .put("recordedAt", logged.recordedAt().toString());
        var facts = line.putObject("facts");
        logged.entry().facts().forEach(facts::put);
        return json.writeValueAsString(line);
    }
}
