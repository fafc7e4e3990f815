package org.safepassage.hub.configuration;

import java.util.Map;
import java.util.Optional;
import org.safepassage.release.consignments.OpenPgpForm;

/// One recipient, `config/recipients/<name>.yaml`.
///
/// @param name the file's name without its ending; its queue is `recipient.<name>`
/// @param label how people call it
/// @param publicKey path of its OpenPGP public key, absolute or below the configuration folder
/// @param openPgp the form in which consignments are encrypted to it
/// @param delivery the door that drains its queue; absent when it takes its queue itself over AMQP 1.0
/// @param brokerPassword password of the broker user of this name; absent when it has no access to the broker
public record RecipientFile(
        String name,
        String label,
        String publicKey,
        OpenPgpForm openPgp,
        Optional<Delivery> delivery,
        Optional<String> brokerPassword) {
    /// The hub's own user at the broker, which no recipient can be.
    public static final String HUB = "hub";

    /// The door to a recipient.
    ///
    /// @param connector name of the Kamelet
    /// @param parameters its parameters; secrets come from the environment
    public record Delivery(String connector, Map<String, String> parameters) {
        public Delivery {
            parameters = Map.copyOf(parameters);
        }

        @Override
        public String toString() {
            return "Delivery[" + connector + "]";
        }
    }

    @Override
    public String toString() {
        return "RecipientFile[" + name + "]";
    }
}
