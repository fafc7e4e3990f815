package org.safepassage.hub.doors;

import io.github.resilience4j.ratelimiter.RateLimiter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Bytes at a partner's pace, and never more of them than allowed, whatever was said before.
final class MeteredStream extends FilterInputStream {
    private final Optional<RateLimiter> pace;
    private final long most;
    private long count;

    MeteredStream(InputStream in, Optional<RateLimiter> pace, long most) {
        super(in);
        this.pace = pace;
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int wanted = pace.map(limiter ->
                        Math.min(length, limiter.getRateLimiterConfig().getLimitForPeriod()))
                .orElse(length);
        if (pace.isPresent() && wanted > 0 && !pace.get().acquirePermission(wanted))
            throw new IOException("this hub waited too long for its turn at limits.bytesPerSecond");
        int read = super.read(buffer, offset, wanted);
        if (read > 0 && (count += read) > most) throw GuardedDoor.tooLarge();
        return read;
    }
}
