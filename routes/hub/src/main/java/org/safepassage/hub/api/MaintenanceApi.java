package org.safepassage.hub.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safepassage.hub.doors.Maintenance;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// All doors, held and let go.
@RestController
@RequestMapping("/api/v1/maintenance")
public class MaintenanceApi {
    private final Maintenance maintenance;

    /// @param maintenance holds the doors
    public MaintenanceApi(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    /// Who orders it, and why.
    public record Order(@Nullable String who, @Nullable String why) {}

    /// Whether maintenance is on.
    @GetMapping
    public Map<String, String> mode() {
        return maintenance
                .mode()
                .map(mode ->
                        Map.of("on", "true", "since", mode.since().toString(), "who", mode.who(), "why", mode.why()))
                .orElse(Map.of("on", "false"));
    }

    /// Holds all doors.
    @PostMapping("/begin")
    public Map<String, Boolean> begin(@RequestBody Order order) {
        return Map.of("changed", maintenance.begin(Told.who(order.who()), Told.why(order.why())));
    }

    /// Lets them go.
    @PostMapping("/end")
    public Map<String, Boolean> end(@RequestBody Order order) {
        return Map.of("changed", maintenance.end(Told.who(order.who())));
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ProblemDetail wrong(IllegalArgumentException problem) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(problem.getMessage()));
    }
}
