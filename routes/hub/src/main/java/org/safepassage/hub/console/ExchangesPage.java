package org.safepassage.hub.console;

import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.quartz.SchedulerException;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.schedules.Pauses;
import org.safepassage.hub.schedules.Runs;
import org.safepassage.hub.schedules.Schedules;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// All exchanges: when they run, and run now, pause and resume.
@Controller
public class ExchangesPage {
    private static final int LONGEST_WHY = 500;

    private final RunningConfiguration configuration;
    private final Runs runs;
    private final Schedules schedules;
    private final Pauses pauses;
    private final ScheduleChoice words;
    private final InstantSource clock;

    /// @param configuration names the exchanges
    /// @param runs start one now
    /// @param schedules pause and resume
    /// @param pauses that are on
    /// @param words for schedules
    /// @param clock tells the next runs
    ExchangesPage(
            RunningConfiguration configuration,
            Runs runs,
            Schedules schedules,
            Pauses pauses,
            ScheduleChoice words,
            InstantSource clock) {
        this.configuration = configuration;
        this.runs = runs;
        this.schedules = schedules;
        this.pauses = pauses;
        this.words = words;
        this.clock = clock;
    }

    /// One exchange.
    ///
    /// @param schedule in words; empty when it runs only on demand
    /// @param runs the next three by the zone's clock, blackouts aside
    /// @param nextRun when it really runs next; empty when it is paused
    /// @param pause empty when it is not paused
    public record Line(
            String name,
            String partner,
            String recipient,
            boolean sandbox,
            String schedule,
            List<String> runs,
            String nextRun,
            java.util.Optional<Pauses.Pause> pause) {
        public Line {
            runs = List.copyOf(runs);
        }
    }

    /// Lists them.
    @GetMapping("/exchanges")
    public String list(Locale locale, Model model) {
        model.addAttribute(
                "exchanges",
                configuration.now().exchanges().values().stream()
                        .sorted(Comparator.comparing(exchange -> exchange.name()))
                        .map(exchange -> new Line(
                                exchange.name(),
                                exchange.partner(),
                                exchange.recipient(),
                                exchange.sandbox(),
                                exchange.schedule()
                                        .map(schedule -> words.words(schedule.cron(), schedule.zone(), locale))
                                        .orElse(""),
                                exchange.schedule()
                                        .map(schedule ->
                                                ScheduleChoice.next(schedule.cron(), schedule.zone(), clock.instant()))
                                        .orElse(List.of()),
                                schedules
                                        .next(exchange.name())
                                        .map(Instant::toString)
                                        .orElse(""),
                                pauses.of(exchange.name())))
                        .toList());
        return "exchanges";
    }

    /// Runs one now.
    @PostMapping("/exchanges/{name}/run")
    public String run(@PathVariable("name") String name, RedirectAttributes told) {
        told.addFlashAttribute("done", runs.run(name) ? "exchange.ordered" : "exchange.waiting");
        told.addFlashAttribute("which", name);
        return "redirect:/exchanges";
    }

    /// Lets its schedule rest.
    @PostMapping("/exchanges/{name}/pause")
    public String pause(
            @PathVariable("name") String name,
            @RequestParam(name = "why", defaultValue = "") String why,
            Principal who,
            RedirectAttributes told)
            throws SchedulerException {
        boolean said = !why.isBlank() && why.length() <= LONGEST_WHY;
        if (said) schedules.pause(name, who.getName(), why.strip());
        told.addFlashAttribute("done", said ? "exchange.paused" : "why.missing");
        told.addFlashAttribute("which", name);
        return "redirect:/exchanges";
    }

    /// Ends a pause and says what was missed.
    @PostMapping("/exchanges/{name}/resume")
    public String resume(@PathVariable("name") String name, Principal who, RedirectAttributes told)
            throws SchedulerException {
        var resumed = schedules.resume(name, who.getName());
        told.addFlashAttribute("done", "exchange.resumed");
        told.addFlashAttribute("which", name);
        told.addFlashAttribute(
                "missed", resumed.missed().stream().map(Instant::toString).toList());
        told.addFlashAttribute("made", resumed.made());
        return "redirect:/exchanges";
    }
}
