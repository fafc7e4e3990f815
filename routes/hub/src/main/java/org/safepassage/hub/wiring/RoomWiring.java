package org.safepassage.hub.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.safepassage.evidence.vault.KeyRing;
import org.safepassage.extract.ExtractorPool;
import org.safepassage.extract.ExtractorSettings;
import org.safepassage.extract.records.Mapping;
import org.safepassage.extract.records.RecordReader;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.configuration.PartnerFile;
import org.safepassage.hub.ledger.CaseFiles;
import org.safepassage.hub.ledger.ColumnSeal;
import org.safepassage.hub.ledger.Consignments;
import org.safepassage.hub.ledger.Custody;
import org.safepassage.hub.ledger.Holds;
import org.safepassage.hub.ledger.RecipientCodes;
import org.safepassage.hub.ledger.Rereadings;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.ledger.Supplements;
import org.safepassage.hub.ledger.WorkingCopies;
import org.safepassage.hub.pipeline.steps.Allowances;
import org.safepassage.hub.pipeline.steps.Bags;
import org.safepassage.hub.pipeline.steps.CaseTexts;
import org.safepassage.hub.pipeline.steps.Check;
import org.safepassage.hub.pipeline.steps.Consign;
import org.safepassage.hub.pipeline.steps.Decide;
import org.safepassage.hub.pipeline.steps.Detect;
import org.safepassage.hub.pipeline.steps.Extract;
import org.safepassage.hub.pipeline.steps.Normalise;
import org.safepassage.hub.pipeline.steps.Outbox;
import org.safepassage.hub.pipeline.steps.Redact;
import org.safepassage.hub.pipeline.steps.Review;
import org.safepassage.redact.Detector;
import org.safepassage.redact.check.ExitCheck;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.policies.PolicyInvalid;
import org.safepassage.release.agreements.Agreements;
import org.safepassage.release.agreements.InvalidAgreementsException;
import org.safepassage.release.consignments.SigningKey;
import org.safepassage.release.consignments.UnusableKeyException;
import org.safepassage.release.decisions.Decider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionTemplate;

