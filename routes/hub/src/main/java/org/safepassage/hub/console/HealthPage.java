package org.safepassage.hub.console;

import java.time.InstantSource;
import org.safepassage.hub.doors.Maintenance;
import org.safepassage.hub.ledger.Reconciliation;
import org.safepassage.hub.schedules.RouteBoard;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page after sign-in: every route's state, backlog, last success and next run, and where case files stand.
@Controller
public class HealthPage {
    private final RouteBoard board;
    private final Reconciliation reconciliation;
    private final Maintenance maintenance;
    private final InstantSource clock;

    /// @param board every route's state
    /// @param reconciliation where case files stand
    /// @param maintenance that may be on
    /// @param clock tells when the page was made
    public HealthPage(RouteBoard board, Reconciliation reconciliation, Maintenance maintenance, InstantSource clock) {
        this.board = board;
        this.reconciliation = reconciliation;
        this.maintenance = maintenance;
        this.clock = clock;
    }

    /// Renders the page.
    @GetMapping("/")
    public String health(Model model) {
        model.addAttribute("routes", board.lines());
        model.addAttribute("maintenance", maintenance.mode().orElse(null));
        model.addAttribute("figures", reconciliation.figures());
        model.addAttribute(
                "at",
                clock.instant()
                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                        .toString());
        return "health";
    }
}
