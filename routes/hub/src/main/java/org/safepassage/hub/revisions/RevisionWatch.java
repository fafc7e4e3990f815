package org.safepassage.hub.revisions;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks every few seconds whether another hub on the same ledger has applied a configuration, so that all
/// hubs work by the same.
public final class RevisionWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RevisionWatch.class);
    private static final long SECONDS = 5;

    private final ConfigChanges changes;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("revisions").daemon().factory());

    /// @param changes takes a state over
    public RevisionWatch(ConfigChanges changes) {
        this.changes = changes;
    }

    /// Looks from now on.
    public void start() {
        var _ = looking.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            changes.follow();
        } catch (UnsoundConfiguration unsound) {
            LOG.error(
                    "this hub cannot work by what another has applied, and keeps the one before: {}",
                    unsound.getMessage());
        } catch (IOException | RuntimeException failed) {
            LOG.warn(
                    "what another hub has applied could not be taken over: {}",
                    failed.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
