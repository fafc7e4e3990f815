package org.safepassage.hub.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.safepassage.hub.wiring.HubFolders;
import picocli.CommandLine.Option;

/// Where configuration, data and keys lie; the same options for every command that needs them.
final class FolderOptions {
    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "configuration folder (default: SP_CONFIG or ./config)")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "data folder (default: SP_DATA or ./data/hub)")
    private @Nullable Path data;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "key folder, outside the data folder (default: SP_KEYS or ~/.config/safe-passage/keys)")
    private @Nullable Path keys;

    HubFolders folders() {
        return new HubFolders(
                or(config, "SP_CONFIG", Path.of("config")),
                or(data, "SP_DATA", Path.of("data", "hub")),
                or(keys, "SP_KEYS", Path.of(System.getProperty("user.home"), ".config", "safe-passage", "keys")));
    }

    private static Path or(@Nullable Path given, String variable, Path otherwise) {
        if (given != null) return given.toAbsolutePath().normalize();
        String value = System.getenv(variable);
        return (value == null || value.isBlank() ? otherwise : Path.of(value))
                .toAbsolutePath()
                .normalize();
    }
}
