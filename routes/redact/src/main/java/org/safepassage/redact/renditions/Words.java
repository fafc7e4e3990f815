package org.safepassage.redact.renditions;

import java.util.Locale;

/// The words under which enumerations appear in what goes out.
final class Words {
    private Words() {}

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
