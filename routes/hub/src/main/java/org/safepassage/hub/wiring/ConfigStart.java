package org.safepassage.hub.wiring;

import java.util.Map;
import java.util.Optional;

/// With which configuration a hub starts.
///
/// @param environment where `${NAME}` in the files is looked up
/// @param who starts it
/// @param apply why the files in the configuration folder are applied at this start; empty when the state applied last
///     is kept
public record ConfigStart(Map<String, String> environment, String who, Optional<String> apply) {
    public ConfigStart {
        environment = Map.copyOf(environment);
    }

    /// As an operator starts it: whatever was applied last goes on.
    public static ConfigStart usual() {
        return new ConfigStart(System.getenv(), System.getProperty("user.name", "hub"), Optional.empty());
    }
}
