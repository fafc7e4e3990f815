package org.safepassage.hub.console;

import java.io.IOException;
import java.time.InstantSource;
import org.safepassage.hub.doors.Expiries;
import org.safepassage.hub.ledger.Reconciliation;
import org.safepassage.hub.schedules.RouteBoard;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page after sign-in: every route's state, backlog, last success and next run, and where case files stand.
@Controller
public class HealthPage {
    private static final long SOON = 60;

    private final RouteBoard board;
    private final Reconciliation reconciliation;
    private final Expiries expiries;
    private final InstantSource clock;

    /// @param board every route's state
    /// @param reconciliation where case files stand
    /// @param expiries of keys, certificates and secrets
    /// @param clock tells when the page was made
    public HealthPage(RouteBoard board, Reconciliation reconciliation, Expiries expiries, InstantSource clock) {
        this.board = board;
        this.reconciliation = reconciliation;
        this.expiries = expiries;
        this.clock = clock;
    }

    /// Something that ends soon.
    ///
    /// @param days that are left
    public record Ending(String what, long days) {}

    /// Renders the page.
    @GetMapping("/")
    public String health(Model model) throws IOException {
        model.addAttribute("routes", board.lines());
        model.addAttribute(
                "ending",
                expiries.all().stream()
                        .map(expiry -> new Ending(expiry.what(), expiry.daysLeft(clock.instant())))
                        .filter(ending -> ending.days() <= SOON)
                        .toList());
        model.addAttribute("figures", reconciliation.figures());
        model.addAttribute(
                "at",
                clock.instant()
                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                        .toString());
        return "health";
    }
}
