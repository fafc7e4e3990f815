package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.List;
import org.safepassage.schemas.Identifier;

/// The ways in which people write an identifier of the record: an e-mail address spelt out, a handle without its site,
/// each of several phone numbers.
final class IdentifierSpellings {
    private IdentifierSpellings() {}

    /// As the record has it, then the other ways.
    static List<String> of(Identifier identifier) {
        String value = identifier.value();
        var spellings = new ArrayList<String>();
        spellings.add(value);
        switch (identifier.type()) {
            case EMAIL -> {
                spellings.add(value.replace("@", " at ").replace(".", " dot "));
                spellings.add(value.replace("@", " собака ").replace(".", " точка "));
                spellings.add(value.replace("@", " at "));
                int at = Math.max(0, value.indexOf('@'));
                String host = value.substring(at);
                spellings.add(value.substring(0, at) + host.replace("@", " at ").replace(".", " dot "));
                spellings.add(
                        value.substring(0, at) + host.replace("@", " собака ").replace(".", " точка "));
                String local = value.substring(0, Math.max(0, value.indexOf('@')));
                if (local.length() > 5) {
                    spellings.add(local);
                }
            }
            case SOCIAL_HANDLE -> {
                String trimmed = value.replaceAll("/+$", "");
                String handle = trimmed.substring(trimmed.lastIndexOf('/') + 1);
                if (handle.length() > 3) {
                    spellings.add(handle);
                }
            }
            case PHONE -> {
                for (String part : value.split("[,;]")) {
                    spellings.add(part);
                }
            }
            default -> {}
        }
        return spellings;
    }
}
