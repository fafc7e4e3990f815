package org.safepassage.connectors.amqp;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.http.HttpSteps;
import org.safepassage.connectors.plumbing.StepByStep;

/// A connection to a broker, made when it is needed and made again after it broke. Logs in by password (PLAIN or
/// SCRAM, over TLS or on the loopback address only) or by client certificate (EXTERNAL), never anonymously.
///
/// For one thread.
final class AmqpLine implements AutoCloseable {
    private static final long CLOSE_MILLIS = 2_000;

    private final AmqpSettings settings;
    private final AmqpProblems problems;
    private final Client client = Client.create();
    private @Nullable Connection current;

    AmqpLine(AmqpSettings settings) {
        this.settings = settings;
        this.problems = new AmqpProblems(settings);
    }

    /// Something asked of the broker.
    interface Asking<T> {
        T run() throws ClientException, IOException;
    }

    /// `resolve`, `connect` and, on an encrypted line, `tls`; then `authenticate`.
    StepByStep steps() {
        return HttpSteps.upToTls(settings.probing(), settings.encrypted()).then("authenticate", () -> {
            forget();
            connection();
            String how = settings.user().isEmpty() ? "by client certificate" : "by password";
            return "logged in " + how + (settings.encrypted() ? " over TLS" : ", not encrypted: loopback only");
        });
    }

    AmqpProblems problems() {
        return problems;
    }

    /// Longest wait for anything that was asked for.
    Duration silence() {
        return settings.silence();
    }

    /// The connection that is open, or a new one.
    Connection connection() throws DoorProblem {
        Connection open = current;
        if (open != null) {
            return open;
        }
        try {
            Connection opened = client.connect(settings.host(), settings.port(), options());
            current = opened;
            await(opened.openFuture(), settings.connectTimeout().plus(settings.silence()));
            return opened;
        } catch (ClientException | IOException failed) {
            forget();
            throw problems.broken(failed);
        }
    }

    private ConnectionOptions options() {
        long silence = settings.silence().toMillis();
        var options = new ConnectionOptions()
                .reconnectEnabled(false)
                .openTimeout(settings.connectTimeout().toMillis())
                .requestTimeout(silence)
                .sendTimeout(silence)
                .drainTimeout(silence)
                .closeTimeout(CLOSE_MILLIS)
                .idleTimeout(silence);
        options.transportOptions().allowNativeIO(false).connectTimeout((int)
                settings.connectTimeout().toMillis());
        if (settings.encrypted()) {
            options.sslEnabled(true)
                    .sslOptions()
                    .sslContextOverride(settings.tls())
                    .verifyHost(true);
        }
        var sasl = options.saslOptions();
        if (settings.user().isEmpty()) {
            sasl.addAllowedMechanism("EXTERNAL");
        } else {
            options.user(settings.user()).password(settings.password());
            sasl.addAllowedMechanism("PLAIN");
            sasl.addAllowedMechanism("SCRAM-SHA-256");
            sasl.addAllowedMechanism("SCRAM-SHA-512");
        }
        return options;
    }

    /// Waits for an answer of the library.
    ///
    /// @throws DoorProblem of kind TIMED_OUT when it does not come in time
    <T> T await(Future<T> answer, Duration longest) throws IOException {
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            forget();
            throw problems.broken(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DoorProblem(DoorProblem.Kind.CUT, "the door was stopped from this side", stopped);
        }
    }

    /// Asks for something that waits without a limit of its own, and hangs up when it takes longer than the longest
    /// silence: a broker that is alive sends its heartbeats even while it gives nothing.
    <T> T within(Asking<T> asking) throws IOException {
        var over = new AtomicBoolean();
        Connection asked = connection();
        CompletableFuture<Boolean> alarm = new CompletableFuture<>();
        var _ = alarm.completeOnTimeout(true, silence().toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(late -> {
                    if (over.compareAndSet(false, true)) {
                        hangUp(asked);
                    }
                });
        try {
            return asking.run();
        } catch (ClientException | IOException failed) {
            boolean late = !over.compareAndSet(false, true);
            forget();
            throw late ? problems.broken(new TimeoutException()) : problems.broken(failed);
        } finally {
            over.set(true);
            alarm.cancel(false);
        }
    }

    /// Hangs up; the next use connects again.
    void forget() {
        Connection closing = current;
        current = null;
        if (closing != null) {
            hangUp(closing);
        }
    }

    /// Without waiting for the broker, which may be gone.
    private static void hangUp(Connection closing) {
        var _ = closing.closeAsync();
    }

    @Override
    public void close() {
        Connection closing = current;
        current = null;
        if (closing != null) {
            closing.close();
        }
        client.close();
    }
}
