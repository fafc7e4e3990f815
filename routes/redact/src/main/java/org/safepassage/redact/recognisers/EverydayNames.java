package org.safepassage.redact.recognisers;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// The forms of given names: in the neighbouring language, and among friends. Stateless.
public final class EverydayNames {
    private EverydayNames() {}

    /// Every other form in lower-case folded spelling that a person of this given name may go by; empty for a name
    /// that is not known.
    public static Set<String> of(String given) {
        var forms = new LinkedHashSet<String>();
        for (GivenNames.Group group : GivenNames.standard().of(Folding.of(given.toLowerCase(Locale.ROOT)))) {
            forms.addAll(group.official());
            forms.addAll(group.everyday());
        }
        return forms;
    }
}
