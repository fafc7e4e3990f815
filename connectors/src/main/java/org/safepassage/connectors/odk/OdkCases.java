package org.safepassage.connectors.odk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.stream.Stream;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.json.JsonCases;

/// Case files from a form in ODK Central. A submission that is encrypted with the form's own key is listed
/// and cannot be read: the hub holds it and says so.
///
/// @param cases the submissions
/// @param line closed with `cases`
/// @param session of the account
record OdkCases(JsonCases cases, HttpLine line, OdkSession session) implements PartnerDoor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> LOCKED = Set.of("notDecrypted", "missingEncryptedFormData");

    @Override
    public Stream<Arrival> changes(String cursor) throws IOException {
        return cases.changes(cursor);
    }

    @Override
    public void read(Arrival arrival, ItemReader reader) throws IOException {
        cases.read(arrival, new ItemReader() {
            @Override
            public void item(Item item, InputStream bytes) throws IOException {
                if (item.part() != Item.Part.RECORD) {
                    reader.item(item, bytes);
                    return;
                }
                byte[] submission = bytes.readAllBytes();
                refuseLocked(submission);
                reader.item(item, new ByteArrayInputStream(submission));
            }

            @Override
            public void absent(Item item) throws IOException {
                reader.absent(item);
            }
        });
    }

    private static void refuseLocked(byte[] submission) throws IOException {
        String status = JSON.readTree(submission).at("/__system/status").asText("");
        if (LOCKED.contains(status)) {
            throw new DoorProblem(
                    Kind.PERMISSION,
                    "a submission is encrypted with the form's own key, which the hub does not have: the right to"
                            + " read it in the clear");
        }
    }

    @Override
    public void acknowledge(Arrival arrival) throws IOException {
        cases.acknowledge(arrival);
    }

    @Override
    public DoorReport test() {
        return cases.test();
    }

    @Override
    public void close() {
        session.logOut(line);
        cases.close();
    }
}
