package org.safepassage.hub.wiring;

import java.nio.file.Path;

/// The three folders of a hub. Keys lie apart from data, so that a stolen data folder or backup opens nothing.
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

    /// Where the files of applied configurations lie.
    public Path configCopies() {
        return data.resolve("config");
    }

    /// What the command line needs to talk to the running hub, readable by its owner only.
    public Path runFile() {
        return data.resolve("run").resolve("hub.json");
    }
}
