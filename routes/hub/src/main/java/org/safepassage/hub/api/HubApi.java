package org.safepassage.hub.api;

import java.util.List;
import java.util.NoSuchElementException;
import org.safepassage.hub.ledger.Arrivals;
import org.safepassage.hub.ledger.CaseFileList;
import org.safepassage.hub.ledger.Holds;
import org.safepassage.hub.ledger.Reconciliation;
import org.safepassage.hub.pipeline.Retry;
import org.safepassage.hub.schedules.RouteBoard;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the command line asks a running hub. Ids, states and figures only.
@RestController
@RequestMapping("/api/v1")
public class HubApi {
    private final Reconciliation reconciliation;
    private final CaseFileList caseFiles;
    private final Holds holds;
    private final Arrivals arrivals;
    private final Retry retry;
    private final RouteBoard board;

    /// @param board every route's state
    public HubApi(
            Reconciliation reconciliation,
            CaseFileList caseFiles,
            Holds holds,
            Arrivals arrivals,
            Retry retry,
            RouteBoard board) {
        this.reconciliation = reconciliation;
        this.caseFiles = caseFiles;
        this.holds = holds;
        this.arrivals = arrivals;
        this.retry = retry;
        this.board = board;
    }

    /// Every arrival against its end.
    @GetMapping("/reconciliation")
    public Reconciliation.Figures reconciliation() {
        return reconciliation.figures();
    }

    /// Every case file version with its state in each exchange.
    @GetMapping("/case-files")
    public List<CaseFileList.Line> caseFiles() {
        return caseFiles.lines();
    }

    /// One held item as scripts read it.
    ///
    /// @param supplement number of the supplement, or of the round of reading again, that waits; 0 for what goes
    ///     first
    public record HeldItem(
            String id,
            String item,
            String exchange,
            int supplement,
            String step,
            String exhibit,
            String reason,
            String where,
            String since,
            String nextAction) {}

    /// Everything held, oldest first.
    @GetMapping("/held")
    public List<HeldItem> held() {
        var all = new java.util.ArrayList<HeldItem>();
        arrivals.held()
                .forEach(arrival -> all.add(new HeldItem(
                        arrival.id(),
                        "partner " + arrival.partner(),
                        "",
                        0,
                        "seal",
                        "",
                        arrival.reason().code(),
                        arrival.where(),
                        arrival.since().toString(),
                        arrival.reason().nextAction())));
        holds.open()
                .forEach(hold -> all.add(new HeldItem(
                        hold.id(),
                        hold.caseFile().toString(),
                        hold.exchange(),
                        hold.supplement(),
                        hold.step().word(),
                        hold.exhibit(),
                        hold.reason().code(),
                        hold.where(),
                        hold.since().toString(),
                        hold.reason().nextAction())));
        return all;
    }

    /// Starts a held item again.
    @PostMapping("/held/{id}/retry")
    public Retry.Result retry(@PathVariable("id") String id) {
        var result = retry.retry(id);
        if (!result.found()) throw new NoSuchElementException(result.message());
        return result;
    }

    /// Every route with its state, backlog, last success and next run.
    @GetMapping("/routes")
    public List<RouteBoard.Line> routes() {
        return board.lines();
    }

    @ExceptionHandler(NoSuchElementException.class)
    ProblemDetail notFound(NoSuchElementException problem) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(problem.getMessage()));
    }
}
