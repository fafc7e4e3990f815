package org.safepassage.hub.console;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.MultiValueMap;

/// What an operator filled in, by field. The fields of secrets are never among what is kept. Prints nothing of itself.
/// Immutable.
///
/// @param values by field; absent is the same as empty
record PostedForm(Map<String, String> values) {
    /// Fields with a secret just typed.
    static final String TYPED = "typed.";

    /// Fields of the connector's parameters.
    static final String PARAMETER = "p.";

    /// Fields of limits.
    static final String LIMIT = "limit.";

    PostedForm {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /// What a browser sent: line ends as the hub writes them, no space around, several values of one field parted by
    /// spaces.
    static PostedForm of(MultiValueMap<String, String> sent) {
        var values = new TreeMap<String, String>();
        sent.forEach((field, all) -> {
            if (!field.startsWith("_")) {
                values.put(field, String.join(" ", all).replace("\r\n", "\n").strip());
            }
        });
        return new PostedForm(values);
    }

    /// A field; empty when it is not filled in.
    String text(String field) {
        return values.getOrDefault(field, "");
    }

    /// A parameter of the connector.
    String parameter(String name) {
        return text(PARAMETER + name);
    }

    /// Whether a field is filled in.
    boolean has(String field) {
        return !text(field).isEmpty();
    }

    /// The form with one field changed.
    PostedForm with(String field, String value) {
        var changed = new TreeMap<>(values);
        changed.put(field, value);
        return new PostedForm(changed);
    }

    /// The form without the secrets that were typed: they are never sent back.
    PostedForm withoutTyped() {
        var kept = new TreeMap<>(values);
        kept.keySet().removeIf(field -> field.startsWith(TYPED));
        return new PostedForm(kept);
    }

    @Override
    public String toString() {
        return "PostedForm[…]";
    }
}
