package org.safepassage.hub.doors;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells what ends soon: once an hour as the metric `safepassage_expiry_days`, and in the log from thirty days on.
public final class ExpiryWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExpiryWatch.class);
    private static final long SOON = 30;

    private final Expiries expiries;
    private final InstantSource clock;
    private final MultiGauge gauge;
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("expiries").daemon().factory());

    /// @param expiries to be told
    /// @param meters where the metric goes
    /// @param clock counts the days
    public ExpiryWatch(Expiries expiries, MeterRegistry meters, InstantSource clock) {
        this.expiries = expiries;
        this.clock = clock;
        this.gauge = MultiGauge.builder("safepassage.expiry.days")
                .description("Whole days until a key, certificate or secret ends")
                .register(meters);
    }

    /// Tells now and every hour.
    public void start() {
        var _ = hourly.scheduleWithFixedDelay(this::tell, 0, 1, TimeUnit.HOURS);
    }

    /// Tells once.
    void tell() {
        try {
            var now = clock.instant();
            var all = expiries.all();
            gauge.register(
                    all.stream()
                            .map(expiry -> MultiGauge.Row.of(Tags.of("what", expiry.what()), expiry.daysLeft(now)))
                            .toList(),
                    true);
            all.stream()
                    .filter(expiry -> expiry.daysLeft(now) <= SOON)
                    .forEach(expiry -> LOG.warn("{} ends in {} day(s)", expiry.what(), expiry.daysLeft(now)));
        } catch (IOException | RuntimeException failed) {
            LOG.warn(
                    "what ends soon could not be looked up: {}",
                    failed.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        hourly.shutdownNow();
    }
}
