package org.safepassage.hub.ledger;

import java.util.Collection;
import java.util.Set;
import javax.sql.DataSource;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.ExchangeState;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How versions of one case file give way to each other: a newer one never overtakes an older one. Writes run
/// inside the caller's transaction.
public final class Versions {
    private static final Set<Step> SENT = Set.of(Step.CONSIGN, Step.DELIVER, Step.RECEIPT);

    private final JdbcClient jdbc;
    private final States states;
    private final Holds holds;
    private final Supplements supplements;

    /// @param database the ledger's
    /// @param states of versions in exchanges
    /// @param holds of those that are superseded are cleared
    /// @param supplements of older versions give way as well
    public Versions(DataSource database, States states, Holds holds, Supplements supplements) {
        this.jdbc = JdbcClient.create(database);
        this.states = states;
        this.holds = holds;
        this.supplements = supplements;
    }

    /// Opens a new version and supersedes what older ones have not sent yet. What is sealed for sending finishes.
    public void open(CaseFileVersion version, Collection<String> exchanges) {
        states.open(version, exchanges);
        for (int older = version.version() - 1; older > 0; older--) {
            var before = new CaseFileVersion(version.caseFile(), older);
            states.lock(before);
            for (States.Standing standing : states.of(before)) {
                if (!exchanges.contains(standing.exchange())) continue;
                boolean open = standing.state() == ExchangeState.UNDER_WAY || standing.state() == ExchangeState.HELD;
                if (open && !SENT.contains(standing.step()))
                    supersede(new Parcel(before, standing.exchange(), standing.attempt()));
            }
            supplements.unsent(before, SENT).forEach(states::supersede);
        }
    }

    private void supersede(Parcel parcel) {
        states.supersede(parcel);
        if (states.of(parcel.caseFile()).stream().noneMatch(other -> other.state() == ExchangeState.HELD)) {
            holds.clearAll(parcel.first().in("", 1));
        }
    }

    /// Whether an older version of the same case file is on its way to the same recipient.
    public boolean earlierIsUnderWay(Parcel parcel) {
        for (int older = parcel.caseFile().version() - 1; older > 0; older--) {
            var before = states.find(new CaseFileVersion(parcel.caseFile().caseFile(), older), parcel.exchange());
            if (before.isPresent() && before.get().state() == ExchangeState.UNDER_WAY) return true;
        }
        return false;
    }

    /// Whether a newer version of the same case file has gone to the same recipient already.
    public boolean laterIsSent(Parcel parcel) {
        return !jdbc.sql("select version from exchange_state where case_file = ? and exchange = ? and version > ? "
                        + "and (state = 'delivered' or step in ('deliver', 'receipt'))")
                .params(
                        parcel.caseFile().caseFile(),
                        parcel.exchange(),
                        parcel.caseFile().version())
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /// Ends a parcel that is under way because a newer version has gone before it.
    public void giveWay(Parcel parcel) {
        if (!states.lockUnderWay(parcel)) return;
        supersede(parcel);
    }
}
