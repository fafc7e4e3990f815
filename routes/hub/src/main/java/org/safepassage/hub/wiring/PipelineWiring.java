package org.safepassage.hub.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.quartz.SchedulerException;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.configuration.Settings;
import org.safepassage.hub.doors.Maintenance;
import org.safepassage.hub.ledger.Arrivals;
import org.safepassage.hub.ledger.CaseFiles;
import org.safepassage.hub.ledger.ColumnSeal;
import org.safepassage.hub.ledger.Consignments;
import org.safepassage.hub.ledger.Holds;
import org.safepassage.hub.ledger.NotYet;
import org.safepassage.hub.ledger.PartnerRuns;
import org.safepassage.hub.ledger.Rereadings;
import org.safepassage.hub.ledger.Restarts;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.ledger.Supplements;
import org.safepassage.hub.ledger.Versions;
import org.safepassage.hub.pipeline.ArrivalRoutes;
import org.safepassage.hub.pipeline.BackFill;
import org.safepassage.hub.pipeline.CaseFileRoutes;
import org.safepassage.hub.pipeline.DeliveryRoutes;
import org.safepassage.hub.pipeline.ReleaseRoutes;
import org.safepassage.hub.pipeline.Retry;
import org.safepassage.hub.pipeline.RouteInstances;
import org.safepassage.hub.pipeline.TroubleRoutes;
import org.safepassage.hub.pipeline.Troubles;
import org.safepassage.hub.pipeline.steps.Backlog;
import org.safepassage.hub.pipeline.steps.Check;
import org.safepassage.hub.pipeline.steps.Consign;
import org.safepassage.hub.pipeline.steps.Decide;
import org.safepassage.hub.pipeline.steps.Deliver;
import org.safepassage.hub.pipeline.steps.Detect;
import org.safepassage.hub.pipeline.steps.DoorFaults;
import org.safepassage.hub.pipeline.steps.DoorWatch;
import org.safepassage.hub.pipeline.steps.Extract;
import org.safepassage.hub.pipeline.steps.FetchReceipts;
import org.safepassage.hub.pipeline.steps.HandOver;
import org.safepassage.hub.pipeline.steps.Normalise;
import org.safepassage.hub.pipeline.steps.Outbox;
import org.safepassage.hub.pipeline.steps.PartnerDoors;
import org.safepassage.hub.pipeline.steps.Pull;
import org.safepassage.hub.pipeline.steps.RecipientDoors;
import org.safepassage.hub.pipeline.steps.Redact;
import org.safepassage.hub.pipeline.steps.Review;
import org.safepassage.hub.pipeline.steps.Room;
import org.safepassage.hub.pipeline.steps.Seal;
import org.safepassage.hub.pipeline.steps.TakeReceipt;
import org.safepassage.hub.revisions.RevisionWatch;
import org.safepassage.hub.schedules.LastSuccesses;
import org.safepassage.hub.schedules.Pauses;
import org.safepassage.hub.schedules.RouteBoard;
import org.safepassage.hub.schedules.Runs;
import org.safepassage.hub.schedules.Schedules;
import org.safepassage.release.receipts.ReceiptReader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionTemplate;

