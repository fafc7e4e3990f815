package org.safepassage.hub.wiring;

import java.time.InstantSource;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.console.ConsoleFrame;
import org.safepassage.hub.console.ConsoleParts;
import org.safepassage.hub.console.ExchangesPage;
import org.safepassage.hub.console.FilesPage;
import org.safepassage.hub.console.MaintenancePage;
import org.safepassage.hub.console.PartnerFormPage;
import org.safepassage.hub.console.PartnerPage;
import org.safepassage.hub.console.PartnersPage;
import org.safepassage.hub.doors.ConfiguredDoors;
import org.safepassage.hub.doors.Expiries;
import org.safepassage.hub.doors.Maintenance;
import org.safepassage.hub.revisions.ConfigChanges;
import org.safepassage.hub.revisions.Revisions;
import org.safepassage.hub.schedules.Pauses;
import org.safepassage.hub.schedules.RouteBoard;
import org.safepassage.hub.schedules.Runs;
import org.safepassage.hub.schedules.Schedules;
import org.safepassage.hub.secrets.SecretReferences;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The pages with which operators change something.
@Configuration(proxyBeanMethods = false)
class ConsoleWiring {
    @Bean
    ConsoleParts consoleParts(
            RunningConfiguration running,
            ConfigChanges changes,
            Revisions revisions,
            HubFolders folders,
            ConfiguredDoors doors,
            SecretReferences secrets,
            Maintenance maintenance,
            MessageSource messages,
            InstantSource clock) {
        return new ConsoleParts(
                running,
                changes,
                revisions,
                folders.secretStore(),
                doors,
                new ConfiguredDoors(secrets.withNext(), folders.hubSide()),
                maintenance,
                messages,
                clock);
    }

    @Bean
    ConsoleFrame consoleFrame(Maintenance maintenance) {
        return new ConsoleFrame(maintenance);
    }

    @Bean
    MaintenancePage maintenancePage(Maintenance maintenance) {
        return new MaintenancePage(maintenance);
    }

    @Bean
    PartnersPage partnersPage(ConsoleParts parts, RouteBoard board, Expiries expiries) {
        return parts.partners(board, expiries);
    }

    @Bean
    PartnerFormPage partnerFormPage(ConsoleParts parts) {
        return parts.form();
    }

    @Bean
    PartnerPage partnerPage(ConsoleParts parts) {
        return parts.partner();
    }

    @Bean
    FilesPage filesPage(ConsoleParts parts) {
        return parts.files();
    }

    @Bean
    ExchangesPage exchangesPage(ConsoleParts parts, Runs runs, Schedules schedules, Pauses pauses) {
        return parts.exchanges(runs, schedules, pauses);
    }
}
