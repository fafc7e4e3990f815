package org.safepassage.redact.renditions;

import java.time.LocalDate;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.policies.Precision;
import org.safepassage.schemas.NormalDate;

/// A date of the record as the policy lets it be told; the partner's own words never go out, since only days were read.
final class DateShown {
    private DateShown() {}

    static String of(NormalDate date, Policy policy) {
        LocalDate earliest = date.earliest();
        LocalDate latest = date.latest();
        if (earliest == null || latest == null) {
            return "";
        }
        String from = told(earliest, policy);
        String to = told(latest, policy);
        return from.equals(to) ? from : from + "/" + to;
    }

    private static String told(LocalDate day, Policy policy) {
        return switch (policy.action(Policy.UNLINKED, "DATE")) {
            case KEEP -> day.toString();
            case GENERALISE ->
                policy.dates() == Precision.YEAR
                        ? day.toString().substring(0, 4)
                        : day.toString().substring(0, 7);
            case REMOVE, MASK, PSEUDONYM -> "";
        };
    }
}
