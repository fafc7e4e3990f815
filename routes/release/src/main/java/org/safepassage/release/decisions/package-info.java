/// Whether a case file may go to a recipient: agreement and consent, rule by rule, with the reason of each.
/// Doubt holds, a no refuses, and only when every rule passes is anything released.
/// Decisions are pure: the same case file, terms, agreements and instant give the same decision.
@NullMarked
package org.safepassage.release.decisions;

import org.jspecify.annotations.NullMarked;
