package org.safepassage.hub.ledger;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.ExchangeState;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Supplements: consignments that bring what was held when the first one of their version went. Each has a state
/// of its own; the state of its (case file version, exchange) stays `delivered`.
///
/// The rule: a supplement is due for every round of reading again that released something, in every exchange in
/// which the version is delivered, unless the first consignment was made of that round's texts or later ones; and
/// only while the version is the newest of its case file. It is looked at when a round ends and when a receipt
/// comes. So what is under way and not yet redacted takes the exhibit along, what is redacted already gets it
/// once it is delivered, and a version that has a successor gets nothing more: its exhibits, and what its persons
/// consent to now, are its successor's.
///
/// Methods that change something run inside the caller's transaction.
public final class Supplements {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    /// @param database the ledger's
    /// @param clock tells since when
    public Supplements(DataSource database, InstantSource clock) {
        this.jdbc = JdbcClient.create(database);
        this.clock = clock;
    }

    /// Opens every supplement of a version that is due and not open yet. The caller holds the version's rows.
    public void openDue(CaseFileVersion version) {
        jdbc.sql("insert into supplement_state (case_file, version, exchange, supplement, state, step, attempt, since) "
                        + "select s.case_file, s.version, s.exchange, r.supplement, 'under-way', 'seal', 1, "
                        + "cast(? as timestamp with time zone) from exchange_state s "
                        + "join rereading r on r.case_file = s.case_file and r.version = s.version "
                        + "where s.case_file = ? and s.version = ? and s.state = 'delivered' and r.supplement > s.reading "
                        + "and exists (select 1 from reread_exhibit e where e.case_file = r.case_file "
                        + "and e.version = r.version and e.supplement = r.supplement and e.released = ?) "
                        + "and not exists (select 1 from supplement_state o where o.case_file = s.case_file "
                        + "and o.version = s.version and o.exchange = s.exchange and o.supplement = r.supplement) "
                        + "and not exists (select 1 from case_file_version v where v.case_file = s.case_file "
                        + "and v.version > s.version)")
                .params(Timestamp.from(clock.instant()), version.caseFile(), version.version(), true)
                .update();
    }

    /// Where a supplement stands.
    public record Standing(Parcel parcel, ExchangeState state, Step step) {}

    /// All supplements of a version.
    public List<Standing> of(CaseFileVersion version) {
        return jdbc.sql("select exchange, attempt, supplement, state, step from supplement_state "
                        + "where case_file = ? and version = ? order by supplement, exchange")
                .params(version.caseFile(), version.version())
                .query((row, n) -> new Standing(
                        new Parcel(version, row.getString(1), row.getInt(2), row.getInt(3)),
                        States.state(row.getString(4)),
                        Step.ofWord(row.getString(5))))
                .list();
    }

    /// Parcels of the supplements of one round that are under way.
    public List<Parcel> ofRound(Parcel round) {
        return of(round.caseFile()).stream()
                .filter(one ->
                        one.state() == ExchangeState.UNDER_WAY && one.parcel().supplement() == round.supplement())
                .map(Standing::parcel)
                .toList();
    }

    /// Parcels of the supplements in this exchange that have not begun their way. Sent again they do no harm.
    public List<Parcel> waiting(Parcel place) {
        return of(place.caseFile()).stream()
                .filter(one -> one.state() == ExchangeState.UNDER_WAY
                        && one.step() == Step.SEAL
                        && one.parcel().exchange().equals(place.exchange()))
                .map(Standing::parcel)
                .toList();
    }

    /// What is under way or held of a version's supplements, and of its rounds of reading again, before it is
    /// sealed.
    List<Parcel> unsent(CaseFileVersion version, Collection<Step> sent) {
        var unsent = new ArrayList<Parcel>();
        for (Standing one : of(version)) {
            boolean open = one.state() == ExchangeState.UNDER_WAY || one.state() == ExchangeState.HELD;
            if (open && !sent.contains(one.step())) unsent.add(one.parcel());
        }
        jdbc.sql("select attempt, supplement from rereading where case_file = ? and version = ? "
                        + "and state in ('under-way','held')")
                .params(version.caseFile(), version.version())
                .query((row, n) -> unsent.add(new Parcel(version, "", row.getInt(1), row.getInt(2))))
                .list();
        return unsent;
    }
}
