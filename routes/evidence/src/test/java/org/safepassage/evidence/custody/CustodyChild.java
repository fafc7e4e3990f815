package org.safepassage.evidence.custody;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.safepassage.schemas.CustodyEntry;

/// What the custody log's child processes do: `append` until killed, or `halt` at once after one commit. Then come the
/// database file and its URL options.
final class CustodyChild {
    private CustodyChild() {}

    public static void main(String[] arguments) throws SQLException {
        DataSource database = SampleDatabase.h2(Path.of(arguments[1]), arguments[2]);
        // One connection stays open, as the hub's pool keeps the database open.
        try (Connection tx = database.getConnection()) {
            tx.setAutoCommit(false);
            CustodyLog log = new CustodyLog(database, InstantSource.system());
            if (arguments[0].equals("halt")) {
                say(appendOne(log, tx));
                Runtime.getRuntime().halt(0);
            }
            while (true) {
                say(appendOne(log, tx));
            }
        }
    }

    private static long appendOne(CustodyLog log, Connection tx) throws SQLException {
        CustodyEntry entry = new CustodyEntry(
                "case-1:1",
                "seal",
                "seal",
                InstantSource.system().instant(),
                new TreeMap<>(Map.of("sha256", "0".repeat(64))));
        long index = log.append(tx, entry);
        tx.commit();
        return index;
    }

    private static void say(long index) {
        byte[] line = (index + "\n").getBytes(StandardCharsets.UTF_8);
        System.out.write(line, 0, line.length);
        System.out.flush();
    }
}
