package org.safepassage.connectors;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.jspecify.annotations.Nullable;

/// The door of one Kamelet instance: Camel makes it as a bean of the Kamelet's template and fills in the
/// parameters; a route sends it a [DoorRequest] and gets the answer. Opened at the first request, closed
/// with the route.
///
/// One request at a time; others wait. The stream that answers [DoorRequest.Changes] holds the door's
/// connection: read it to its end or close it before the next request from another thread.
public final class OpenedDoor implements CamelContextAware, AutoCloseable {
    private final ReentrantLock one = new ReentrantLock();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private String kamelet = "";
    private @Nullable CamelContext camel;
    private @Nullable Door door;

    /// Which Kamelet's door it is; set by Camel before the first request.
    public void setKamelet(String kamelet) {
        this.kamelet = kamelet;
    }

    /// The parameters, for Camel to fill in before the first request.
    public Map<String, Object> getParameters() {
        return parameters;
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return camel;
    }

    @Override
    public void setCamelContext(CamelContext context) {
        camel = context;
    }

    /// Asks the door; the type of the answer stands at each [DoorRequest].
    ///
    /// @throws DoorProblem when the door says so, or of kind CONFIGURATION when this door cannot be asked
    ///     that
    public Object answer(DoorRequest request) throws IOException {
        one.lock();
        try {
            Door open = door;
            if (open == null) {
                open = Doors.open(kamelet, given(), hub());
                door = open;
            }
            return answer(open, request);
        } finally {
            one.unlock();
        }
    }

    /// Camel's registry holds the hub's side, where there is a hub.
    private HubSide hub() {
        HubSide found = camel == null ? null : camel.getRegistry().findSingleByType(HubSide.class);
        return found == null ? HubSide.none() : found;
    }

    private Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> {
            if (value != null && !value.toString().startsWith("{{?")) {
                given.put(name, value.toString());
            }
        });
        return given;
    }

    private Object answer(Door open, DoorRequest request) throws IOException {
        if (request instanceof DoorRequest.Test) {
            return open.test();
        }
        if (open instanceof PartnerDoor partner) {
            switch (request) {
                case DoorRequest.Changes(String cursor) -> {
                    return partner.changes(cursor);
                }
                case DoorRequest.Read(Arrival arrival, ItemReader reader) -> {
                    partner.read(arrival, reader);
                    return arrival;
                }
                case DoorRequest.Acknowledge(Arrival arrival) -> {
                    partner.acknowledge(arrival);
                    return arrival;
                }
                default -> {}
            }
        }
        if (open instanceof RecipientDoor recipient) {
            switch (request) {
                case DoorRequest.Deliver(String fileName, var content) -> {
                    return recipient.deliver(fileName, content);
                }
                case DoorRequest.Receipts() -> {
                    return recipient.receipts();
                }
                case DoorRequest.AcknowledgeReceipt(ReceiptFile receipt) -> {
                    recipient.acknowledgeReceipt(receipt);
                    return receipt;
                }
                default -> {}
            }
        }
        throw new DoorProblem(
                DoorProblem.Kind.CONFIGURATION,
                kamelet + " cannot be asked to " + request.getClass().getSimpleName());
    }

    @Override
    public void close() {
        one.lock();
        try {
            Door closing = door;
            door = null;
            if (closing != null) {
                closing.close();
            }
        } finally {
            one.unlock();
        }
    }
}
