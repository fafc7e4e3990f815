package org.safepassage.hub.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safepassage.hub.configuration.ConfigReader;
import org.safepassage.hub.configuration.Settings;

/// The operator's own models for offline commands: what an option names, or else what the hub itself would ask by its
/// configuration, so that nothing passes a command that the hub would have found.
final class OwnModels {
    private OwnModels() {}

    /// The folder of the token classifier, if there is one.
    ///
    /// @param asked what an option names
    /// @throws IOException when the settings cannot be used
    static Optional<Path> classifier(@Nullable Path asked, Path config) throws IOException {
        return find(asked, config, Settings.Redaction::classifier);
    }

    /// The face model, if there is one.
    ///
    /// @param asked what an option names
    /// @throws IOException when the settings cannot be used
    static Optional<Path> faceModel(@Nullable Path asked, Path config) throws IOException {
        return find(asked, config, Settings.Redaction::faceModel);
    }

    private static Optional<Path> find(
            @Nullable Path asked, Path config, Function<Settings.Redaction, Optional<String>> setting)
            throws IOException {
        return asked == null
                ? setting.apply(new ConfigReader(System.getenv())
                                .settings(config)
                                .redaction())
                        .map(config::resolve)
                : Optional.of(asked);
    }
}
