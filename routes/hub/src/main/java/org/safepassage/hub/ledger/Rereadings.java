package org.safepassage.hub.ledger;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.safepassage.schemas.CaseFileVersion;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rounds in which the held exhibits of one version are read again, numbered from 1. A round changes nothing of
/// what was read before it: who works on the texts of round 1 sees the same texts while round 2 is on its way,
/// and texts never stand beside mentions that were found in others. So one round's result is only ever used
/// whole.
///
/// A round begins when its parcel first comes to extract, so the message is the only order there is: killed
/// before it is on its queue nothing has happened, killed after it the round goes on. Methods that change
/// something run inside the caller's transaction.
public final class Rereadings {
    private final JdbcClient jdbc;
    private final States states;
    private final InstantSource clock;

    /// @param database the ledger's
    /// @param states serialise rounds with newer versions
    /// @param clock tells since when
    public Rereadings(DataSource database, States states, InstantSource clock) {
        this.jdbc = JdbcClient.create(database);
        this.states = states;
        this.clock = clock;
    }

    /// The parcel of the round to order now: that of the one under way, or a new one's when the last is through.
    public Parcel next(CaseFileVersion version) {
        return jdbc
                .sql(
                        "select supplement, attempt, state from rereading where case_file = ? and version = ? order by supplement desc")
                .params(version.caseFile(), version.version())
                .query((row, n) -> row.getString(3).equals(States.READ)
                        ? new Parcel(version, "", 1, row.getInt(1) + 1)
                        : new Parcel(version, "", row.getInt(2), row.getInt(1)))
                .list()
                .stream()
                .findFirst()
                .orElseGet(() -> new Parcel(version, "", 1, 1));
    }

    /// Opens the round of this parcel with every exhibit that is held now, unless it is open already, nothing is
    /// held or a newer version has come.
    public void begin(Parcel parcel) {
        var version = parcel.caseFile();
        states.lock(version);
        if (states.current(parcel).isPresent() || isOvertaken(version)) return;
        var held = jdbc.sql("select distinct exhibit from hold where case_file = ? and version = ? and exhibit <> '' "
                        + "and cleared_at is null order by exhibit")
                .params(version.caseFile(), version.version())
                .query(String.class)
                .list();
        if (held.isEmpty()) return;
        jdbc.sql(
                        "insert into rereading (case_file, version, supplement, state, step, attempt, since) values (?,?,?,'under-way',?,?,?)")
                .params(
                        version.caseFile(),
                        version.version(),
                        parcel.supplement(),
                        Step.SEAL.word(),
                        parcel.attempt(),
                        Timestamp.from(clock.instant()))
                .update();
        for (String exhibit : held) {
            jdbc.sql(
                            "insert into reread_exhibit (case_file, version, supplement, exhibit, readable, released) values (?,?,?,?,?,?)")
                    .params(version.caseFile(), version.version(), parcel.supplement(), exhibit, false, false)
                    .update();
        }
    }

    private boolean isOvertaken(CaseFileVersion version) {
        return jdbc.sql("select max(version) from case_file_version where case_file = ?")
                        .param(version.caseFile())
                        .query(Integer.class)
                        .single()
                > version.version();
    }

    /// The exhibits of a round, with the digest of what was found of those that have been read in it.
    public Map<String, Optional<String>> exhibits(Parcel parcel) {
        var exhibits = new TreeMap<String, Optional<String>>();
        jdbc.sql(
                        "select exhibit, extraction_digest from reread_exhibit where case_file = ? and version = ? and supplement = ?")
                .params(caseFile(parcel), parcel.caseFile().version(), parcel.supplement())
                .query((row, n) -> exhibits.put(row.getString(1), Optional.ofNullable(row.getString(2))))
                .list();
        return exhibits;
    }

    /// Keeps what was found of one exhibit.
    public void found(Parcel parcel, String exhibit, String digest) {
        jdbc.sql(
                        "update reread_exhibit set extraction_digest = ? where case_file = ? and version = ? and supplement = ? and exhibit = ?")
                .params(digest, caseFile(parcel), parcel.caseFile().version(), parcel.supplement(), exhibit)
                .update();
    }

    /// Nothing holds this exhibit any more.
    public void readable(Parcel parcel, String exhibit) {
        mark("readable", parcel, exhibit);
    }

    /// These exhibits can be shown: they make a supplement.
    public void release(Parcel parcel, Collection<String> exhibits) {
        exhibits.forEach(exhibit -> mark("released", parcel, exhibit));
    }

    private void mark(String column, Parcel parcel, String exhibit) {
        jdbc.sql("update reread_exhibit set " + column
                        + " = ? where case_file = ? and version = ? and supplement = ? and exhibit = ?")
                .params(true, caseFile(parcel), parcel.caseFile().version(), parcel.supplement(), exhibit)
                .update();
    }

    /// Exhibits of a round that nothing holds any more.
    public Set<String> readable(Parcel parcel) {
        return marked("readable", parcel);
    }

    /// Exhibits that a round's supplements bring.
    public Set<String> released(Parcel parcel) {
        return marked("released", parcel);
    }

    private Set<String> marked(String column, Parcel parcel) {
        return new TreeSet<>(jdbc.sql(
                        "select exhibit from reread_exhibit where case_file = ? and version = ? and supplement = ? and "
                                + column + " = ?")
                .params(caseFile(parcel), parcel.caseFile().version(), parcel.supplement(), true)
                .query(String.class)
                .list());
    }

    /// Digests of what was found of exhibits that a round up to this one made readable.
    public Map<String, String> digests(CaseFileVersion version, int upTo) {
        var digests = new TreeMap<String, String>();
        jdbc.sql("select exhibit, extraction_digest from reread_exhibit where case_file = ? and version = ? "
                        + "and supplement <= ? and readable = ? order by supplement")
                .params(version.caseFile(), version.version(), upTo, true)
                .query((row, n) -> digests.put(row.getString(1), String.valueOf(row.getString(2))))
                .list();
        return digests;
    }

    /// Which round's texts a parcel is made of: a supplement of its own round's, a first consignment of the last
    /// round that is through, so that it takes along what has become readable before it is redacted.
    public int roundOf(Parcel parcel) {
        if (parcel.follows()) return parcel.supplement();
        return jdbc.sql(
                        "select coalesce(max(supplement), 0) from rereading where case_file = ? and version = ? and state = ?")
                .params(caseFile(parcel), parcel.caseFile().version(), States.READ)
                .query(Integer.class)
                .single();
    }

    /// The first consignment of this parcel takes along what was readable up to this round.
    public void takenAlong(Parcel parcel, int round) {
        jdbc.sql("update exchange_state set reading = ? where case_file = ? and version = ? and exchange = ?")
                .params(round, caseFile(parcel), parcel.caseFile().version(), parcel.exchange())
                .update();
    }

    private static String caseFile(Parcel parcel) {
        return parcel.caseFile().caseFile();
    }
}
