package org.safepassage.connectors.amqp;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.qpid.protonj2.client.DistributionMode;
import org.apache.qpid.protonj2.client.StreamDelivery;
import org.apache.qpid.protonj2.client.StreamReceiver;
import org.apache.qpid.protonj2.client.StreamReceiverOptions;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.apache.qpid.protonj2.client.exceptions.ClientIllegalStateException;
import org.apache.qpid.protonj2.types.UnsignedLong;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.plumbing.BlockwiseStream;

/// One walk along a queue from its head, a message at a time: the next is asked for when the one before was read. A
/// walk that browses takes nothing; one that takes consumes what [#accept] is called for and gives the rest back.
///
/// For one thread.
final class QueueWalk implements AutoCloseable {
    /// JMS selectors over AMQP: the filter's descriptor, registered by Apache.
    private static final UnsignedLong SELECTOR = UnsignedLong.valueOf(0x0000_468C_0000_0004L);

    private static final int BLOCK = 8_192;
    private static final int WINDOW = 1 << 20;
    private static final long FIRST_WAIT_NANOS = 200_000_000;
    private static final long LONGEST_PAUSE_MILLIS = 20;

    private final AmqpLine line;
    private final StreamReceiver receiver;
    private final boolean browsing;
    private final List<StreamDelivery> others = new ArrayList<>();
    private @Nullable StreamDelivery current;
    private @Nullable MessageSections message;
    private boolean draining;

    private QueueWalk(AmqpLine line, StreamReceiver receiver, boolean browsing) {
        this.line = line;
        this.receiver = receiver;
        this.browsing = browsing;
    }

    /// Looks along the queue and takes nothing.
    ///
    /// @param selector which messages; empty for all
    static QueueWalk browsing(AmqpLine line, String queue, String selector) throws IOException {
        return open(line, queue, selector, true);
    }

    /// Takes messages from the queue.
    static QueueWalk taking(AmqpLine line, String queue, String selector) throws IOException {
        return open(line, queue, selector, false);
    }

    private static QueueWalk open(AmqpLine line, String queue, String selector, boolean browsing) throws IOException {
        var options = new StreamReceiverOptions()
                .autoAccept(false)
                .autoSettle(false)
                .creditWindow(0)
                .readBufferSize(WINDOW);
        options.sourceOptions().distributionMode(browsing ? DistributionMode.COPY : DistributionMode.MOVE);
        if (!selector.isEmpty()) {
            options.sourceOptions().addFilter("jms-selector", SELECTOR, selector);
        }
        var connection = line.connection();
        StreamReceiver receiver = line.within(() -> connection.openStreamReceiver(queue, options));
        line.await(receiver.openFuture(), line.silence());
        return new QueueWalk(line, receiver, browsing);
    }

    /// The next message, read up to its body; empty when no further one waits now.
    Optional<MessageSections> next() throws IOException {
        pass();
        Optional<StreamDelivery> next = line.within(this::ask);
        if (next.isEmpty()) {
            return Optional.empty();
        }
        StreamDelivery delivery = next.get();
        current = delivery;
        InputStream raw = line.within(delivery::rawInputStream);
        MessageSections sections = MessageSections.of(new Guarded(raw));
        message = sections;
        return Optional.of(sections);
    }

    /// Asks for one message. When none comes at once the broker is asked to say that there is none: it takes the
    /// credit back.
    private Optional<StreamDelivery> ask() throws ClientException, IOException {
        while (draining && !drained()) {
            LockSupport.parkNanos(LONGEST_PAUSE_MILLIS * 1_000_000L);
        }
        draining = false;
        receiver.addCredit(1);
        long asked = System.nanoTime();
        for (int looks = 1; ; looks++) {
            boolean last = draining && drained();
            StreamDelivery delivery = receiver.tryReceive();
            if (delivery != null || last) {
                return Optional.ofNullable(delivery);
            }
            if (!draining && System.nanoTime() - asked > FIRST_WAIT_NANOS) {
                draining = true;
                var _ = receiver.drain();
            }
            LockSupport.parkNanos(Math.min(looks, LONGEST_PAUSE_MILLIS) * 1_000_000L);
        }
    }

    /// Whether the broker has answered. The library (1.1.0) never completes the future of a drain that it began for a
    /// stream, but it refuses another one until the broker has answered, and then has nothing left to drain.
    private boolean drained() throws ClientException, IOException {
        try {
            receiver.drain().get(line.silence().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ClientIllegalStateException) {
                return false;
            }
            throw line.problems().broken(failed);
        } catch (TimeoutException silent) {
            throw line.problems().broken(silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DoorProblem(DoorProblem.Kind.CUT, "the door was stopped from this side", stopped);
        }
    }

    /// Goes past the message that was given: reads what is left of it, so that the broker may send the next.
    private void pass() throws IOException {
        StreamDelivery passed = current;
        MessageSections left = message;
        if (passed == null) {
            return;
        }
        if (left != null) {
            left.transferTo(java.io.OutputStream.nullOutputStream());
            left.close();
        }
        current = null;
        message = null;
        if (browsing) {
            line.within(passed::release);
        } else {
            others.add(passed);
        }
    }

    /// Consumes the message that was given last.
    void accept() throws IOException {
        StreamDelivery accepted = current;
        if (accepted != null) {
            current = null;
            message = null;
            line.within(accepted::accept);
        }
    }

    /// Gives back what was not accepted and waits until the broker knows what was.
    void finish() throws IOException {
        for (StreamDelivery other : others) {
            line.within(other::release);
        }
        others.clear();
        line.await(receiver.closeAsync(), line.silence());
    }

    /// Ends the walk; what was not accepted stays in the queue.
    @Override
    public void close() {
        var _ = receiver.closeAsync();
    }

    /// A message's bytes in blocks, each of which must come within the longest silence: a broker that drips is given
    /// up like one that is silent.
    private final class Guarded extends BlockwiseStream {
        private final InputStream raw;

        Guarded(InputStream raw) {
            this.raw = raw;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return line.within(() -> raw.read(bytes, offset, Math.min(length, BLOCK)));
        }

        @Override
        public void close() throws IOException {
            raw.close();
        }
    }
}
