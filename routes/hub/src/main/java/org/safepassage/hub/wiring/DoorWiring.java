package org.safepassage.hub.wiring;

import java.time.InstantSource;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.doors.ConfiguredDoors;
import org.safepassage.hub.doors.PartnerGuards;
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
    ConfiguredDoors configuredDoors(SecretReferences secrets) {
        return new ConfiguredDoors(secrets);
    }

    @Bean
    PartnerGuards partnerGuards() {
        return new PartnerGuards();
    }

    @Bean
    PartnerDoors partnerDoors(RunningConfiguration configuration, ConfiguredDoors doors, PartnerGuards guards) {
        return name -> {
            var now = configuration.now();
            return guards.guarded(now.partner(name), doors.partner(now, name));
        };
    }

    @Bean
    RecipientDoors recipientDoors(RunningConfiguration configuration, ConfiguredDoors doors) {
        return name -> doors.recipient(configuration.now(), name);
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