/// The rooms, each given what it needs of the others.
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class RoomWiring {
    @Bean
    Vaults vaults(HubFolders folders, KeyRing keys) throws IOException {
        return Vaults.open(folders.data(), keys);
    }

    @Bean
    WorkingCopies workingCopies(Vaults vaults, com.fasterxml.jackson.databind.ObjectMapper json) {
        return new WorkingCopies(vaults.working(), json);
    }

    /// Reads what is about to leave; shares no process with the extractor that read what came in.
    @Bean(destroyMethod = "close")
    ExtractorPool readBack(HubFolders folders, Configuration configuration) throws IOException {
        return new ExtractorPool(extractorSettings(folders.data().resolve("tmp").resolve("read-back"), configuration)
                .withWorkers(1));
    }

    @Bean(destroyMethod = "close")
    ExtractorPool extractor(HubFolders folders, Configuration configuration) throws IOException {
        return new ExtractorPool(extractorSettings(folders.data().resolve("tmp").resolve("extract"), configuration));
    }

    private static ExtractorSettings extractorSettings(Path temp, Configuration configuration) throws IOException {
        var settings = configuration.settings().extraction();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String jars = Optional.ofNullable(System.getProperty("safepassage.extractor.lib"))
                .map(lib -> lib + "/*")
                .orElse(System.getProperty("java.class.path"));
        var defaults = ExtractorSettings.defaults(java, jars, Files.createDirectories(temp));
        return Optional.ofNullable(System.getProperty("safepassage.extractor.aot"))
                .map(cache -> defaults.withAotCache(Path.of(cache)))
                .orElse(defaults)
                .withOcr(defaults.ocr().withOn(settings.ocr()))
                .withWorkers(settings.workers())
                .withHeapMiB(settings.heapMegabytes())
                .withCpuTime(Duration.ofSeconds(settings.cpuSeconds()));
    }

    @Bean
    Agreements agreements(Configuration configuration) throws IOException, InvalidAgreementsException {
        return Agreements.load(configuration.folder().resolve("agreements"));
    }

    @Bean
    SigningKey signingKey(HubFolders folders) throws IOException, UnusableKeyException {
        return SigningKey.open(folders.signingKey(), Optional.empty());
    }

    @Bean
    CaseTexts caseTexts(CaseFiles caseFiles, Rereadings rereadings, WorkingCopies copies) {
        return new CaseTexts(caseFiles, rereadings, copies);
    }

    @Bean
    Extract.Reading reading(@Qualifier("extractor") ExtractorPool extractor) {
        return extractor::extract;
    }

    @Bean
    Extract extract(
            StepBook book,
            CaseFiles caseFiles,
            Rereadings rereadings,
            Holds holds,
            TransactionTemplate transaction,
            Vaults vaults,
            WorkingCopies copies,
            Extract.Reading reading) {
        return new Extract(book, caseFiles, rereadings, holds, transaction, vaults.originals(), copies, reading);
    }

    @Bean
    Normalise normalise(
            StepBook book, CaseFiles caseFiles, Vaults vaults, WorkingCopies copies, Configuration configuration)
            throws IOException {
        var mappings = new HashMap<String, Mapping>();
        for (PartnerFile partner : configuration.partners().values()) {
            mappings.put(partner.name(), Mapping.load(configuration.folder().resolve("mappings"), partner.mapping()));
        }
        return new Normalise(
                book,
                caseFiles,
                vaults.originals(),
                copies,
                partner -> Objects.requireNonNull(mappings.get(partner), "no mapping of " + partner),
                new RecordReader());
    }

    @Bean
    Detector detector() {
        return Detector.standard();
    }

    @Bean
    Detect detect(
            StepBook book,
            WorkingCopies copies,
            CaseTexts texts,
            States states,
            Rereadings rereadings,
            Supplements supplements,
            Detector detector) {
        return new Detect(book, copies, texts, states, rereadings, supplements, detector);
    }

    @Bean
    Decide decide(
            StepBook book,
            WorkingCopies copies,
            Configuration configuration,
            Agreements agreements,
            InstantSource clock) {
        return new Decide(book, copies, configuration, agreements, new Decider(ZoneId.of("Europe/Minsk")), clock);
    }

    @Bean
    Allowances allowances(Configuration configuration, DataSource database, ColumnSeal seal)
            throws IOException, PolicyInvalid {
        return new Allowances(
                Policies.load(configuration.folder().resolve("policies")),
                recipient -> new RecipientCodes(database, seal, recipient));
    }

    @Bean
    Redact redact(
            StepBook book,
            WorkingCopies copies,
            CaseTexts texts,
            Configuration configuration,
            Allowances allowances,
            Rereadings rereadings,
            KeyRing keys,
            Detector detector) {
        return new Redact(book, copies, texts, configuration, allowances, rereadings, keys, detector);
    }

    @Bean
    Bags bags(StepBook book, WorkingCopies copies, Configuration configuration, KeyRing keys) {
        return new Bags(book, copies, configuration, keys);
    }

    @Bean
    Check check(
            StepBook book,
            WorkingCopies copies,
            CaseTexts texts,
            Bags bags,
            Configuration configuration,
            Allowances allowances,
            Rereadings rereadings,
            @Qualifier("readBack") ExtractorPool readBack) {
        return new Check(
                book, copies, texts, bags, configuration, allowances, rereadings, new ExitCheck(readBack::extract));
    }

    @Bean
    Review review(StepBook book, Configuration configuration, Agreements agreements) {
        return new Review(book, configuration, agreements);
    }

    @Bean
    Consign consign(
            StepBook book,
            Bags bags,
            Configuration configuration,
            Consignments consignments,
            Custody custody,
            Outbox outbox,
            SigningKey signer,
            InstantSource clock) {
        return new Consign(book, bags, configuration, consignments, custody, outbox, signer, clock);
    }
}
