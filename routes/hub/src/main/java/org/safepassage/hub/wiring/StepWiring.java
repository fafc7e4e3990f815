package org.safepassage.hub.wiring;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.safepassage.evidence.vault.KeyRing;
import org.safepassage.extract.ExtractorPool;
import org.safepassage.extract.records.RecordReader;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.ledger.CaseFiles;
import org.safepassage.hub.ledger.Consignments;
import org.safepassage.hub.ledger.Custody;
import org.safepassage.hub.ledger.Holds;
import org.safepassage.hub.ledger.Lessons;
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
import org.safepassage.hub.pipeline.steps.FilmReadBack;
import org.safepassage.hub.pipeline.steps.MentionSearch;
import org.safepassage.hub.pipeline.steps.Normalise;
import org.safepassage.hub.pipeline.steps.Outbox;
import org.safepassage.hub.pipeline.steps.PictureSearch;
import org.safepassage.hub.pipeline.steps.PixelSearch;
import org.safepassage.hub.pipeline.steps.Redact;
import org.safepassage.hub.pipeline.steps.Review;
import org.safepassage.hub.pipeline.steps.ScanSearch;
import org.safepassage.hub.pipeline.steps.VideoSearch;
import org.safepassage.redact.Detector;
import org.safepassage.redact.check.ExitCheck;
import org.safepassage.redact.renditions.pages.ScanReader;
import org.safepassage.redact.renditions.pictures.PictureRedactor;
import org.safepassage.redact.renditions.video.VideoRedactor;
import org.safepassage.release.consignments.SigningKey;
import org.safepassage.release.decisions.Decider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionTemplate;

/// The steps that work on case files, each given what it needs of the rooms.
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class StepWiring {
    @Bean
    CaseTexts caseTexts(CaseFiles caseFiles, Rereadings rereadings, WorkingCopies copies) {
        return new CaseTexts(caseFiles, rereadings, copies);
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
            StepBook book,
            CaseFiles caseFiles,
            Vaults vaults,
            WorkingCopies copies,
            RunningConfiguration configuration) {
        return new Normalise(book, caseFiles, vaults.originals(), copies, configuration, new RecordReader());
    }

    @Bean
    Detect detect(
            StepBook book,
            WorkingCopies copies,
            CaseTexts texts,
            States states,
            Rereadings rereadings,
            Supplements supplements,
            MentionSearch search,
            PixelSearch pixelSearch) {
        return new Detect(book, copies, texts, states, rereadings, supplements, search, pixelSearch);
    }

    @Bean
    MentionSearch mentionSearch(Detector detector, Lessons lessons) {
        return new MentionSearch(detector, lessons);
    }

    @Bean
    PixelSearch pixelSearch(PictureSearch pictures, ScanSearch scans, VideoSearch videos, Holds holds) {
        return new PixelSearch(pictures, scans, videos, holds);
    }

    @Bean
    ScanSearch.Scanning scanning(ScanReader scanReader) {
        return scanReader::read;
    }

    @Bean
    ScanSearch scanSearch(CaseFiles caseFiles, Vaults vaults, WorkingCopies copies, ScanSearch.Scanning scanning) {
        return new ScanSearch(caseFiles, vaults.originals(), copies, scanning);
    }

    @Bean
    PictureSearch.Redacting redacting(PictureRedactor pictureRedactor) {
        return pictureRedactor::redact;
    }

    @Bean
    PictureSearch pictureSearch(
            CaseFiles caseFiles, Vaults vaults, WorkingCopies copies, PictureSearch.Redacting redacting) {
        return new PictureSearch(caseFiles, vaults.originals(), copies, redacting);
    }

    @Bean
    VideoSearch.Redacting videoRedacting(@Qualifier("videoRedactor") VideoRedactor videoRedactor) {
        return videoRedactor::redact;
    }

    @Bean
    VideoSearch.Voicing voicing(@Qualifier("videoRedactor") VideoRedactor videoRedactor) {
        return (original, rendition, voice, taking) ->
                videoRedactor.withSound(original, rendition, voice, List.of(), taking);
    }

    @Bean
    VideoSearch videoSearch(
            CaseFiles caseFiles,
            Vaults vaults,
            WorkingCopies copies,
            VideoSearch.Redacting videoRedacting,
            VideoSearch.Voicing voicing) {
        return new VideoSearch(caseFiles, vaults.originals(), copies, videoRedacting, voicing);
    }

    @Bean
    Decide decide(StepBook book, WorkingCopies copies, RunningConfiguration configuration, InstantSource clock) {
        return new Decide(book, copies, configuration, new Decider(ZoneId.of("Europe/Minsk")), clock);
    }

    @Bean
    Redact redact(
            StepBook book,
            WorkingCopies copies,
            CaseTexts texts,
            RunningConfiguration configuration,
            Allowances allowances,
            Rereadings rereadings,
            KeyRing keys,
            MentionSearch search,
            VideoSearch videos) {
        return new Redact(book, copies, texts, configuration, allowances, rereadings, keys, search, videos);
    }

    @Bean
    Bags bags(StepBook book, WorkingCopies copies, RunningConfiguration configuration, KeyRing keys) {
        return new Bags(book, copies, configuration, keys);
    }

    @Bean
    Check check(
            StepBook book,
            WorkingCopies copies,
            CaseTexts texts,
            Bags bags,
            RunningConfiguration configuration,
            Allowances allowances,
            Rereadings rereadings,
            Lessons lessons,
            @Qualifier("readBack") ExtractorPool readBack,
            @Qualifier("readBackVideos") VideoRedactor readBackVideos) {
        return new Check(
                book,
                copies,
                texts,
                bags,
                configuration,
                allowances,
                rereadings,
                lessons,
                new ExitCheck(new FilmReadBack(readBack::extract, readBackVideos::stills)));
    }

    @Bean
    Review review(StepBook book, RunningConfiguration configuration) {
        return new Review(book, configuration);
    }

    @Bean
    Consign consign(
            StepBook book,
            Bags bags,
            RunningConfiguration configuration,
            Consignments consignments,
            Custody custody,
            Outbox outbox,
            SigningKey signer,
            InstantSource clock) {
        return new Consign(book, bags, configuration, consignments, custody, outbox, signer, clock);
    }
}
