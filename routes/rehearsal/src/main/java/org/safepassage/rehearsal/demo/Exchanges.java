package org.safepassage.rehearsal.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The exchanges that a configuration folder names: `exchanges/<name>.yaml`, each with its partner
/// and its recipient.
final class Exchanges {
    private Exchanges() {}

    /// Recipients of the exchanges of each partner, by the exchanges' names.
    ///
    /// @throws IOException when the folder or a file in it cannot be read
    static Map<String, Map<String, String>> byPartner(Path config) throws IOException {
        var yaml = new ObjectMapper(new YAMLFactory());
        var byPartner = new TreeMap<String, Map<String, String>>();
        try (var files = Files.newDirectoryStream(config.resolve("exchanges"), "*.yaml")) {
            for (var file : files) {
                var name = file.getFileName().toString();
                var exchange = yaml.readTree(file.toFile());
                byPartner
                        .computeIfAbsent(exchange.path("partner").asText(), partner -> new TreeMap<>())
                        .put(
                                name.substring(0, name.length() - ".yaml".length()),
                                exchange.path("recipient").asText());
            }
        }
        return byPartner;
    }
}
