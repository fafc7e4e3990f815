package org.safepassage.rehearsal.sample.people;

import java.util.Locale;

/// The languages in which cases are told.
public enum Language {
    BE,
    RU,
    EN;

    /// BCP 47 tag.
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
