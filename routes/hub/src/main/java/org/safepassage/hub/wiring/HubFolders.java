package org.safepassage.hub.wiring;

import java.nio.file.Path;
import java.time.InstantSource;
import org.safepassage.connectors.HubSide;
import org.safepassage.hub.doors.OwnKeys;
import org.safepassage.hub.secrets.SecretReferences;
import org.safepassage.hub.secrets.SecretStore;

/// The three folders of a hub. Keys lie apart from data, so that a stolen data folder or backup opens
/// nothing.
///
/// @param config what the operator edits
/// @param data vault, ledger, queues, logs
/// @param keys key ring and signing key
public record HubFolders(Path config, Path data, Path keys) {
    /// The key ring's file.
    public Path keyRing() {
        return keys.resolve("keyring.json");
    }

    /// The hub's secret signing key.
    public Path signingKey() {
        return keys.resolve("signing-key.asc");
    }

    /// The public key that recipients pin.
    public Path publicKey() {
        return keys.resolve("signing-key.pub.asc");
    }

    /// The secret key to which partners encrypt.
    public Path receivingKey() {
        return keys.resolve("receiving-key.asc");
    }

    /// The public key that partners encrypt to.
    public Path receivingPublicKey() {
        return keys.resolve("receiving-key.pub.asc");
    }

    /// What the hub does for its doors with these keys.
    public HubSide hubSide() {
        return new HubSide(new OwnKeys(receivingKey()));
    }

    /// Where the files of applied configurations lie.
    public Path configCopies() {
        return data.resolve("config");
    }

    /// The secrets that configuration files refer to, sealed.
    public Path secrets() {
        return data.resolve("secrets.json");
    }

    /// The key ring of the secrets alone.
    public Path secretsKeyRing() {
        return keys.resolve("secrets-keyring.json");
    }

    /// The hub's own secrets.
    public SecretStore secretStore() {
        return new SecretStore(secrets(), secretsKeyRing(), InstantSource.system());
    }

    /// Where the secrets that files refer to are looked up.
    public SecretReferences secretReferences() {
        return new SecretReferences(secretStore());
    }

    /// What the command line needs to talk to the running hub, readable by its owner only.
    public Path runFile() {
        return data.resolve("run").resolve("hub.json");
    }
}
