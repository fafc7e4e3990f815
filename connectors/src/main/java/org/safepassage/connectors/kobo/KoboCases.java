package org.safepassage.connectors.kobo;

import java.io.IOException;
import java.util.stream.Stream;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.json.JsonCases;

/// Case files from a form in KoboToolbox.
///
/// An edit gives a submission another `_uuid` and keeps its `_submission_time`, `_id` and `meta/rootUuid`:
/// so each pull also walks a short listing of those fields and gives every submission that was ever edited,
/// which the hub knows by its content. Edits come first, because the cursor moves with the last of what is
/// new.
///
/// @param fresh submitted since the cursor
/// @param edited of any time
record KoboCases(JsonCases fresh, JsonCases edited) implements PartnerDoor {
    @Override
    public Stream<Arrival> changes(String cursor) throws IOException {
        Stream<Arrival> changed = edited.changes(cursor).map(arrival -> keeping(arrival, cursor));
        return Stream.concat(changed, fresh.changes(cursor));
    }

    private static Arrival keeping(Arrival arrival, String cursor) {
        return new Arrival(arrival.key(), arrival.place(), arrival.fingerprint(), cursor, arrival.items());
    }

    @Override
    public void read(Arrival arrival, ItemReader reader) throws IOException {
        fresh.read(arrival, reader);
    }

    @Override
    public void acknowledge(Arrival arrival) throws IOException {
        fresh.acknowledge(arrival);
    }

    @Override
    public DoorReport test() {
        return fresh.test();
    }

    @Override
    public void close() {
        fresh.close();
        edited.close();
    }
}
