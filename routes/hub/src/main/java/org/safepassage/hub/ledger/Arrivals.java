package org.safepassage.hub.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.safepassage.connectors.Arrival;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.HoldReason;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What partners offered, each listing once, from the moment it is seen until the partner's copy is acknowledged.
public final class Arrivals {
    private final JdbcClient jdbc;
    private final ColumnSeal seal;
    private final ObjectMapper json;
    private final InstantSource clock;

    /// @param database the ledger's
    /// @param seal encrypts listings, which hold partners' own names
    /// @param json writes them down
    /// @param clock tells when
    public Arrivals(DataSource database, ColumnSeal seal, ObjectMapper json, InstantSource clock) {
        this.jdbc = JdbcClient.create(database);
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    /// How far an arrival has come.
    public enum Stage {
        LISTED,
        SEALED,
        ACKNOWLEDGED,
        HELD
    }

    /// One arrival.
    ///
    /// @param version what it became once it was sealed
    public record Entry(
            String id, String partner, Arrival listing, Stage stage, Optional<CaseFileVersion> version, int attempt) {
        @Override
        public String toString() {
            return "Arrival[" + id + "]";
        }
    }

    /// Writes a listing down unless it is known.
    public Entry admit(String partner, Arrival listing) {
        String id = "a-"
                + seal.mac("arrival", partner, listing.key(), listing.fingerprint())
                        .substring(0, 16);
        var known = find(id);
        if (known.isPresent()) return known.get();
        jdbc.sql(
                        "insert into arrival (id, partner, fingerprint, listing_sealed, state, attempt, listed_at) values (?,?,?,?,?,1,?)")
                .params(
                        id,
                        partner,
                        listing.fingerprint(),
                        seal.seal(written(listing), "arrival/" + id),
                        "listed",
                        now())
                .update();
        return new Entry(id, partner, listing, Stage.LISTED, Optional.empty(), 1);
    }

    /// The arrival with this id.
    public Optional<Entry> find(String id) {
        return jdbc.sql("select * from arrival where id = ?")
                .param(id)
                .query(this::row)
                .optional();
    }

    /// Arrivals of a partner that are not yet acknowledged and not held.
    public List<String> unfinished(String partner) {
        return jdbc.sql(
                        "select id from arrival where partner = ? and state in ('listed','sealed') order by listed_at, id")
                .param(partner)
                .query(String.class)
                .list();
    }

    /// The arrival lies in the vault and became this version.
    public void sealed(String id, CaseFileVersion version) {
        jdbc.sql("update arrival set state = 'sealed', case_file = ?, version = ?, sealed_at = ? where id = ?")
                .params(version.caseFile(), version.version(), now(), id)
                .update();
    }

    /// The partner's copy is acknowledged.
    public void acknowledged(String id) {
        jdbc.sql("update arrival set state = 'acknowledged' where id = ? and state = 'sealed'")
                .param(id)
                .update();
    }

    /// The arrival cannot be sealed until something changes.
    public void hold(String id, HoldReason reason, String place) {
        jdbc.sql("update arrival set state = 'held', reason = ?, place = ? where id = ?")
                .params(reason.code(), Told.fit(place), id)
                .update();
    }

    /// A held arrival may be sealed again.
    public Optional<Entry> startAgain(String id) {
        jdbc.sql(
                        "update arrival set state = 'listed', reason = null, place = null, attempt = attempt + 1 where id = ? and state = 'held'")
                .param(id)
                .update();
        return find(id);
    }

    /// A held arrival, for the operator.
    public record HeldArrival(String id, String partner, HoldReason reason, String where, java.time.Instant since) {}

    /// All arrivals held now.
    public List<HeldArrival> held() {
        return jdbc.sql(
                        "select id, partner, reason, place, listed_at from arrival where state = 'held' order by listed_at, id")
                .query((row, n) -> new HeldArrival(
                        row.getString(1),
                        row.getString(2),
                        HoldReason.ofCode(row.getString(3)),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()))
                .list();
    }

    private Entry row(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        String id = row.getString("id");
        String caseFile = row.getString("case_file");
        return new Entry(
                id,
                row.getString("partner"),
                read(seal.open(row.getBytes("listing_sealed"), "arrival/" + id)),
                Stage.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)),
                caseFile == null ? Optional.empty() : Optional.of(new CaseFileVersion(caseFile, row.getInt("version"))),
                row.getInt("attempt"));
    }

    private String written(Arrival listing) {
        try {
            return json.writeValueAsString(listing);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an arrival could not be written as JSON");
        }
    }

    private Arrival read(String written) {
        try {
            return json.readValue(written, Arrival.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an arrival in the ledger could not be read back");
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
