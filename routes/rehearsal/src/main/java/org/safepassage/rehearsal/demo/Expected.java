package org.safepassage.rehearsal.demo;

import java.util.Map;
import org.safepassage.rehearsal.audit.GroundTruth;

/// What the hub must have come to when everything is done, by the sample's ground truth.
///
/// @param arrivals versions of case files that the partners gave
/// @param ends one for each version in each exchange
record Expected(long arrivals, long ends) {
    /// @param exchanges recipients by exchange by partner
    /// @param updated whether the partners have changed some case files
    static Expected of(GroundTruth truth, Map<String, Map<String, String>> exchanges, boolean updated) {
        long arrivals = 0;
        long ends = 0;
        for (var sampled : truth.cases()) {
            var ofPartner = exchanges.get(sampled.partner());
            if (ofPartner == null) {
                continue;
            }
            long versions = updated ? sampled.versions() : 1;
            arrivals += versions;
            ends += versions * ofPartner.size();
        }
        return new Expected(arrivals, ends);
    }
}
