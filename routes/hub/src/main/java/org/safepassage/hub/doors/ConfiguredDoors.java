package org.safepassage.hub.doors;

import java.io.IOException;
import org.safepassage.connectors.HubSide;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.RecipientDoor;
import org.safepassage.connectors.derived.ConnectorCatalogue;
import org.safepassage.connectors.derived.ConnectorInspector;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.secrets.SecretReferences;

/// Opens the doors that a configuration names, through our connectors or those that its folder derives from
/// them. Safe for several threads.
public final class ConfiguredDoors {
    private final SecretReferences secrets;
    private final HubSide hub;

    /// @param secrets where `${secret:NAME}` and `${file:/path}` are, looked up at each opening
    /// @param hub what the hub does for its doors
    public ConfiguredDoors(SecretReferences secrets, HubSide hub) {
        this.secrets = secrets;
        this.hub = hub;
    }

    /// The door to a partner; contacts nobody yet.
    ///
    /// @throws IOException when it cannot be opened so
    /// @throws java.util.NoSuchElementException when no partner has this name
    public PartnerDoor partner(Configuration configuration, String name) throws IOException {
        var partner = configuration.partner(name);
        return connectors(configuration, partner.connector())
                .openPartner(partner.connector(), secrets.resolve(partner.parameters()));
    }

    /// The door to a recipient; contacts nobody yet.
    ///
    /// @throws IOException when it cannot be opened so, or the recipient has none
    /// @throws java.util.NoSuchElementException when no recipient has this name
    public RecipientDoor recipient(Configuration configuration, String name) throws IOException {
        var delivery = configuration
                .recipient(name)
                .delivery()
                .orElseThrow(() -> new IOException("recipient " + name + " takes its queue itself"));
        return connectors(configuration, delivery.connector())
                .openRecipient(delivery.connector(), secrets.resolve(delivery.parameters()));
    }

    /// Ours are found without reading the folder.
    private ConnectorCatalogue connectors(Configuration configuration, String connector) throws IOException {
        return connector.startsWith(ConnectorInspector.RESERVED)
                ? ConnectorCatalogue.ofOurs(hub)
                : ConnectorCatalogue.of(configuration.folder().resolve(Configuration.KAMELETS), hub);
    }
}
