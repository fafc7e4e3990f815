package org.safepassage.hub.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.KameletParameters;
import org.safepassage.connectors.derived.ConnectorCatalogue;

/// Finds secrets that are written into a configuration file instead of being referred to: files are copied, compared
/// and sent by mail, so none may hold one.
final class LiteralSecrets {
    /// `${NAME}`, with a default only where that is no secret, `${secret:NAME}` or `${file:/path}`, and nothing beside.
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*(:(unset)?)?}|\\$\\{(secret|file):[^}]+}");

    private LiteralSecrets() {}

    /// Every secret that stands in the files of partners and recipients.
    ///
    /// @param connectors tell which of their parameters are secret
    static List<ConfigProblem> in(Path folder, ConnectorCatalogue connectors) throws IOException {
        var problems = new ArrayList<ConfigProblem>();
        for (Path file : YamlFile.yamlFiles(folder.resolve("partners"))) {
            YamlFile.raw(file).ifPresent(root -> door(folder, file, "", root, connectors, problems));
        }
        for (Path file : YamlFile.yamlFiles(folder.resolve("recipients"))) {
            YamlFile.raw(file).ifPresent(root -> {
                door(folder, file, "/delivery", root.path("delivery"), connectors, problems);
                value(folder, file, "/brokerPassword", root.path("brokerPassword"), problems);
            });
        }
        return problems;
    }

    private static void door(
            Path folder,
            Path file,
            String place,
            JsonNode door,
            ConnectorCatalogue connectors,
            List<ConfigProblem> problems) {
        KameletParameters known;
        try {
            known = connectors.parameters(door.path("connector").asText());
        } catch (DoorProblem unknown) {
            return; // told where the door itself is checked
        }
        known.parameters().stream()
                .filter(KameletParameters.Parameter::secret)
                .forEach(secret -> value(
                        folder,
                        file,
                        place + "/parameters/" + secret.name(),
                        door.path("parameters").path(secret.name()),
                        problems));
    }

    private static void value(Path folder, Path file, String place, JsonNode value, List<ConfigProblem> problems) {
        if (value.isMissingNode() || REFERENCE.matcher(value.asText()).matches()) return;
        problems.add(new ConfigProblem(
                folder.relativize(file).toString(),
                YamlFile.lineOf(value),
                place,
                "is a secret and stands in the file: write ${NAME}, ${file:/path} or ${secret:NAME} with 'hub secret set NAME',"
                        + " and exchange it, since it was readable"));
    }
}
