package org.safepassage.hub.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.safepassage.evidence.vault.KeyRing;
import org.safepassage.extract.ExtractorPool;
import org.safepassage.extract.ExtractorSettings;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.configuration.Settings;
import org.safepassage.hub.ledger.ColumnSeal;
import org.safepassage.hub.ledger.RecipientCodes;
import org.safepassage.hub.ledger.WorkingCopies;
import org.safepassage.hub.pipeline.steps.Allowances;
import org.safepassage.hub.pipeline.steps.Extract;
import org.safepassage.redact.Detector;
import org.safepassage.redact.apart.Children;
import org.safepassage.redact.classifier.UnusableClassifier;
import org.safepassage.redact.renditions.pages.PrintReader;
import org.safepassage.redact.renditions.pages.ScanReader;
import org.safepassage.redact.renditions.pictures.PictureRedactor;
import org.safepassage.redact.renditions.pictures.PictureSettings;
import org.safepassage.redact.renditions.pictures.UnusableFaceModel;
import org.safepassage.redact.renditions.video.VideoRedactor;
import org.safepassage.release.consignments.SigningKey;
import org.safepassage.release.consignments.UnusableKeyException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;

/// What the rooms bring: vaults, extractors, recognisers, policies, agreements and the signing key.
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

    /// Reads what is about to leave, print in pictures too; shares no process with the extractor that read what came
    /// in.
    @Bean(destroyMethod = "close")
    ExtractorPool readBack(HubFolders folders, Settings hub) throws IOException {
        var settings = extractorSettings(folders.data().resolve("tmp").resolve("read-back"), hub);
        return new ExtractorPool(settings.withWorkers(1).withOcr(settings.ocr().withPhotographs(true)));
    }

    @Bean(destroyMethod = "close")
    ExtractorPool extractor(HubFolders folders, Settings hub) throws IOException {
        return new ExtractorPool(extractorSettings(folders.data().resolve("tmp").resolve("extract"), hub));
    }

    private static ExtractorSettings extractorSettings(Path temp, Settings hub) throws IOException {
        var settings = hub.extraction();
        var installed = InstalledExtractor.settings(Files.createDirectories(temp));
        return installed
                .withOcr(installed.ocr().withOn(settings.ocr()))
                .withWorkers(settings.workers())
                .withHeapMiB(settings.heapMegabytes())
                .withCpuTime(Duration.ofSeconds(settings.cpuSeconds()));
    }

    /// Tries the operator's face model out, so that one that cannot be used stops the start and not the first picture.
    @Bean
    PictureSettings pictureSettings(Settings hub) throws UnusableFaceModel {
        return InstalledPictures.settings(hub.redaction().faceModel().map(Path::of));
    }

    /// Decodes and searches pictures in a child, which starts with the first picture.
    @Bean(destroyMethod = "close")
    PictureRedactor pictureRedactor(HubFolders folders, PictureSettings settings) throws IOException {
        return InstalledPictures.redactor(folders.data().resolve("tmp").resolve("pictures"), settings);
    }

    /// Draws the pages of scans in children of their own, which start with the first scan.
    @Bean(destroyMethod = "close")
    Children scanChildren(HubFolders folders) throws IOException {
        return InstalledScans.children(folders.data().resolve("tmp").resolve("scans"));
    }

    @Bean
    ScanReader scanReader(Children scanChildren) {
        return new ScanReader(scanChildren, PrintReader.installed());
    }

    /// Decodes, searches and writes films in a child, which starts with the first film.
    @Bean(destroyMethod = "close")
    VideoRedactor videoRedactor(HubFolders folders, Settings hub, PictureSettings settings) throws IOException {
        return InstalledPictures.videoRedactor(folders.data().resolve("tmp").resolve("videos"), hub.videos(), settings);
    }

    /// Takes stills of films that are about to leave; shares no process with the one that made them.
    @Bean(destroyMethod = "close")
    VideoRedactor readBackVideos(HubFolders folders, Settings hub, PictureSettings settings) throws IOException {
        return InstalledPictures.videoRedactor(
                folders.data().resolve("tmp").resolve("read-back-videos"), hub.videos(), settings);
    }

    @Bean
    SigningKey signingKey(HubFolders folders) throws IOException, UnusableKeyException {
        return SigningKey.open(folders.signingKey(), Optional.empty());
    }

    @Bean
    Extract.Reading reading(@Qualifier("extractor") ExtractorPool extractor) {
        return extractor::extract;
    }

    @Bean(destroyMethod = "close")
    InstalledDetector installedDetector(HubFolders folders, Settings hub) throws UnusableClassifier {
        return InstalledDetector.open(
                hub.redaction().classifier().map(Path::of),
                folders.data().resolve("tmp").resolve("classifier"),
                hub.redaction().classifierThreads());
    }

    @Bean
    Detector detector(InstalledDetector installed) {
        return installed.detector();
    }

    @Bean
    Allowances allowances(RunningConfiguration configuration, DataSource database, ColumnSeal seal) {
        return new Allowances(configuration, recipient -> new RecipientCodes(database, seal, recipient));
    }
}
