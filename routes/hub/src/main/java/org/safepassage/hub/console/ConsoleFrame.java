package org.safepassage.hub.console;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.hub.doors.Maintenance;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;

/// What every page of the console has: the banner of a maintenance that is on, and an answer to what is not there.
@ControllerAdvice(basePackageClasses = ConsoleFrame.class)
public class ConsoleFrame {
    private final Maintenance maintenance;

    /// @param maintenance that may be on
    public ConsoleFrame(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    /// The maintenance that is on, for the banner.
    @ModelAttribute("maintenance")
    public Maintenance.@Nullable Mode maintenance() {
        return maintenance.mode().orElse(null);
    }

    /// Says what is wrong with an order that no page of the console would send.
    @ExceptionHandler(DoorProblem.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    public String wrong(DoorProblem problem, Model model) {
        model.addAttribute("maintenance", maintenance());
        model.addAttribute("problem", String.valueOf(problem.getMessage()));
        return "not-there";
    }

    /// Names what is not there.
    @ExceptionHandler(NoSuchElementException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    public String notThere(NoSuchElementException problem, Model model) {
        model.addAttribute("maintenance", maintenance());
        model.addAttribute("problem", String.valueOf(problem.getMessage()));
        return "not-there";
    }
}
