package org.safepassage.connectors;

/// Makes the doors of one Kamelet. Found by [java.util.ServiceLoader], so that a new connector changes
/// nobody's code. Stateless and safe for several threads.
public interface DoorMaker {
    /// The Kamelet whose parameters it takes, such as `sp-sftp-cases-source`.
    String kamelet();

    /// A door for these values. Contacts nobody.
    ///
    /// @throws DoorProblem of kind CONFIGURATION when the values do not fit together
    Door open(Parameters parameters) throws DoorProblem;

    /// As [#open(Parameters)], for a door that needs something of the hub. Most need nothing.
    default Door open(Parameters parameters, HubSide hub) throws DoorProblem {
        return open(parameters);
    }
}
