package org.safepassage.connectors.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// MariaDB with a data folder of its own: the database `cases`, its owner, and the account `hub`, which may
/// read.
public final class MariaDb implements AutoCloseable {
    private static final String PACKAGE = "mariadb-server";

    private final Peer peer;

    /// @param folder for its data and log
    /// @param more options of the server
    public MariaDb(Path folder, String... more) {
        String user = System.getProperty("user.name");
        Path data = folder.resolve("data");
        Peer.run(
                PACKAGE,
                List.of(
                        "/usr/bin/mariadb-install-db",
                        "--no-defaults",
                        "--datadir=" + data,
                        "--auth-root-authentication-method=normal",
                        "--skip-test-db",
                        "--user=" + user));
        Path accounts = folder.resolve("accounts.sql");
        try {
            Files.writeString(accounts, """
                    CREATE DATABASE cases;
                    CREATE USER owner@'%' IDENTIFIED BY 'owner-secret';
                    GRANT ALL ON *.* TO owner@'%' WITH GRANT OPTION;
                    CREATE USER hub@'%' IDENTIFIED BY 'right-secret';
                    GRANT SELECT ON cases.* TO hub@'%';
                    """);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        int port = Peer.freePort();
        var command = new ArrayList<>(List.of(
                "/usr/sbin/mariadbd",
                "--no-defaults",
                "--datadir=" + data,
                "--init-file=" + accounts,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("pid"),
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--innodb-buffer-pool-size=32M",
                "--user=" + user));
        command.addAll(List.of(more));
        peer = Peer.start(PACKAGE, port, folder.resolve("log"), command, 60);
    }

    /// Where it listens on 127.0.0.1.
    public int port() {
        return peer.port();
    }

    @Override
    public void close() {
        peer.close();
    }
}
