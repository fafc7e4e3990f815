package org.safepassage.connectors.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// How long one request waits because the server answers 429 or 503: as long as `Retry-After` says (RFC 9110, 10.2.3),
/// or a second, then twice as long each time; together no longer than the door's patience.
final class RequestedPause {
    private final Duration patience;
    private final InstantSource clock;
    private Duration waited = Duration.ZERO;
    private int times;

    RequestedPause(Duration patience, InstantSource clock) {
        this.patience = patience;
        this.clock = clock;
    }

    /// Waits; answers whether the request may be sent again.
    boolean grant(HttpAnswer answer) throws DoorProblem {
        Duration wanted = wanted(answer);
        if (waited.plus(wanted).compareTo(patience) > 0) {
            return false;
        }
        waited = waited.plus(wanted);
        times++;
        try {
            Thread.sleep(wanted);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DoorProblem(Kind.CUT, "waiting for a busy server was stopped from this side", stopped);
        }
    }

    /// A date is measured against the server's own clock when it tells it.
    private Duration wanted(HttpAnswer answer) {
        String said = answer.header("Retry-After").strip();
        if (said.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(said));
        }
        Instant now = answer.date().orElseGet(clock::instant);
        return HttpAnswer.date(said)
                .map(until -> until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO)
                .orElse(Duration.ofSeconds(1L << Math.min(times, 10)));
    }
}
