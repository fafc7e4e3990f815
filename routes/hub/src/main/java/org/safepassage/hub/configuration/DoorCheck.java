package org.safepassage.hub.configuration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.HubSide;
import org.safepassage.connectors.derived.ConnectorCatalogue;
import org.safepassage.hub.secrets.SecretReferences;

/// Checks which connectors a configuration's files name and the parameters that they give them, and the
/// operator's own connectors. Contacts nobody; tells the line of what is wrong and never a value.
final class DoorCheck {
    private final Path folder;
    private final ConnectorCatalogue connectors;
    private final SecretReferences secrets;
    private final List<ConfigProblem> problems;

    /// Notes at once what is wrong with the operator's own connectors, and secrets that stand in a file.
    ///
    /// @param secrets where `${secret:NAME}` and `${file:/path}` are
    DoorCheck(Path folder, SecretReferences secrets, List<ConfigProblem> problems) throws IOException {
        this.folder = folder;
        this.connectors = ConnectorCatalogue.of(folder.resolve(Configuration.KAMELETS), HubSide.none());
        this.secrets = secrets;
        this.problems = problems;
        problems.addAll(LiteralSecrets.in(folder, connectors));
        connectors
                .refusals()
                .forEach(refusal -> problems.add(new ConfigProblem(
                        Configuration.KAMELETS + "/" + refusal.file(),
                        refusal.line(),
                        refusal.place(),
                        refusal.message())));
    }

    /// Checks the door that a file asks for.
    ///
    /// @param file path below the configuration folder
    /// @param place JSON pointer to what holds `connector` and `parameters`
    void check(String file, String place, String connector, Map<String, String> parameters) {
        try {
            connectors.parameters(connector);
        } catch (DoorProblem unknown) {
            add(file, place + "/connector", unknown.getMessage());
            return;
        }
        var values = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> {
            try {
                values.put(name, secrets.resolve(value));
            } catch (IOException notThere) {
                add(file, place + "/parameters/" + KeyLines.escaped(name), notThere.getMessage());
            }
        });
        if (values.size() == parameters.size()) open(file, place + "/parameters", connector, values);
    }

    private void open(String file, String place, String connector, Map<String, String> values) {
        try {
            connectors.open(connector, values).close();
        } catch (DoorProblem wrong) {
            if (wrong.complaints().isEmpty()) add(file, place, wrong.getMessage());
            for (var complaint : wrong.complaints()) {
                add(
                        file,
                        place + "/" + KeyLines.escaped(complaint.parameter()),
                        connector + ": " + complaint.message());
            }
        }
    }

    private void add(String file, String place, @Nullable String message) {
        int line = KeyLines.of(folder.resolve(file)).of(place);
        String shown = place.matches("[A-Za-z0-9_./~-]{1,200}") ? place : place.substring(0, place.lastIndexOf('/'));
        problems.add(new ConfigProblem(file, line, shown, String.valueOf(message)));
    }
}
