package org.safepassage.hub.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorReport;
import org.safepassage.extract.records.Mapping;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.doors.CasePreview;
import org.safepassage.hub.doors.ConfiguredDoors;
import org.safepassage.hub.doors.Maintenance;
import org.safepassage.hub.doors.PartnerTrial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tries doors and shows what would come through them, for an operator at the console: at most a few at once, none
/// while maintenance holds the doors, and each noted in the log with who asked. Safe for several threads.
final class DoorTrials {
    private static final Logger LOG = LoggerFactory.getLogger(DoorTrials.class);
    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");
    private static final int AT_ONCE = 4;

    private final Maintenance maintenance;
    private static final Semaphore ROOM = new Semaphore(AT_ONCE);

    DoorTrials(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    /// How a test went.
    ///
    /// @param offered fingerprint of the host key that the server shows while none is pinned; empty otherwise
    record Trial(boolean passed, List<DoorReport.Step> steps, String offered) {
        Trial {
            steps = List.copyOf(steps);
        }
    }

    /// Tries a partner's door, step by step up to a mapped record.
    ///
    /// @param unpinned whether no host key is given yet, so that the one that the server shows is told
    /// @throws IOException when the door cannot be opened so, or cannot be tried now
    Trial partner(ConfiguredDoors doors, Configuration configuration, String name, boolean unpinned, String who)
            throws IOException {
        return guarded(() -> {
            try (var door = doors.partner(configuration, name)) {
                DoorReport report = new PartnerTrial()
                        .of(
                                door,
                                configuration.partner(name),
                                configuration.folder().resolve("mappings"));
                LOG.info("partner={} its door was tried by {}: passed={}", name, who, report.passed());
                return told(report, unpinned);
            }
        });
    }

    /// Tries a recipient's door.
    Trial recipient(ConfiguredDoors doors, Configuration configuration, String name, String who) throws IOException {
        return guarded(() -> {
            try (Door door = doors.recipient(configuration, name)) {
                DoorReport report = door.test();
                LOG.info("recipient={} its door was tried by {}: passed={}", name, who, report.passed());
                return told(report, false);
            }
        });
    }

    /// Shows the first case files of a partner.
    ///
    /// @throws IOException when the partner cannot be listed or its mapping cannot be used
    ShownCases preview(ConfiguredDoors doors, Configuration configuration, String name, int most, String who)
            throws IOException {
        return guarded(() -> {
            var partner = configuration.partner(name);
            Mapping mapping;
            try {
                mapping = Mapping.load(configuration.folder().resolve("mappings"), partner.mapping());
            } catch (IOException | IllegalArgumentException unusable) {
                throw new IOException("the mapping cannot be used: choose one, or correct what is said of it");
            }
            var shown = new ShownCases();
            try (var door = doors.partner(configuration, name)) {
                int count = new CasePreview().show(door, partner, mapping, most, shown);
                LOG.info("partner={} case data read: {} case file(s) previewed by {}, none kept", name, count, who);
            }
            return shown;
        });
    }

    private interface Asked<T> {
        T answer() throws IOException;
    }

    private <T> T guarded(Asked<T> asked) throws IOException {
        if (maintenance.mode().isPresent())
            throw new IOException("maintenance is on: all doors are held; end it to try a door");
        if (!ROOM.tryAcquire())
            throw new IOException(AT_ONCE + " doors are being tried already: wait until one of them is done");
        try {
            return asked.answer();
        } finally {
            ROOM.release();
        }
    }

    private static Trial told(DoorReport report, boolean unpinned) {
        if (!unpinned) return new Trial(report.passed(), report.steps(), "");
        var steps = new ArrayList<DoorReport.Step>();
        String offered = "";
        for (DoorReport.Step step : report.steps()) {
            var shown = FINGERPRINT.matcher(step.detail());
            if (!step.passed()
                    && step.detail().contains(PartnerForm.NO_HOST_KEY)
                    && shown.find()
                    && !shown.group().equals(PartnerForm.NO_HOST_KEY)) {
                offered = shown.group();
                steps.add(new DoorReport.Step(
                        step.name(), false, "no host key is pinned yet; the server shows " + offered, ""));
            } else {
                steps.add(step);
            }
        }
        return new Trial(false, steps, offered);
    }

    /// A problem in words for a page.
    static String words(IOException problem) {
        return problem instanceof DoorProblem door
                ? door.getMessage() + ". " + door.kind().nextAction()
                : String.valueOf(problem.getMessage());
    }
}
