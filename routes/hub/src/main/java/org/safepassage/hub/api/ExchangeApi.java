package org.safepassage.hub.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quartz.SchedulerException;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.pipeline.BackFill;
import org.safepassage.hub.schedules.Pauses;
import org.safepassage.hub.schedules.Runs;
import org.safepassage.hub.schedules.Schedules;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Exchanges: run now, pause, resume, back-fill. Names, times and figures only.
@RestController
@RequestMapping("/api/v1/exchanges")
public class ExchangeApi {
    private final RunningConfiguration configuration;
    private final Runs runs;
    private final Schedules schedules;
    private final Pauses pauses;
    private final BackFill backFill;

    /// @param configuration names the exchanges
    /// @param runs start one now
    /// @param schedules pause and resume
    /// @param pauses that are on
    /// @param backFill sends what is missing
    public ExchangeApi(
            RunningConfiguration configuration, Runs runs, Schedules schedules, Pauses pauses, BackFill backFill) {
        this.configuration = configuration;
        this.runs = runs;
        this.schedules = schedules;
        this.pauses = pauses;
        this.backFill = backFill;
    }

    /// Who orders something, and why.
    public record Order(@Nullable String who, @Nullable String why) {}

    /// One exchange.
    ///
    /// @param nextRun empty when nothing is scheduled or it is paused
    /// @param pausedSince empty when it is not paused
    public record Line(
            String exchange, String partner, String recipient, String nextRun, String pausedSince, String why) {}

    /// All exchanges, by name.
    @GetMapping
    public List<Line> exchanges() {
        return configuration.now().exchanges().values().stream()
                .sorted(java.util.Comparator.comparing(exchange -> exchange.name()))
                .map(exchange -> {
                    var pause = pauses.of(exchange.name());
                    return new Line(
                            exchange.name(),
                            exchange.partner(),
                            exchange.recipient(),
                            schedules
                                    .next(exchange.name())
                                    .map(Instant::toString)
                                    .orElse(""),
                            pause.map(on -> on.at().toString()).orElse(""),
                            pause.map(Pauses.Pause::why).orElse(""));
                })
                .toList();
    }

    /// Runs an exchange now.
    @PostMapping("/{name}/run")
    public Map<String, Object> run(@PathVariable("name") String name) {
        var answer = new TreeMap<String, Object>();
        answer.put("exchange", name);
        answer.put("ordered", runs.run(name));
        return answer;
    }

    /// Lets the schedule of an exchange rest.
    @PostMapping("/{name}/pause")
    public Map<String, Object> pause(@PathVariable("name") String name, @RequestBody Order order)
            throws SchedulerException {
        return Map.of("paused", schedules.pause(name, Told.who(order.who()), Told.why(order.why())));
    }

    /// Ends a pause and says what was missed.
    @PostMapping("/{name}/resume")
    public Schedules.Resumed resume(@PathVariable("name") String name, @RequestBody Order order)
            throws SchedulerException {
        return schedules.resume(name, Told.who(order.who()));
    }

    /// Sends case files that came before the exchange; without `begin` only counts them.
    @PostMapping("/{name}/back-fill")
    public BackFill.Result backFill(
            @PathVariable("name") String name, @RequestParam(name = "begin", defaultValue = "false") boolean begin) {
        return backFill.run(name, begin);
    }

    @ExceptionHandler(NoSuchElementException.class)
    ProblemDetail notFound(NoSuchElementException problem) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(problem.getMessage()));
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ProblemDetail wrong(IllegalArgumentException problem) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(problem.getMessage()));
    }
}
