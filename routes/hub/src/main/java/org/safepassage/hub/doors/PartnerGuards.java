package org.safepassage.hub.doors;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.hub.configuration.PartnerFile;
import org.safepassage.hub.configuration.PartnerLimits;
import org.safepassage.hub.pipeline.WaitForPartner;

/// Keeps each partner's limits over all its doors: calls a minute, bytes a second, and a breaker that leaves a partner
/// alone that failed again and again, then lets one call try whether it is back. One partner's limits touch no other.
/// Thread-safe.
public final class PartnerGuards {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SLICE = Duration.ofMillis(100);
    private static final int SLICES = 10;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Map<String, Guard> guards = new ConcurrentHashMap<>();

    /// What guards one partner as long as its limits stay the same.
    record Guard(
            PartnerLimits limits,
            Optional<RateLimiter> calls,
            Optional<RateLimiter> bytes,
            Optional<CircuitBreaker> breaker) {
        /// Waits for its turn, and asks whether the partner is left alone.
        void before(String partner) throws WaitForPartner {
            if (breaker.isPresent()) {
                try {
                    breaker.get().acquirePermission();
                } catch (CallNotPermittedException open) {
                    throw new WaitForPartner("partner " + partner + " failed " + limits.failures()
                            + " times in a row and is left alone for " + limits.restSeconds() + " s");
                }
            }
            calls.ifPresent(limiter -> limiter.acquirePermission());
        }

        /// A call went well.
        void wentWell() {
            breaker.ifPresent(known -> known.onSuccess(0, java.util.concurrent.TimeUnit.NANOSECONDS));
        }

        /// A call failed. Only what speaks against the partner's system as a whole counts.
        void failed(Throwable why) {
            boolean system = !(why instanceof DoorProblem problem) || speaksAgainstTheSystem(problem.kind());
            breaker.ifPresent(known -> {
                if (system) known.onError(0, java.util.concurrent.TimeUnit.NANOSECONDS, why);
                else known.onSuccess(0, java.util.concurrent.TimeUnit.NANOSECONDS);
            });
        }

        private static boolean speaksAgainstTheSystem(DoorProblem.Kind kind) {
            return switch (kind) {
                case UNRESOLVED,
                        UNREACHABLE,
                        TIMED_OUT,
                        CUT,
                        PEER_FAULT,
                        LOGIN_REFUSED,
                        HOST_KEY_REFUSED,
                        CERTIFICATE_REFUSED -> true;
                default -> false;
            };
        }

        /// Whether calls are refused now.
        boolean rests() {
            return breaker.map(known -> known.getState() == CircuitBreaker.State.OPEN)
                    .orElse(false);
        }
    }

    /// The door with the partner's limits around it.
    public PartnerDoor guarded(PartnerFile partner, PartnerDoor door) {
        return new GuardedDoor(partner.name(), door, guard(partner));
    }

    /// Whether a partner is left alone at the moment.
    public boolean rests(String partner) {
        Guard guard = guards.get(partner);
        return guard != null && guard.rests();
    }

    private Guard guard(PartnerFile partner) {
        return java.util.Objects.requireNonNull(guards.compute(
                partner.name(),
                (name, old) -> old != null && old.limits().equals(partner.limits()) ? old : make(partner.limits())));
    }

    private static Guard make(PartnerLimits limits) {
        return new Guard(
                limits,
                limits.callsPerMinute() == 0
                        ? Optional.empty()
                        : Optional.of(limiter("calls", limits.callsPerMinute(), MINUTE)),
                limits.bytesPerSecond() == 0
                        ? Optional.empty()
                        : Optional.of(limiter(
                                "bytes", Math.clamp(limits.bytesPerSecond() / SLICES, 1, Integer.MAX_VALUE), SLICE)),
                limits.failures() == 0 ? Optional.empty() : Optional.of(breaker(limits)));
    }

    private static RateLimiter limiter(String name, int permits, Duration period) {
        return RateLimiter.of(
                name,
                RateLimiterConfig.custom()
                        .limitForPeriod(permits)
                        .limitRefreshPeriod(period)
                        .timeoutDuration(LONGEST_WAIT)
                        .build());
    }

    private static CircuitBreaker breaker(PartnerLimits limits) {
        return CircuitBreaker.of(
                "partner",
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(limits.failures())
                        .minimumNumberOfCalls(limits.failures())
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(Duration.ofSeconds(limits.restSeconds()))
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
    }
}
