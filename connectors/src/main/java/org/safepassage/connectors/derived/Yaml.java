package org.safepassage.connectors.derived;

import java.util.List;
import java.util.Map;

/// A piece of YAML as it was written: every scalar is text, nothing is resolved, and each piece knows its line.
sealed interface Yaml {
    /// Where it begins, counted from 1.
    int line();

    /// A scalar.
    record Text(String value, int line) implements Yaml {
        @Override
        public String toString() {
            return "Text[" + line + "]";
        }
    }

    /// A list.
    record Items(List<Yaml> items, int line) implements Yaml {}

    /// Keys and values, in the order they are written.
    record Fields(Map<String, Field> fields, int line) implements Yaml {}

    /// A key with its value.
    ///
    /// @param line of the key
    record Field(int line, Yaml value) {}
}
