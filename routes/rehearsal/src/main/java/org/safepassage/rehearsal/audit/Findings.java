package org.safepassage.rehearsal.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safepassage.rehearsal.stage.Json;

/// What did not fit, in the order in which an audit met it. Ids, states and counts only, never a value.
final class Findings {
    private final List<Map<String, String>> findings = new ArrayList<>();

    /// Notes one.
    ///
    /// @param kind what does not fit, as a word
    /// @param subject id of what it does not fit with
    /// @param detail what was seen; may be empty
    void add(String kind, String subject, String detail) {
        findings.add(Map.of("finding", kind, "subject", subject, "detail", detail));
    }

    /// Whether everything fitted.
    boolean isEmpty() {
        return findings.isEmpty();
    }

    /// Appends them to a file of JSON Lines.
    ///
    /// @throws IOException when it cannot be written
    void appendTo(Path file) throws IOException {
        for (var finding : findings) {
            Json.append(file, finding);
        }
    }
}
