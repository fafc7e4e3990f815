package org.safepassage.hub.pipeline.steps;

import org.safepassage.evidence.vault.KeyRing;

/// The reference under which one recipient knows a case, in the bag as in the case file inside: the same for every
/// version, another one for every recipient, and it tells nothing to anybody without the hub's keys.
final class CaseReference {
    private CaseReference() {}

    static String of(KeyRing keys, String recipient, String caseFile) {
        return "r-" + keys.deterministicId("reference", recipient, caseFile);
    }
}
