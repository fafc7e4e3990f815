package org.safepassage.connectors;

/// What the hub does for a door that a door cannot do alone: everything that takes the hub's own keys.
///
/// @param decryption opens what a partner encrypted to the hub
public record HubSide(Decryption decryption) {
    /// For where there is no hub: every use is a problem of kind CONFIGURATION.
    public static HubSide none() {
        return new HubSide(encrypted -> {
            throw new DoorProblem(
                    DoorProblem.Kind.CONFIGURATION, "there is no key here to open what was encrypted to the hub");
        });
    }
}
