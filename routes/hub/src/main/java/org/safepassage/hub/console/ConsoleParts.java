package org.safepassage.hub.console;

import java.time.InstantSource;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.doors.ConfiguredDoors;
import org.safepassage.hub.doors.Maintenance;
import org.safepassage.hub.revisions.ConfigChanges;
import org.safepassage.hub.revisions.Revisions;
import org.safepassage.hub.schedules.Pauses;
import org.safepassage.hub.schedules.Runs;
import org.safepassage.hub.schedules.Schedules;
import org.safepassage.hub.secrets.SecretStore;
import org.springframework.context.MessageSource;

/// Puts the pages for partners and exchanges together from parts that nobody outside the console needs. Immutable.
///
/// @param running configuration
/// @param changes of it
/// @param revisions every applied state
/// @param store of secrets
/// @param doors as they are configured
/// @param doorsWithNext opened with the next value of each secret that has one
/// @param maintenance that may hold the doors
/// @param messages the console's words
/// @param clock tells days and next runs
public record ConsoleParts(
        RunningConfiguration running,
        ConfigChanges changes,
        Revisions revisions,
        SecretStore store,
        ConfiguredDoors doors,
        ConfiguredDoors doorsWithNext,
        Maintenance maintenance,
        MessageSource messages,
        InstantSource clock) {
    /// The list's trials of doors.
    public PartnersPage partners(
            org.safepassage.hub.schedules.RouteBoard board, org.safepassage.hub.doors.Expiries expiries) {
        return new PartnersPage(running, changes, board, expiries, doors, new DoorTrials(maintenance), clock);
    }

    /// The form.
    public PartnerFormPage form() {
        var drafts = new PartnerDrafts(running, changes, new FormSecrets(store), doors, new DoorTrials(maintenance));
        return new PartnerFormPage(
                drafts, new FormFields(messages, clock), new ScheduleChoice(messages), revisions, clock);
    }

    /// One partner.
    public PartnerPage partner() {
        return new PartnerPage(
                running,
                changes,
                revisions,
                new FileHistory(revisions),
                new PartnerSecrets(running, store),
                doors,
                doorsWithNext,
                new DoorTrials(maintenance));
    }

    /// Files.
    public FilesPage files() {
        return new FilesPage(changes, revisions, new FileHistory(revisions));
    }

    /// Exchanges.
    public ExchangesPage exchanges(Runs runs, Schedules schedules, Pauses pauses) {
        return new ExchangesPage(running, runs, schedules, pauses, new ScheduleChoice(messages), clock);
    }
}
