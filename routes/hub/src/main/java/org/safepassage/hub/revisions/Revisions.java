package org.safepassage.hub.revisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.safepassage.hub.ledger.ColumnSeal;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every applied state of the configuration, in the ledger. Nothing is ever taken out. The files are sealed: an
/// address or an account is worth something to a thief of the database. Thread-safe.
public final class Revisions {
    private static final String COLUMNS = "select number, at, who, why_sealed, origin, digest from config_revision ";

    private final JdbcClient jdbc;
    private final ColumnSeal seal;
    private final ObjectMapper json;
    private final InstantSource clock;

    /// @param database the ledger's
    /// @param seal encrypts the files and what operators wrote
    /// @param json writes the files
    /// @param clock tells when
    public Revisions(DataSource database, ColumnSeal seal, ObjectMapper json, InstantSource clock) {
        this.jdbc = JdbcClient.create(database);
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    /// The one applied last, if any was.
    public Optional<Revision> last() {
        return jdbc.sql(COLUMNS + "order by number desc fetch first 1 rows only")
                .query(this::revision)
                .optional();
    }

    /// All, the newest first.
    public List<Revision> all() {
        return jdbc.sql(COLUMNS + "order by number desc").query(this::revision).list();
    }

    /// The files of one.
    ///
    /// @throws NoSuchElementException when there is no such revision
    public ConfigFiles files(int number) {
        byte[] sealed = jdbc.sql("select files_sealed from config_revision where number = ?")
                .param(number)
                .query(byte[].class)
                .optional()
                .orElseThrow(() ->
                        new NoSuchElementException("there is no revision " + number + "; see: hub config history"));
        try {
            return new ConfigFiles(json.readValue(
                    seal.open(sealed, "config/" + number), new TypeReference<TreeMap<String, String>>() {}));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(
                    "revision " + number + " in the ledger cannot be read; restore the ledger from a backup", broken);
        }
    }

    /// Writes the next one down. Two hubs that apply at the same moment get an error for the later of them.
    public Revision add(String who, String why, String origin, ConfigFiles files) {
        int number = last().map(Revision::number).orElse(0) + 1;
        var revision = new Revision(number, clock.instant(), who, why, origin, files.digest());
        jdbc.sql("insert into config_revision (number, at, who, why_sealed, origin, digest, files_sealed)"
                        + " values (?,?,?,?,?,?,?)")
                .params(
                        number,
                        Timestamp.from(revision.at()),
                        who,
                        seal.seal(why, "config-why/" + number),
                        origin,
                        revision.digest(),
                        seal.seal(written(files), "config/" + number))
                .update();
        return revision;
    }

    private Revision revision(ResultSet row, int ignored) throws SQLException {
        int number = row.getInt(1);
        return new Revision(
                number,
                row.getTimestamp(2).toInstant(),
                row.getString(3),
                seal.open(row.getBytes(4), "config-why/" + number),
                row.getString(5),
                row.getString(6));
    }

    private String written(ConfigFiles files) {
        try {
            return json.writeValueAsString(files.texts());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of texts could not be written", impossible);
        }
    }
}
