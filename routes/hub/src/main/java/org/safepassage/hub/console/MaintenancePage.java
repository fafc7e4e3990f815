package org.safepassage.hub.console;

import java.security.Principal;
import org.safepassage.hub.doors.Maintenance;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Holds all doors, and lets them go.
@Controller
public class MaintenancePage {
    private static final int LONGEST_WHY = 500;

    private final Maintenance maintenance;

    /// @param maintenance holds the doors
    public MaintenancePage(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    /// Shows what it does and whether it is on.
    @GetMapping("/maintenance")
    public String show() {
        return "maintenance";
    }

    /// Holds all doors.
    @PostMapping("/maintenance/begin")
    public String begin(
            @RequestParam(name = "why", defaultValue = "") String why, Principal who, RedirectAttributes told) {
        if (why.isBlank() || why.length() > LONGEST_WHY) told.addFlashAttribute("done", "why.missing");
        else maintenance.begin(who.getName(), why.strip());
        return "redirect:/maintenance";
    }

    /// Lets them go.
    @PostMapping("/maintenance/end")
    public String end(Principal who) {
        maintenance.end(who.getName());
        return "redirect:/maintenance";
    }
}
