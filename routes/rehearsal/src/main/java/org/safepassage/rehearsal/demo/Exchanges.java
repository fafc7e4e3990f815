package org.safepassage.rehearsal.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The exchanges that a configuration folder names: `exchanges/<name>.yaml`, each with its partner.
final class Exchanges {
    private Exchanges() {}

    /// Names of the exchanges of each partner.
    ///
    /// @throws IOException when the folder or a file in it cannot be read
    static Map<String, Set<String>> byPartner(Path config) throws IOException {
        var yaml = new ObjectMapper(new YAMLFactory());
        var byPartner = new TreeMap<String, Set<String>>();
        try (var files = Files.newDirectoryStream(config.resolve("exchanges"), "*.yaml")) {
            for (var file : files) {
                var name = file.getFileName().toString();
                var partner = yaml.readTree(file.toFile()).path("partner").asText();
                byPartner
                        .computeIfAbsent(partner, key -> new TreeSet<>())
                        .add(name.substring(0, name.length() - ".yaml".length()));
            }
        }
        return byPartner;
    }
}
