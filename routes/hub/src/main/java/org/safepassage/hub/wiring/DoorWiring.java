package org.safepassage.hub.wiring;

import java.io.IOException;
import java.time.InstantSource;
import org.safepassage.connectors.Doors;
import org.safepassage.hub.configuration.RunningConfiguration;
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
    PartnerDoors partnerDoors(RunningConfiguration configuration, SecretReferences secrets) {
        return name -> {
            var partner = configuration.now().partner(name);
            return Doors.openPartner(partner.connector(), secrets.resolve(partner.parameters()));
        };
    }

    @Bean
    RecipientDoors recipientDoors(RunningConfiguration configuration, SecretReferences secrets) {
        return name -> {
            var delivery = configuration
                    .now()
                    .recipient(name)
                    .delivery()
                    .orElseThrow(() -> new IOException("recipient " + name + " takes its queue itself"));
            return Doors.openRecipient(delivery.connector(), secrets.resolve(delivery.parameters()));
        };
    }

    @Bean
    DoorWatch doorWatch(InstantSource clock) {
        return new DoorWatch(clock);
    }

    @Bean
    DoorFaults doorFaults(PartnerDoors partners, RecipientDoors recipients, DoorWatch watch) {
        return new DoorFaults(partners, recipients, watch);
    }
}
