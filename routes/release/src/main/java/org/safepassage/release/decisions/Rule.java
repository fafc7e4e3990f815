package org.safepassage.release.decisions;

import java.util.List;

/// One thing that must be so before anything is released. A rule that cannot be asked (there is no agreement to ask
/// about) stays silent; another rule speaks then. Rules are stateless.
@FunctionalInterface
interface Rule {
    /// One answer, or one for every person concerned; empty when the rule has nothing to ask.
    List<Answer> ask(Question question);
}
