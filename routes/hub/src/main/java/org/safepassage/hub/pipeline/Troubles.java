package org.safepassage.hub.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsConstants;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.hub.configuration.ExchangeFile;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.configuration.Settings;
import org.safepassage.hub.ledger.Arrivals;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.PartnerRuns;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.pipeline.steps.DoorWords;
import org.safepassage.schemas.HoldReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// Decides whether a failed message is tried again, and holds what cannot go on. Log lines name step and item, never
/// a message of somebody else's exception: it may quote case data.
public final class Troubles {
    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

    private final RunningConfiguration configuration;
    private final Settings.Retries retries;
    private final TransactionTemplate transaction;
    private final States states;
    private final Arrivals arrivals;
    private final PartnerRuns runs;
    private final ObjectMapper json;

    /// @param configuration says how often to try, and which exchanges a partner gives for
    /// @param transaction over the ledger
    /// @param states where a parcel is held
    /// @param arrivals where an arrival is held
    /// @param runs where a failed pull is noted
    /// @param json reads what a message held
    public Troubles(
            RunningConfiguration configuration,
            TransactionTemplate transaction,
            States states,
            Arrivals arrivals,
            PartnerRuns runs,
            ObjectMapper json) {
        this.configuration = configuration;
        this.retries = configuration.now().settings().retries();
        this.transaction = transaction;
        this.states = states;
        this.arrivals = arrivals;
        this.runs = runs;
        this.json = json;
    }

    /// Whether there is no use in trying again.
    public boolean isLastTry(Exchange exchange) {
        var cause = cause(exchange);
        if (cause instanceof Waiting || LedgerAway.is(cause)) return false;
        if (cause instanceof DoorProblem problem && !problem.kind().passing()) return true;
        return tries(exchange) >= retries.attempts();
    }

    /// The opposite, since Camel asks in a predicate each.
    public boolean isAnotherTry(Exchange exchange) {
        return !isLastTry(exchange);
    }

    /// Notes a failed try.
    public void note(Exchange exchange) {
        if (cause(exchange) instanceof Waiting) return;
        LOG.warn(
                "step={} {} try={} of {} failed: {}; it will be tried again",
                step(exchange).word(),
                who(exchange),
                tries(exchange),
                retries.attempts(),
                describe(cause(exchange)));
    }

    /// Holds what the message was about and aims the message at the step's dead-letter queue.
    public void hold(Exchange exchange) {
        Step step = step(exchange);
        var cause = cause(exchange);
        String told = describe(cause);
        LOG.error("step={} {} held after {} tries: {}", step.word(), who(exchange), tries(exchange), told);
        transaction.executeWithoutResult(tx -> {
            switch (step) {
                case PULL -> runs.failed(partner(exchange), told);
                case SEAL ->
                    arrivals.hold(read(exchange, ArrivalOrder.class).arrival(), HoldReason.ARRIVAL_UNREADABLE, told);
                case RECEIPT -> {}
                default ->
                    states.hold(read(exchange, Parcel.class), step, HoldReason.UNEXPECTED, step.word() + " " + told);
            }
        });
        exchange.getMessage().setBody(original(exchange));
        exchange.getMessage().setHeader(JmsConstants.JMS_DESTINATION_NAME, Queues.dead(step));
    }

    private static Throwable cause(Exchange exchange) {
        Throwable thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (thrown == null) thrown = exchange.getException();
        while (thrown != null
                && thrown.getCause() != null
                && (thrown instanceof org.apache.camel.CamelExecutionException
                        || thrown instanceof java.io.UncheckedIOException)) {
            thrown = thrown.getCause();
        }
        return thrown == null ? new IOException("unknown") : thrown;
    }

    /// Our own exceptions promise to hold no case data; of others only the kind is told.
    private static String describe(Throwable cause) {
        if (cause instanceof DoorProblem problem) return DoorWords.of(problem);
        if (LedgerAway.is(cause)) return "the ledger's database cannot be reached. Next: see that it runs";
        return cause.getClass().getName().startsWith("org.safepassage.")
                ? cause.getClass().getSimpleName() + ": " + cause.getMessage()
                : cause.getClass().getName() + at(cause);
    }

    private static String at(Throwable cause) {
        for (StackTraceElement frame : cause.getStackTrace()) {
            if (frame.getClassName().startsWith("org.safepassage."))
                return " at " + frame.getClassName() + ":" + frame.getLineNumber();
        }
        return "";
    }

    private static int tries(Exchange exchange) {
        return exchange.getMessage().getHeader("JMSXDeliveryCount", 1, Integer.class);
    }

    private static Step step(Exchange exchange) {
        return RouteName.step(exchange.getFromRouteId());
    }

    private static String partner(Exchange exchange) {
        return RouteName.name(exchange.getFromRouteId());
    }

    private static Object original(Exchange exchange) {
        Object body = exchange.getUnitOfWork() == null
                ? null
                : exchange.getUnitOfWork().getOriginalInMessage().getBody();
        return body instanceof String text ? text : String.valueOf(exchange.getFromRouteId());
    }

    private <T> T read(Exchange exchange, Class<T> type) {
        try {
            return json.readValue(String.valueOf(original(exchange)), type);
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "the message on " + exchange.getFromRouteId() + " is not a " + type.getSimpleName());
        }
    }

    /// Who and what: at a partner's door the partner and its exchanges too.
    private String who(Exchange exchange) {
        return switch (step(exchange)) {
            case PULL, SEAL ->
                "partner=" + partner(exchange) + " exchanges="
                        + configuration.now().exchangesOf(partner(exchange)).stream()
                                .map(ExchangeFile::name)
                                .sorted()
                                .collect(Collectors.joining(","))
                        + " item=" + item(exchange);
            default -> "item=" + item(exchange);
        };
    }

    private String item(Exchange exchange) {
        try {
            return switch (step(exchange)) {
                case PULL -> partner(exchange);
                case SEAL -> read(exchange, ArrivalOrder.class).arrival();
                case RECEIPT, DELIVER -> exchange.getExchangeId();
                default -> read(exchange, Parcel.class).toString();
            };
        } catch (IllegalStateException unreadable) {
            return exchange.getFromRouteId();
        }
    }
}
