package org.safepassage.hub.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.safepassage.evidence.custody.CustodyLog;
import org.safepassage.evidence.vault.KeyRing;
import org.safepassage.hub.configuration.Settings;
import org.safepassage.hub.ledger.Arrivals;
import org.safepassage.hub.ledger.CaseFileList;
import org.safepassage.hub.ledger.CaseFiles;
import org.safepassage.hub.ledger.ColumnSeal;
import org.safepassage.hub.ledger.Consignments;
import org.safepassage.hub.ledger.Custody;
import org.safepassage.hub.ledger.CustodyTables;
import org.safepassage.hub.ledger.Holds;
import org.safepassage.hub.ledger.Lessons;
import org.safepassage.hub.ledger.PartnerRuns;
import org.safepassage.hub.ledger.Reconciliation;
import org.safepassage.hub.ledger.Rereadings;
import org.safepassage.hub.ledger.Restarts;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.ledger.Supplements;
import org.safepassage.hub.ledger.Versions;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The database and what is remembered in it.
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class LedgerWiring {
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    /// H2 loses committed transactions when killed unless WRITE_DELAY is 0. Unless it may not reuse results, it
    /// answers a query that is asked again from before another's commit: of two redeliveries at once the second
    /// found no entry, wrote it, and failed. A thread that is interrupted while it writes, as Quartz's are when
    /// it is shut down, would close the file for everybody: H2's retrying file system opens it again.
    @Bean(destroyMethod = "close")
    HikariDataSource database(HubFolders folders, Settings hubSettings) {
        var settings = hubSettings.database();
        var pool = new LedgerPool(settings.url().isEmpty());
        pool.setJdbcUrl(settings.url()
                .orElseGet(() ->
                        "jdbc:h2:retry:" + folders.data().resolve("ledger").toAbsolutePath()
                                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000"
                                + ";OPTIMIZE_REUSE_RESULTS=FALSE"));
        pool.setUsername(settings.url().isPresent() ? settings.user() : "sa");
        pool.setPassword(settings.url().isPresent() ? settings.password() : "");
        pool.setMaximumPoolSize(16);
        pool.setPoolName("ledger");
        return pool;
    }

    @Bean
    TransactionTemplate transaction(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    @Bean
    ColumnSeal columnSeal(KeyRing keys) {
        return new ColumnSeal(keys);
    }

    @Bean
    Holds holds(DataSource database, ColumnSeal seal, InstantSource clock) {
        return new Holds(database, seal, clock);
    }

    @Bean
    States states(DataSource database, Holds holds, InstantSource clock) {
        return new States(database, holds, clock);
    }

    @Bean
    Restarts restarts(DataSource database, States states, InstantSource clock) {
        return new Restarts(database, states, clock);
    }

    @Bean
    Supplements supplements(DataSource database, InstantSource clock) {
        return new Supplements(database, clock);
    }

    @Bean
    Rereadings rereadings(DataSource database, States states, InstantSource clock) {
        return new Rereadings(database, states, clock);
    }

    @Bean
    Versions versions(DataSource database, States states, Holds holds, Supplements supplements) {
        return new Versions(database, states, holds, supplements);
    }

    @Bean
    Arrivals arrivals(DataSource database, ColumnSeal seal, ObjectMapper json, InstantSource clock) {
        return new Arrivals(database, seal, json, clock);
    }

    @Bean
    CaseFiles caseFiles(DataSource database, ColumnSeal seal, InstantSource clock) {
        return new CaseFiles(database, seal, clock);
    }

    @Bean
    Lessons lessons(DataSource database, ColumnSeal seal, ObjectMapper json, States states, InstantSource clock) {
        return new Lessons(database, seal, json, states, clock);
    }

    @Bean
    PartnerRuns partnerRuns(DataSource database, ColumnSeal seal, InstantSource clock) {
        return new PartnerRuns(database, seal, clock);
    }

    @Bean
    Consignments consignments(DataSource database, InstantSource clock) {
        return new Consignments(database, clock);
    }

    @Bean
    CustodyLog custodyLog(DataSource database, InstantSource clock, KeyRing keys) {
        return new CustodyLog(database, clock, keys);
    }

    @Bean
    CustodyTables.V2__Custody custodyTables() {
        return new CustodyTables.V2__Custody();
    }

    @Bean
    Custody custody(CustodyLog log, StepBook book, TransactionTemplate transaction, InstantSource clock) {
        return new Custody(log, book, transaction, clock);
    }

    @Bean
    Reconciliation reconciliation(DataSource database) {
        return new Reconciliation(database);
    }

    @Bean
    CaseFileList caseFileList(DataSource database, CaseFiles caseFiles) {
        return new CaseFileList(database, caseFiles);
    }

    @Bean
    StepBook stepBook(
            DataSource database,
            TransactionTemplate transaction,
            CustodyLog custody,
            States states,
            InstantSource clock) {
        return new StepBook(database, transaction, custody, states, clock);
    }

    /// Forces what the embedded database has committed to the disk, against power loss; PostgreSQL does so itself.
    @Bean
    DatabaseToDisk databaseToDisk(DataSource database, Settings settings) {
        boolean embedded = settings.database().url().isEmpty();
        return () -> {
            if (!embedded) return;
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            } catch (SQLException failed) {
                throw new IllegalStateException("the ledger could not be forced to the disk", failed);
            }
        };
    }

    /// Forces the ledger to the disk.
    @FunctionalInterface
    interface DatabaseToDisk extends Runnable {}
}
