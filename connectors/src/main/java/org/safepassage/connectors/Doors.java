package org.safepassage.connectors;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/// Opens doors by the name of their Kamelet and their parameters, with or without Camel.
///
/// ```java
/// try (PartnerDoor door = Doors.openPartner("sp-sftp-cases-source", parameters)) {
///     door.test();
/// }
/// ```
///
/// Stateless; safe for several threads.
public final class Doors {
    private Doors() {}

    /// The names of all connectors on the class path, sorted.
    public static List<String> kamelets() {
        return ServiceLoader.load(DoorMaker.class, Doors.class.getClassLoader()).stream()
                .map(maker -> maker.get().kamelet())
                .sorted()
                .toList();
    }

    /// Opens a door after checking its parameters. Contacts nobody.
    ///
    /// @param parameters by name, secrets resolved
    /// @throws DoorProblem of kind CONFIGURATION that lists everything wrong
    public static Door open(String kamelet, Map<String, String> parameters) throws DoorProblem {
        return open(kamelet, parameters, HubSide.none());
    }

    /// As [#open(String, Map)], with what the hub does for its doors.
    public static Door open(String kamelet, Map<String, String> parameters, HubSide hub) throws DoorProblem {
        Parameters checked = Parameters.check(KameletParameters.of(kamelet), parameters);
        for (DoorMaker maker : ServiceLoader.load(DoorMaker.class, Doors.class.getClassLoader())) {
            if (maker.kamelet().equals(kamelet)) {
                return maker.open(checked, hub);
            }
        }
        throw new DoorProblem(DoorProblem.Kind.CONFIGURATION, "no door is made for connector " + kamelet);
    }

    /// As [#open], for a connector from which case files are pulled.
    public static PartnerDoor openPartner(String kamelet, Map<String, String> parameters) throws DoorProblem {
        if (open(kamelet, parameters) instanceof PartnerDoor door) {
            return door;
        }
        throw new DoorProblem(DoorProblem.Kind.CONFIGURATION, kamelet + " delivers; it is no source");
    }

    /// As [#open], for a connector to which consignments are delivered.
    public static RecipientDoor openRecipient(String kamelet, Map<String, String> parameters) throws DoorProblem {
        if (open(kamelet, parameters) instanceof RecipientDoor door) {
            return door;
        }
        throw new DoorProblem(DoorProblem.Kind.CONFIGURATION, kamelet + " is a source; it delivers nothing");
    }
}