/// The routes, and what starts and shows them.
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class PipelineWiring {
    @Bean
    Room room(HubFolders folders, Settings settings) {
        return new Room(Room.Disk.of(folders.data()), settings.disk().pauseBelowFreeShare());
    }

    @Bean
    Outbox outbox(HubFolders folders) throws IOException {
        return new Outbox(folders.data().resolve("outbox"));
    }

    @Bean
    ArrivalRoutes arrivalRoutes(
            PartnerDoors doors,
            RunningConfiguration configuration,
            Vaults vaults,
            Arrivals arrivals,
            CaseFiles caseFiles,
            Versions versions,
            StepBook book,
            TransactionTemplate transaction,
            ObjectMapper json,
            InstantSource clock,
            PartnerRuns runs,
            Room room,
            LedgerWiring.DatabaseToDisk toDisk,
            Backlog backlog) {
        return new ArrivalRoutes(
                new Pull(doors, arrivals, runs, room, backlog),
                new Seal(
                        doors,
                        configuration,
                        vaults.originals(),
                        arrivals,
                        caseFiles,
                        versions,
                        book,
                        transaction,
                        json,
                        clock,
                        toDisk,
                        room));
    }

    @Bean
    CaseFileRoutes caseFileRoutes(Extract extract, Normalise normalise, Detect detect) {
        return new CaseFileRoutes(extract, normalise, detect);
    }

    @Bean
    ReleaseRoutes releaseRoutes(Decide decide, Redact redact, Check check, Review review, Consign consign) {
        return new ReleaseRoutes(decide, redact, check, review, consign);
    }

    @Bean
    DeliveryRoutes deliveryRoutes(
            StepBook book,
            Consignments consignments,
            Versions versions,
            Outbox outbox,
            ConnectionFactory broker,
            RecipientDoors doors,
            States states,
            Supplements supplements,
            TransactionTemplate transaction,
            DoorWatch watch,
            InstantSource clock,
            HubFolders folders)
            throws IOException {
        var spool = new Outbox(folders.data().resolve("outbox").resolve("hand-over"));
        return new DeliveryRoutes(
                new Deliver(book, consignments, versions, outbox, broker, transaction),
                new HandOver(doors, consignments, states, transaction, spool),
                new FetchReceipts(doors, watch),
                watch,
                new TakeReceipt(
                        new ReceiptReader(), consignments, states, supplements, book, outbox, transaction, clock));
    }

    @Bean
    TroubleRoutes troubleRoutes(
            RunningConfiguration configuration,
            TransactionTemplate transaction,
            States states,
            Arrivals arrivals,
            PartnerRuns runs,
            ObjectMapper json,
            DoorWatch watch) {
        return new TroubleRoutes(new Troubles(configuration, transaction, states, arrivals, runs, json), watch);
    }

    @Bean
    Runs runs(RunningConfiguration configuration, ProducerTemplate messages, Backlog backlog) {
        return new Runs(configuration, messages, backlog);
    }

    @Bean
    Pauses pauses(DataSource database, ColumnSeal seal, InstantSource clock) {
        return new Pauses(database, seal, clock);
    }

    @Bean(destroyMethod = "close")
    Schedules schedules(
            DataSource database, RunningConfiguration configuration, Pauses pauses, Runs runs, InstantSource clock)
            throws SchedulerException {
        return new Schedules(database, configuration, pauses, runs, clock);
    }

    @Bean
    BackFill backFill(
            RunningConfiguration configuration,
            DataSource database,
            States states,
            StepBook book,
            TransactionTemplate transaction,
            ProducerTemplate messages) {
        return new BackFill(configuration, new NotYet(database), states, book, transaction, messages);
    }

    @Bean
    LastSuccesses lastSuccesses(InstantSource clock) {
        return new LastSuccesses(clock);
    }

    @Bean
    RouteBoard routeBoard(
            CamelContext camel,
            LastSuccesses successes,
            RunningConfiguration configuration,
            PartnerRuns runs,
            Backlog backlog,
            DoorFaults faults,
            Schedules schedules) {
        return new RouteBoard(camel, successes, configuration, runs, backlog, faults, schedules);
    }

    @Bean
    Retry retry(
            Holds holds,
            States states,
            Restarts restarts,
            Arrivals arrivals,
            CaseFiles caseFiles,
            Rereadings rereadings,
            StepBook book,
            TransactionTemplate transaction,
            ProducerTemplate messages) {
        return new Retry(holds, states, restarts, arrivals, caseFiles, rereadings, book, transaction, messages);
    }

    /// One instance of each template a partner and recipient; schedules fire when they stand.
    @Bean
    CamelContextConfiguration routeInstances(
            RunningConfiguration configuration,
            Schedules schedules,
            Maintenance maintenance,
            ObjectProvider<RevisionWatch> revisions) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {}

            @Override
            public void afterApplicationStart(CamelContext camel) {
                maintenance.start();
                new RouteInstances(camel).apply(configuration.now());
                try {
                    schedules.start();
                    revisions.getObject().start();
                } catch (SchedulerException failed) {
                    throw new IllegalStateException("the schedules did not start", failed);
                }
            }
        };
    }
}
