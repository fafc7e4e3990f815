package org.safepassage.hub.wiring;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.doors.ConfiguredDoors;
import org.safepassage.hub.doors.Maintenance;
import org.safepassage.hub.doors.PartnerGuards;
import org.safepassage.hub.ledger.ColumnSeal;
import org.safepassage.hub.pipeline.steps.DoorFaults;
import org.safepassage.hub.pipeline.steps.DoorWatch;
import org.safepassage.hub.pipeline.steps.PartnerDoors;
import org.safepassage.hub.pipeline.steps.RecipientDoors;
import org.safepassage.hub.secrets.SecretReferences;
import org.springframework.context.annotation.Bean;

/// The doors to partners and recipients, and what is known of those that cannot be used.
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class DoorWiring {
    @Bean
    SecretReferences secretReferences(HubFolders folders) {
        return folders.secretReferences();
    }

    @Bean
    ConfiguredDoors configuredDoors(HubFolders folders, SecretReferences secrets) {
        return new ConfiguredDoors(secrets, folders.hubSide());
    }

    @Bean
    Maintenance maintenance(DataSource database, ColumnSeal seal, InstantSource clock, Broker broker) {
        return new Maintenance(database, seal, clock, broker::holdRecipients);
    }

    @Bean
    PartnerGuards partnerGuards() {
        return new PartnerGuards();
    }

    @Bean
    PartnerDoors partnerDoors(
            RunningConfiguration configuration, ConfiguredDoors doors, PartnerGuards guards, Maintenance maintenance) {
        return name -> {
            maintenance.check();
            var now = configuration.now();
            return guards.guarded(now.partner(name), doors.partner(now, name));
        };
    }

    @Bean
    RecipientDoors recipientDoors(RunningConfiguration configuration, ConfiguredDoors doors, Maintenance maintenance) {
        return name -> {
            maintenance.check();
            return doors.recipient(configuration.now(), name);
        };
    }

    @Bean
    DoorWatch doorWatch(InstantSource clock) {
        return new DoorWatch(clock);
    }

    @Bean
    DoorFaults doorFaults(PartnerDoors partners, RecipientDoors recipients, DoorWatch watch, PartnerGuards guards) {
        return new DoorFaults(partners, recipients, watch, guards::rests);
    }
}
