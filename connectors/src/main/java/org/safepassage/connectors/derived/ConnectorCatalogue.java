package org.safepassage.connectors.derived;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.HubSide;
import org.safepassage.connectors.KameletParameters;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.RecipientDoor;
import org.safepassage.connectors.Spelling;

/// Every connector that a partner's or recipient's file may name: ours, and those of a folder that the
/// [ConnectorInspector] accepts. One that it refuses is no connector, and disturbs no other. Immutable.
public final class ConnectorCatalogue {
    private static final int LARGEST = 64 << 10;
    private static final int MOST = 500;

    private final Map<String, DerivedConnector> derived = new TreeMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final HubSide hub;

    private ConnectorCatalogue(HubSide hub) {
        this.hub = hub;
    }

    /// Our connectors alone.
    ///
    /// @param hub what the hub does for the doors that are opened
    public static ConnectorCatalogue ofOurs(HubSide hub) {
        return new ConnectorCatalogue(hub);
    }

    /// Ours and those of a folder; a folder that is not there has none.
    ///
    /// @param hub what the hub does for the doors that are opened
    /// @throws IOException when the folder cannot be read
    public static ConnectorCatalogue of(Path folder, HubSide hub) throws IOException {
        var catalogue = new ConnectorCatalogue(hub);
        if (!Files.isDirectory(folder)) {
            return catalogue;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .limit(MOST + 1L)
                    .toList();
        }
        for (Path file : files.subList(0, Math.min(MOST, files.size()))) {
            catalogue.add(file);
        }
        if (files.size() > MOST) {
            catalogue.refusals.add(
                    new Refusal("", 0, "", "more than " + MOST + " Kamelets; those after the first are not read"));
        }
        return catalogue;
    }

    private void add(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (!name.matches("[a-z][a-z0-9-]{0,79}\\.kamelet\\.yaml")) {
            refuse(
                    name.matches("[A-Za-z0-9_.-]{1,80}") ? name : "",
                    "a file's name is the connector's: a-z, 0-9 and hyphens, and then .kamelet.yaml");
        } else if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            refuse(name, "is no plain file of at most 64 KiB; a connector derived from ours is short");
        } else {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                        .toString();
                switch (ConnectorInspector.inspect(name, text)) {
                    case ConnectorInspector.Result.Accepted(DerivedConnector connector) ->
                        derived.put(connector.own().kamelet(), connector);
                    case ConnectorInspector.Result.Refused(List<Refusal> all) -> refusals.addAll(all);
                }
            } catch (CharacterCodingException notUtf8) {
                refuse(name, "is not UTF-8; save it so");
            }
        }
    }

    private void refuse(String file, String message) {
        refusals.add(new Refusal(file, 0, "", message));
    }

    /// What is refused, by file.
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /// The names of all connectors, ours first.
    public List<String> names() {
        return Stream.concat(Doors.kamelets().stream(), derived.keySet().stream())
                .toList();
    }

    /// Whether case files are pulled through a connector; through the others consignments are delivered.
    ///
    /// @throws DoorProblem when there is none of this name
    public boolean gives(String connector) throws DoorProblem {
        String ours = Doors.kamelets().contains(connector)
                ? connector
                : known(connector).base().kamelet();
        return ours.endsWith("-source");
    }

    /// What a connector says of itself and its parameters.
    ///
    /// @throws DoorProblem when there is none of this name
    public KameletParameters parameters(String connector) throws DoorProblem {
        if (Doors.kamelets().contains(connector)) {
            return KameletParameters.of(connector);
        }
        return known(connector).own();
    }

    /// Opens a door after checking its parameters, as [Doors#open]. Contacts nobody.
    public Door open(String connector, Map<String, String> given) throws DoorProblem {
        return Doors.kamelets().contains(connector)
                ? Doors.open(connector, given, hub)
                : known(connector).open(given, hub);
    }

    /// As [#open], for a connector from which case files are pulled.
    public PartnerDoor openPartner(String connector, Map<String, String> given) throws DoorProblem {
        Door opened = open(connector, given);
        if (opened instanceof PartnerDoor door) {
            return door;
        }
        opened.close();
        throw new DoorProblem(DoorProblem.Kind.CONFIGURATION, connector + " delivers; it is no source");
    }

    /// As [#open], for a connector to which consignments are delivered.
    public RecipientDoor openRecipient(String connector, Map<String, String> given) throws DoorProblem {
        Door opened = open(connector, given);
        if (opened instanceof RecipientDoor door) {
            return door;
        }
        opened.close();
        throw new DoorProblem(DoorProblem.Kind.CONFIGURATION, connector + " is a source; it delivers nothing");
    }

    private DerivedConnector known(String connector) throws DoorProblem {
        DerivedConnector found = derived.get(connector);
        if (found != null) {
            return found;
        }
        String shown = connector.matches("[a-z0-9-]{1,80}") ? " " + connector : " of this name";
        boolean refused = refusals.stream().anyMatch(refusal -> refusal.file().equals(connector + ".kamelet.yaml"));
        throw new DoorProblem(
                DoorProblem.Kind.CONFIGURATION,
                refused
                        ? "the Kamelet of connector" + shown + " is refused; config check tells why"
                        : "there is no connector" + shown + Spelling.suggestion(connector, names()) + "; there are "
                                + String.join(", ", names()));
    }
}
