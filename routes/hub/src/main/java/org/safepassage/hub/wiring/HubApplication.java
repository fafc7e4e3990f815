package org.safepassage.hub.wiring;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jms.JmsAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Import;

/// The running hub: everything that the wirings put together.
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = {JmsAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@Import({
    LedgerWiring.class,
    ConfigurationWiring.class,
    RoomWiring.class,
    StepWiring.class,
    BrokerWiring.class,
    DoorWiring.class,
    PipelineWiring.class,
    WebWiring.class,
    ConsoleWiring.class
})
public class HubApplication {}
