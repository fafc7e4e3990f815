package org.safepassage.hub.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.safepassage.connectors.Item;
import org.safepassage.evidence.custody.CustodyLog;
import org.safepassage.evidence.vault.KeyRing;
import org.safepassage.schemas.CaseFileVersion;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The whole ledger over one database, as the hub wires it.
final class Ledger {
    final TransactionTemplate transaction;
    final Holds holds;
    final States states;
    final Restarts restarts;
    final Versions versions;
    final Supplements supplements;
    final Rereadings rereadings;
    final CaseFiles caseFiles;
    final Arrivals arrivals;
    final Lessons lessons;
    final CustodyLog custody;
    final StepBook book;
    final Reconciliation reconciliation;
    final DataSource database;

    Ledger(DataSource database, Path keys) {
        this.database = database;
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .javaMigrations(new CustodyTables.V2__Custody())
                .load()
                .migrate();
        var keyRing = KeyRing.create(keys.resolve("keyring.json"), Optional.empty());
        var clock = InstantSource.system();
        var seal = new ColumnSeal(keyRing);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        holds = new Holds(database, seal, clock);
        states = new States(database, holds, clock);
        restarts = new Restarts(database, states, clock);
        supplements = new Supplements(database, clock);
        rereadings = new Rereadings(database, states, clock);
        versions = new Versions(database, states, holds, supplements);
        caseFiles = new CaseFiles(database, seal, clock);
        arrivals = new Arrivals(database, seal, new ObjectMapper(), clock);
        lessons = new Lessons(database, seal, new ObjectMapper(), states, clock);
        custody = new CustodyLog(database, clock, keyRing);
        book = new StepBook(database, transaction, custody, states, clock);
        reconciliation = new Reconciliation(database);
    }

    /// A new version of a case, on its way in these exchanges.
    CaseFileVersion arrived(String caseNumber, String content, String... exchanges) {
        return java.util.Objects.requireNonNull(transaction.execute(tx -> {
            var admission = caseFiles.admit(
                    "office",
                    caseNumber,
                    "record",
                    List.of(new CaseFiles.SealedItem("record.json", Item.Part.RECORD, content, 1)));
            if (admission.isNew()) versions.open(admission.version(), List.of(exchanges));
            return admission.version();
        }));
    }
}
