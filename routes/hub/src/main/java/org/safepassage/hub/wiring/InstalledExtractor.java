package org.safepassage.hub.wiring;

import java.nio.file.Path;
import java.util.Optional;
import org.safepassage.extract.ExtractorSettings;

/// The extractor as it is installed: on this process's own Java, with the jars and the AOT cache that the launcher
/// names, so that the running hub and the offline commands read alike.
public final class InstalledExtractor {
    private InstalledExtractor() {}

    /// Its settings, with the room's own limits.
    ///
    /// @param temp where it may write
    public static ExtractorSettings settings(Path temp) {
        String jars = Optional.ofNullable(System.getProperty("safepassage.extractor.lib"))
                .map(lib -> lib + "/*")
                .orElse(System.getProperty("java.class.path"));
        var settings = ExtractorSettings.defaults(Path.of(System.getProperty("java.home"), "bin", "java"), jars, temp);
        return Optional.ofNullable(System.getProperty("safepassage.extractor.aot"))
                .map(cache -> settings.withAotCache(Path.of(cache)))
                .orElse(settings);
    }
}
