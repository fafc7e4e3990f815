package org.safepassage.hub.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.safepassage.redact.CaseKnowledge;
import org.safepassage.schemas.CaseFileVersion;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What reviewers taught of each case file, for all its versions. The words are sealed: they are identity. Methods that
/// change something run inside the caller's transaction.
public final class Lessons {
    private final JdbcClient jdbc;
    private final ColumnSeal seal;
    private final ObjectMapper json;
    private final States states;
    private final InstantSource clock;

    /// @param database the ledger's
    /// @param seal encrypts the words
    /// @param json writes them
    /// @param states let one reviewer after the other speak
    /// @param clock tells when
    public Lessons(DataSource database, ColumnSeal seal, ObjectMapper json, States states, InstantSource clock) {
        this.jdbc = JdbcClient.create(database);
        this.seal = seal;
        this.json = json;
        this.states = states;
        this.clock = clock;
    }

    /// Everything that was said of a case file, later words before earlier ones.
    public CaseKnowledge of(String caseFile) {
        return jdbc
                .sql("select lesson_sealed from lesson where case_file = ? order by number")
                .param(caseFile)
                .query(byte[].class)
                .list()
                .stream()
                .map(bytes -> read(seal.open(bytes, context(caseFile))))
                .reduce(CaseKnowledge.NONE, CaseKnowledge::and);
    }

    /// Writes down what was said of a version in an exchange.
    ///
    /// @return its number among the case file's lessons, from 1
    public int add(CaseFileVersion version, String exchange, CaseKnowledge said) {
        states.lock(version);
        String caseFile = version.caseFile();
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from lesson where case_file = ?")
                .param(caseFile)
                .query(Integer.class)
                .single();
        jdbc.sql("insert into lesson (case_file, number, version, exchange, lesson_sealed, at) values (?,?,?,?,?,?)")
                .params(
                        caseFile,
                        number,
                        version.version(),
                        exchange,
                        seal.seal(written(said), context(caseFile)),
                        Timestamp.from(clock.instant()))
                .update();
        return number;
    }

    private static String context(String caseFile) {
        return "lesson/" + caseFile;
    }

    private String written(CaseKnowledge said) {
        try {
            return json.writeValueAsString(said);
        } catch (JsonProcessingException impossible) {
            // Sets of words have no form that cannot be written; its message would hold them.
            throw new IllegalStateException("a lesson could not be written");
        }
    }

    private CaseKnowledge read(String written) {
        try {
            return json.readValue(written, CaseKnowledge.class);
        } catch (JsonProcessingException broken) {
            // Without its message, which would hold words.
            throw new IllegalStateException("a lesson in the ledger cannot be read; restore the ledger from a backup");
        }
    }
}
