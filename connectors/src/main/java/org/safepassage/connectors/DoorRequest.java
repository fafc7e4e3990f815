package org.safepassage.connectors;

import org.safepassage.schemas.Content;

/// What a route asks of a door: the message body that goes to a Kamelet. The answer is the body that comes back.
public sealed interface DoorRequest {
    /// Answered with a `Stream<Arrival>`; see [PartnerDoor#changes].
    record Changes(String cursor) implements DoorRequest {}

    /// Answered with the arrival; see [PartnerDoor#read].
    record Read(Arrival arrival, ItemReader reader) implements DoorRequest {}

    /// Answered with the arrival; see [PartnerDoor#acknowledge].
    record Acknowledge(Arrival arrival) implements DoorRequest {}

    /// Answered with a [Delivery]; see [RecipientDoor#deliver].
    record Deliver(String fileName, Content content) implements DoorRequest {}

    /// Answered with a `Stream<ReceiptFile>`; see [RecipientDoor#receipts].
    record Receipts() implements DoorRequest {}

    /// Answered with the receipt; see [RecipientDoor#acknowledgeReceipt].
    record AcknowledgeReceipt(ReceiptFile receipt) implements DoorRequest {}

    /// Answered with a [DoorReport]; see [Door#test].
    record Test() implements DoorRequest {}
}
