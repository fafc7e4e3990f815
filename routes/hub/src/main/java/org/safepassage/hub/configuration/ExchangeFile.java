package org.safepassage.hub.configuration;

import java.util.List;
import java.util.Optional;

/// One exchange plan, `config/exchanges/<name>.yaml`: a partner's case files go to a recipient under an agreement.
///
/// @param name the file's name without its ending
/// @param partner who gives
/// @param recipient who gets
/// @param agreement name of the agreement in config/agreements
/// @param purpose what the recipient does with it; consent must cover it
/// @param categories selects case files with one of these categories; empty selects all
/// @param schedule when the partner is pulled for this exchange; absent means only on demand
public record ExchangeFile(
        String name,
        String partner,
        String recipient,
        String agreement,
        String purpose,
        List<String> categories,
        Optional<Schedule> schedule) {
    public ExchangeFile {
        categories = List.copyOf(categories);
    }

    /// A Quartz cron expression and the time zone it is meant in.
    ///
    /// @param cron six or seven fields, seconds first
    /// @param zone such as `Europe/Copenhagen`
    public record Schedule(String cron, String zone) {}
}
