package org.safepassage.hub.pipeline.steps;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.safepassage.connectors.DoorProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Remembers which recipients' doors cannot be looked at for receipts. Says so once when that begins and once when it
/// ends, and lets such a door rest, twice as long after each failure. Thread-safe.
public final class DoorWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DoorWatch.class);
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();

    /// @param failures in a row, 0 when the door can be used
    /// @param clean whether the present look has gone well so far
    private record Look(int failures, Instant last, boolean clean, String trouble) {}

    /// @param clock tells how long a door has rested
    public DoorWatch(InstantSource clock) {
        this.clock = clock;
    }

    /// Whether it is time to look again. A clock that was set back ends the rest.
    public boolean isDue(@Header("recipient") String recipient) {
        Look look = looks.getOrDefault(recipient, new Look(0, Instant.EPOCH, true, ""));
        Duration rested = Duration.between(look.last(), clock.instant());
        if (look.failures() > 0 && !rested.isNegative() && rested.compareTo(rest(look.failures())) < 0) return false;
        looks.put(recipient, new Look(look.failures(), look.last(), true, look.trouble()));
        return true;
    }

    /// The look ended; when nothing failed in it the door can be used again.
    public void ended(@Header("recipient") String recipient) {
        Look look = looks.get(recipient);
        if (look == null || !look.clean()) return;
        if (looks.remove(recipient, look) && look.failures() > 0)
            LOG.info("step=receipt recipient={} can be reached again", recipient);
    }

    /// Something failed in a look, seen by the route. Has a name of its own: of two methods of one name Camel would
    /// call the one that takes the message's text.
    public void lookFailed(Exchange exchange) {
        failed(
                exchange.getMessage().getHeader("recipient", "", String.class),
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, new IllegalStateException("unknown"), Exception.class));
    }

    /// Something failed in a look.
    public void failed(String recipient, Exception why) {
        String told = told(why);
        looks.compute(recipient, (name, look) -> {
            if (look != null && look.failures() > 0 && !look.clean()) return look;
            int failures = look == null ? 1 : look.failures() + 1;
            if (failures == 1) LOG.warn("step=receipt recipient={} cannot be asked for receipts: {}", recipient, told);
            return new Look(failures, clock.instant(), false, told);
        });
    }

    /// What is wrong with a recipient's door; empty when nothing is known to be.
    public String trouble(String recipient) {
        Look look = looks.get(recipient);
        return look == null || look.failures() == 0 ? "" : look.trouble();
    }

    private static Duration rest(int failures) {
        Duration rest = SHORTEST.multipliedBy(1L << Math.min(failures - 1, 10));
        return rest.compareTo(LONGEST) > 0 ? LONGEST : rest;
    }

    /// Only our own words: a library's message may hold a path or a row.
    private static String told(Throwable why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof DoorProblem problem) return DoorWords.of(problem);
        }
        return why.getClass().getSimpleName();
    }
}
