package org.safepassage.hub.configuration;

import java.util.Map;

/// One partner, `config/partners/<name>.yaml`.
///
/// @param name the file's name without its ending; identifies the partner everywhere
/// @param label how people call it
/// @param connector name of the Kamelet that is its door
/// @param parameters the door's parameters; secrets come from the environment
/// @param mapping name of the mapping in config/mappings
/// @param caseNumber JSON pointer to the partner's own case number in its record
/// @param limits how gently its system is treated
public record PartnerFile(
        String name,
        String label,
        String connector,
        Map<String, String> parameters,
        String mapping,
        String caseNumber,
        PartnerLimits limits) {
    public PartnerFile {
        parameters = Map.copyOf(parameters);
    }

    /// Parameters may hold secrets, so only the name is shown.
    @Override
    public String toString() {
        return "PartnerFile[" + name + "]";
    }
}
