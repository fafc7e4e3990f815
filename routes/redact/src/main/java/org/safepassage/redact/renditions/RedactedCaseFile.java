package org.safepassage.redact.renditions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.safepassage.redact.Redaction;

/// A case file as one recipient may see it.
///
/// @param json valid against `redacted-case-file.schema.json`
/// @param redactions what was done to its texts
public record RedactedCaseFile(ObjectNode json, List<Redaction> redactions) {
    public RedactedCaseFile {
        redactions = List.copyOf(redactions);
    }

    @Override
    public String toString() {
        return "RedactedCaseFile[" + redactions.size() + " redactions]";
    }
}
