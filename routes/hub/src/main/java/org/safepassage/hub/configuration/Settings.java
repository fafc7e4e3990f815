package org.safepassage.hub.configuration;

import java.nio.file.Path;
import java.util.Optional;
import org.safepassage.redact.renditions.video.VideoSettings;

/// The hub's own settings, `config/application.yaml`. Every part has a default, so the file may be empty.
///
/// @param listen where console, API and broker listen
/// @param extraction limits of the extractor
/// @param redaction what finds identities besides what comes along
/// @param videos limits of films
/// @param retries how often and how long a failing step is tried again
/// @param disk when pulling pauses
/// @param database where the ledger is kept
/// @param schedules whether schedules fire
public record Settings(
        Listen listen,
        Extraction extraction,
        Redaction redaction,
        Videos videos,
        Retries retries,
        Disk disk,
        Database database,
        boolean schedules) {

    /// These settings with the operator's own models named by whole paths.
    Settings below(Path folder) {
        var models = new Redaction(
                redaction.classifier().map(path -> folder.resolve(path).toString()),
                redaction.classifierThreads(),
                redaction.faceModel().map(path -> folder.resolve(path).toString()));
        return new Settings(listen, extraction, models, videos, retries, disk, database, schedules);
    }

    /// Ports on the loopback address unless `address` says otherwise; 0 takes a free one.
    ///
    /// @param address interface for console and API
    /// @param port console and API
    /// @param amqpPort AMQP 1.0 for recipients that take their queue themselves; -1 opens none
    /// @param amqpAddress interface for AMQP
    public record Listen(String address, int port, String amqpAddress, int amqpPort) {}

    /// Limits of the extractor, for one document.
    ///
    /// @param workers extractor processes at work at once
    /// @param cpuSeconds CPU time after which a document ends as `timeout`
    /// @param heapMegabytes heap of one extractor process
    /// @param ocr whether pages without text are recognised when Tesseract is there
    public record Extraction(int workers, int cpuSeconds, int heapMegabytes, boolean ocr) {}

    /// An operator's own models beside those that come along.
    ///
    /// @param classifier its folder, from the configuration folder on; absent means none
    /// @param classifierThreads threads that it may keep busy
    /// @param faceModel file of a YuNet, from the configuration folder on; absent means none
    public record Redaction(Optional<String> classifier, int classifierThreads, Optional<String> faceModel) {}

    /// What is too much of a film, and what one may cost.
    ///
    /// @param limits of length, size, steps and time
    /// @param heapMegabytes heap of the process that looks at films
    /// @param memoryMegabytes all the memory that the system grants it
    public record Videos(VideoSettings limits, int heapMegabytes, int memoryMegabytes) {
        /// Those that hold where nothing else is said.
        public static Videos defaults() {
            return new Videos(VideoSettings.defaults(), 1024, 8192);
        }
    }

    /// Back-off of a failing step; delays double from the first to the longest.
    ///
    /// @param attempts tries before the case file is held `unexpected`
    /// @param firstDelayMillis before the second try
    /// @param longestDelayMillis never longer than this
    public record Retries(int attempts, long firstDelayMillis, long longestDelayMillis) {}

    /// @param pauseBelowFreeShare pulling pauses below this share of free space, 0 to 1
    public record Disk(double pauseBelowFreeShare) {}

    /// @param url JDBC address; absent means the embedded database in the data folder
    /// @param user its user
    /// @param password its password
    public record Database(Optional<String> url, String user, String password) {
        @Override
        public String toString() {
            return "Database[…]";
        }
    }
}
