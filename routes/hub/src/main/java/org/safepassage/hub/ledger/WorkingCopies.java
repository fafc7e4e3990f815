package org.safepassage.hub.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.safepassage.evidence.vault.Vault;

/// Working copies: what the steps derive from originals, kept apart from them and encrypted in the same way. A result
/// is written before the step that made it is recorded, and found by its digest. Thread-safe.
public final class WorkingCopies {
    private final Vault vault;
    private final ObjectMapper json;

    /// @param vault of derived objects, another one than that of the originals
    /// @param json reads and writes results
    public WorkingCopies(Vault vault, ObjectMapper json) {
        this.vault = vault;
        this.json = json;
    }

    /// Keeps a result.
    ///
    /// @return its digest
    public String keep(Object result) throws IOException {
        return keepBytes(json.writeValueAsBytes(result));
    }

    /// Keeps bytes as they are.
    public String keepBytes(byte[] bytes) throws IOException {
        return vault.put(new ByteArrayInputStream(bytes)).sha256();
    }

    /// The result with this digest.
    public <T> T get(String digest, Class<T> type) throws IOException {
        try (var in = vault.content(digest).open()) {
            return json.readValue(in, type);
        }
    }

    /// The vault itself, for streams.
    public Vault vault() {
        return vault;
    }
}
