package org.safepassage.hub.wiring;

import java.io.IOException;
import java.nio.file.Path;
import org.safepassage.evidence.vault.KeyRing;
import org.safepassage.evidence.vault.Vault;

/// Originals and working copies, apart from each other (Berkeley Protocol: evidentiary and working copies).
///
/// @param originals what partners gave, never rewritten
/// @param working what the steps derived
public record Vaults(Vault originals, Vault working) {
    /// Opens both below the data folder.
    public static Vaults open(Path data, KeyRing keys) throws IOException {
        return new Vaults(
                Vault.open(data.resolve("vault").resolve("originals"), keys),
                Vault.open(data.resolve("vault").resolve("working"), keys));
    }
}
