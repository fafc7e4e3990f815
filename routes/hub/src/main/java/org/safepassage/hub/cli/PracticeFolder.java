package org.safepassage.hub.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.h2.jdbcx.JdbcDataSource;
import org.safepassage.evidence.custody.CustodyLog;
import org.safepassage.evidence.custody.CustodyProof;
import org.safepassage.evidence.custody.DisclosedEntry;
import org.safepassage.evidence.vault.KeyRing;
import org.safepassage.hub.ledger.Custody;
import org.safepassage.hub.ledger.CustodyTables;
import org.safepassage.hub.wiring.DataFolder;
import org.safepassage.hub.wiring.HubFolders;
import org.safepassage.release.consignments.AssembledConsignment;
import org.safepassage.release.consignments.Assembly;
import org.safepassage.release.consignments.BagFile;
import org.safepassage.release.consignments.ConsignmentPlan;
import org.safepassage.release.consignments.InMemory;
import org.safepassage.release.consignments.Rendition;
import org.safepassage.release.consignments.SigningKey;
import org.safepassage.release.consignments.UnusableKeyException;
import org.safepassage.schemas.CustodyEntry;

/// A hub's folders in small, with invented content, for commands to be tried on: a sound configuration, keys, a ledger
/// with a custody log, and a consignment as its recipient finds it after decrypting.
///
/// @param root everything is in here
record PracticeFolder(Path root) {
    static final String CONSIGNMENT = "c-practice";

    private static final List<String> TAGS = List.of(
            "bag-info.txt",
            "bagit.txt",
            "custody/checkpoint.txt",
            "custody/checkpoint.txt.asc",
            "custody/proof.json",
            "manifest-sha256.txt");
    private static final Pattern WITHOUT_DEFAULT = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*}");

    HubFolders hub() {
        return new HubFolders(root.resolve("config"), root.resolve("data"), root.resolve("keys"));
    }

    /// The consignment's bag.
    Path bag() {
        return root.resolve(CONSIGNMENT);
    }

    /// Makes all of it.
    ///
    /// @param config a configuration folder; what it wants from the environment is invented
    static PracticeFolder make(Path root, Path config) throws IOException, SQLException, UnusableKeyException {
        var folder = new PracticeFolder(Files.createDirectories(root));
        folder.configure(config);
        int code = Main.commandLine("init")
                .setOut(new PrintWriter(Writer.nullWriter()))
                .execute("init", "--keys", folder.hub().keys().toString(), "--i-will-back-up-the-keys");
        if (code != 0) throw new IOException("no keys were made in " + root);
        folder.invite();
        folder.seal();
        return folder;
    }

    private void configure(Path config) throws IOException {
        Path secret = Files.writeString(root.resolve("invented-secret"), "invented-for-practice\n");
        String reference = Matcher.quoteReplacement("${file:" + secret.toAbsolutePath() + "}");
        try (var files = Files.walk(config)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = hub().config().resolve(config.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling(""));
                if (file.toString().endsWith(".yaml")) {
                    Files.writeString(
                            copy,
                            WITHOUT_DEFAULT.matcher(Files.readString(file)).replaceAll(reference));
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    /// Any OpenPGP key will do for recipients to whom nothing is sent.
    private void invite() throws IOException {
        try (var recipients = Files.newDirectoryStream(hub().config().resolve("recipients"), "*.yaml")) {
            for (Path recipient : recipients) {
                String name = String.valueOf(recipient.getFileName()).replace(".yaml", ".pub.asc");
                Files.copy(hub().publicKey(), recipient.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void seal() throws IOException, SQLException, UnusableKeyException {
        var clock = InstantSource.system();
        var bag = new Assembly()
                .assemble(new ConsignmentPlan(
                        CONSIGNMENT,
                        "r-practice",
                        "platform",
                        "accountability",
                        "an-agreement",
                        clock.instant(),
                        InMemory.of("{\"reference\":\"r-practice\",\"persons\":[]}\n"),
                        List.of(new Rendition("ex-1.txt", "text/plain", InMemory.of("A-1 said that B-1 hit him.\n"))),
                        List.of(),
                        InMemory.of("{\"redactions\":2}\n"),
                        Optional.empty()));
        for (BagFile file : bag.files()) {
            try (var content = file.content().open()) {
                write(file.path(), content.readAllBytes());
            }
        }
        var proof = record(bag, clock);
        byte[] checkpoint = proof.checkpointText().getBytes(StandardCharsets.UTF_8);
        var signer = SigningKey.open(hub().signingKey(), Optional.empty());
        write("custody/proof.json", proof.toJson());
        write("custody/checkpoint.txt", checkpoint);
        write("custody/checkpoint.txt.asc", signer.sign(checkpoint, bag.createdAt()));
        byte[] tags = tagManifest().getBytes(StandardCharsets.UTF_8);
        write("tagmanifest-sha256.txt", tags);
        write("custody/tagmanifest-sha256.txt.asc", signer.sign(tags, bag.createdAt()));
    }

    private void write(String path, byte[] content) throws IOException {
        Path file = bag().resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, content);
    }

    private String tagManifest() throws IOException {
        var lines = new StringBuilder();
        for (String path : TAGS) {
            byte[] digest;
            try {
                digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(bag().resolve(path)));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every JDK has SHA-256", impossible);
            }
            lines.append(HexFormat.of().formatHex(digest))
                    .append("  ")
                    .append(path)
                    .append('\n');
        }
        return lines.toString();
    }

    /// A ledger as a stopped hub leaves it, with two entries.
    private CustodyProof record(AssembledConsignment bag, InstantSource clock) throws IOException, SQLException {
        DataFolder.take(hub().data()).close();
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + hub().data().resolve("ledger"));
        database.setUser("sa");
        try (var connection = database.getConnection()) {
            new CustodyTables.V2__Custody().migrate(new Only(connection));
            var log = new CustodyLog(database, clock, KeyRing.open(hub().keyRing(), Optional.empty()));
            connection.setAutoCommit(false);
            log.append(
                    connection,
                    new CustodyEntry(
                            "cf-practice.v1",
                            "seal",
                            "hub",
                            clock.instant(),
                            new TreeMap<>(Map.of("outcome", "passed"))));
            long consigned = log.append(
                    connection,
                    new CustodyEntry(
                            CONSIGNMENT,
                            "consign",
                            "hub",
                            clock.instant(),
                            new TreeMap<>(Map.of("consignment", bag.id(), "payload", bag.payloadDigest()))));
            connection.commit();
            return log.prove(
                    Custody.ORIGIN,
                    List.of(new DisclosedEntry(consigned, Set.of("consignment", "payload"), true)),
                    OptionalLong.empty());
        } catch (IOException | SQLException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IOException("the practice ledger could not be made", failed);
        }
    }

    /// All that a migration of ours asks of Flyway.
    private record Only(Connection connection) implements Context {
        @Override
        public Configuration getConfiguration() {
            throw new UnsupportedOperationException("a migration of ours needs no configuration");
        }

        @Override
        public Connection getConnection() {
            return connection;
        }
    }
}
