package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.camel.Header;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.hub.ledger.Arrivals;
import org.safepassage.hub.ledger.PartnerRuns;
import org.safepassage.hub.pipeline.ArrivalOrder;
import org.safepassage.hub.pipeline.Queues;
import org.safepassage.hub.pipeline.WaitForRoom;

/// Pull: asks a partner what is new or changed and writes each arrival down before an order to seal it is sent. An
/// order lost in a crash is sent again by the next pull, and a listing seen twice is one arrival.
public final class Pull {
    private final PartnerDoors doors;
    private final Arrivals arrivals;
    private final PartnerRuns runs;
    private final Room room;
    private final Backlog backlog;

    /// @param doors to the partners
    /// @param arrivals where listings are written down
    /// @param runs where the cursor and the outcome are kept
    /// @param room on disk, without which nothing is pulled
    /// @param backlog of the orders to seal
    public Pull(PartnerDoors doors, Arrivals arrivals, PartnerRuns runs, Room room, Backlog backlog) {
        this.doors = doors;
        this.arrivals = arrivals;
        this.runs = runs;
        this.room = room;
        this.backlog = backlog;
    }

    /// Orders to seal everything of this partner that is not sealed and acknowledged yet.
    ///
    /// @throws WaitForRoom when the disk is too full
    /// @throws IOException when the partner cannot be listed now
    public List<ArrivalOrder> arrivals(@Header("partner") String partner) throws IOException {
        runs.started(partner);
        try {
            room.need();
        } catch (WaitForRoom paused) {
            runs.failed(partner, String.valueOf(paused.getMessage()));
            throw paused;
        }
        // Orders that a crash has lost are sent again, but not while the queue still holds orders: they may be those.
        var ids = new LinkedHashSet<>(backlog.of(Queues.seal(partner)) == 0 ? arrivals.unfinished(partner) : List.of());
        try (PartnerDoor door = doors.open(partner);
                var listing = door.changes(runs.cursor(partner))) {
            for (var iterator = listing.iterator(); iterator.hasNext(); ) {
                var arrival = iterator.next();
                var entry = arrivals.admit(partner, arrival);
                runs.advance(partner, arrival.cursor());
                if (entry.stage() == Arrivals.Stage.LISTED || entry.stage() == Arrivals.Stage.SEALED)
                    ids.add(entry.id());
            }
        }
        runs.succeeded(partner);
        return ids.stream()
                .flatMap(id -> arrivals.find(id).stream())
                .map(entry -> new ArrivalOrder(entry.id(), entry.attempt()))
                .toList();
    }
}
