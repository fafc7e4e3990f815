package org.safepassage.hub.pipeline.steps;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;
import org.safepassage.hub.configuration.RecipientFile;
import org.safepassage.hub.ledger.Consignments;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.ledger.Supplements;
import org.safepassage.hub.pipeline.WaitForEarlier;
import org.safepassage.release.receipts.Reading;
import org.safepassage.release.receipts.ReceiptReader;
import org.safepassage.schemas.CustodyEntry;
import org.safepassage.schemas.ExchangeState;
import org.safepassage.schemas.HoldReason;
import org.safepassage.schemas.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// Receipt: closes the custody chain of a consignment. A receipt counts only when it came with the credentials of
/// the recipient that the consignment went to and names the package that was sent.
public final class TakeReceipt {
    private static final Logger LOG = LoggerFactory.getLogger(TakeReceipt.class);

    /// Property that the broker writes on every receipt: whom it authenticated as the sender.
    public static final String SENT_BY = "sentBy";

    private static final int LARGEST = 1 << 20;

    private final ReceiptReader reader;
    private final Consignments consignments;
    private final States states;
    private final Supplements supplements;
    private final StepBook book;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    /// @param supplements that were waiting for this delivery
    /// @param outbox from which a package is removed once the recipient has it
    public TakeReceipt(
            ReceiptReader reader,
            Consignments consignments,
            States states,
            Supplements supplements,
            StepBook book,
            Outbox outbox,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.reader = reader;
        this.consignments = consignments;
        this.states = states;
        this.supplements = supplements;
        this.book = book;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Takes one receipt. The broker tells whom it authenticated as the sender; only what the hub itself fetched
    /// at a recipient's door carries that recipient's name instead.
    ///
    /// @return supplements that may go now that what they add to is there; the same again when the receipt comes
    ///     again
    /// @throws IOException when it should be tried again
    public List<Parcel> take(@Body Message message) throws IOException, JMSException {
        String user = message.getStringProperty(SENT_BY);
        String from = RecipientFile.HUB.equals(user) ? message.getStringProperty("recipient") : user;
        return switch (reader.read(bytes(message))) {
            case Reading.Invalid invalid -> {
                LOG.error("step=receipt recipient={} sent a receipt that is not valid: {}", from, invalid.problems());
                yield List.of();
            }
            case Reading.Valid valid -> take(valid.receipt(), from);
        };
    }

    private static byte[] bytes(Message message) throws JMSException {
        return switch (message) {
            case TextMessage text when text.getText() != null -> text.getText().getBytes(StandardCharsets.UTF_8);
            case BytesMessage bytes
            when bytes.getBodyLength() < LARGEST -> {
                byte[] read = new byte[(int) bytes.getBodyLength()];
                bytes.readBytes(read);
                yield read;
            }
            default -> new byte[0];
        };
    }

    private List<Parcel> take(Receipt receipt, @Nullable String from) throws IOException {
        var found = consignments.find(receipt.consignment());
        if (found.isEmpty()
                || !found.get().recipient().equals(from)
                || !receipt.recipient().equals(from)
                || !found.get().sha256().equals(receipt.sha256())) {
            LOG.error(
                    "step=receipt recipient={} sent a receipt that fits no consignment of theirs; it counts for nothing",
                    from);
            return List.of();
        }
        var consignment = found.get();
        // The recipient may be faster than the ledger: first the delivery is recorded, then its receipt.
        if (!consignment.queued()) throw new WaitForEarlier("the record of delivery of " + consignment.id());
        transaction.executeWithoutResult(tx -> record(consignment, receipt));
        outbox.remove(consignment.id());
        return supplements.waiting(consignment.place());
    }

    private void record(Consignments.Entry consignment, Receipt receipt) {
        var parcel = states.current(consignment.place());
        if (parcel.isEmpty()) return;
        consignments.receipted(consignment.id());
        if (receipt.status() == Receipt.Status.ACCEPTED) {
            states.finish(parcel.get(), Step.RECEIPT, ExchangeState.DELIVERED);
            supplements.openDue(consignment.caseFile());
        } else {
            states.hold(parcel.get(), Step.RECEIPT, HoldReason.RECEIPT_REJECTED, "consignment " + consignment.id());
        }
        var facts = new TreeMap<String, String>();
        facts.put("consignment", consignment.id());
        facts.put("status", receipt.status().name().toLowerCase(java.util.Locale.ROOT));
        facts.put("package", receipt.sha256());
        facts.put("recipient-clock", receipt.at().toString());
        book.append(
                new CustodyEntry(
                        consignment.caseFile().toString(), "receipt", consignment.recipient(), clock.instant(), facts),
                "receipt/" + consignment.id() + "/" + facts.get("status"));
    }
}
