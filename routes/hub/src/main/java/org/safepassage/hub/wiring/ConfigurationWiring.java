package org.safepassage.hub.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.safepassage.hub.api.ConfigurationApi;
import org.safepassage.hub.configuration.AppliedState;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.configuration.Settings;
import org.safepassage.hub.ledger.ColumnSeal;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.pipeline.RouteInstances;
import org.safepassage.hub.revisions.ConfigBook;
import org.safepassage.hub.revisions.ConfigChanges;
import org.safepassage.hub.revisions.RevisionWatch;
import org.safepassage.hub.revisions.Revisions;
import org.safepassage.hub.revisions.Takeover;
import org.safepassage.hub.schedules.Schedules;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionTemplate;

/// Which configuration runs, and how another one takes its place.
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ConfigurationWiring {
    @Bean
    Revisions revisions(DataSource database, ColumnSeal seal, ObjectMapper json, InstantSource clock) {
        return new Revisions(database, seal, json, clock);
    }

    @Bean
    ConfigBook configBook(
            HubFolders folders, Settings settings, Revisions revisions, ObjectProvider<ConfigStart> start) {
        return new ConfigBook(
                folders.config(),
                folders.configCopies(),
                settings,
                start.getIfAvailable(ConfigStart::usual).environment(),
                folders.secretReferences(),
                revisions);
    }

    @Bean
    @DependsOnDatabaseInitialization
    RunningConfiguration runningConfiguration(ConfigBook book, ObjectProvider<ConfigStart> given) throws IOException {
        ConfigStart start = given.getIfAvailable(ConfigStart::usual);
        var running = new RunningConfiguration(book.open(start.who(), start.apply()));
        int differing = book.written().since(book.applied()).size();
        if (differing > 0) {
            LoggerFactory.getLogger(ConfigurationWiring.class)
                    .warn(
                            "{} file(s) in the configuration folder differ from what runs: see 'hub config diff', then"
                                    + " 'hub config apply'",
                            differing);
        }
        return running;
    }

    /// Queues and users first, so that no route meets a queue that is not there.
    @Bean
    Takeover takeover(Broker broker, RunningConfiguration running, CamelContext camel, Schedules schedules) {
        return (AppliedState before, AppliedState after) -> {
            broker.take(before.configuration(), after.configuration());
            running.replace(after);
            new RouteInstances(camel).take(before.configuration(), after.configuration());
            schedules.apply(after.configuration());
        };
    }

    @Bean
    ConfigChanges configChanges(
            ConfigBook book,
            Revisions revisions,
            RunningConfiguration running,
            States states,
            Takeover takeover,
            TransactionTemplate transaction) {
        return new ConfigChanges(book, revisions, running, states, takeover, transaction);
    }

    @Bean(destroyMethod = "close")
    RevisionWatch revisionWatch(ConfigChanges changes) {
        return new RevisionWatch(changes);
    }

    @Bean
    ConfigurationApi configurationApi(ConfigChanges changes, Revisions revisions) {
        return new ConfigurationApi(changes, revisions);
    }
}
