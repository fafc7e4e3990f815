package org.safepassage.hub.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConverters;
import org.apache.camel.component.jms.MessageCreatedStrategy;
import org.jspecify.annotations.Nullable;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.pipeline.steps.ReceiptText;

/// How a parcel is written on a message: as JSON text, in the message group of its case file so that versions keep
/// their order.
public final class ParcelWords implements TypeConverters, MessageCreatedStrategy {
    private final ObjectMapper json;

    /// @param json reads and writes parcels
    public ParcelWords(ObjectMapper json) {
        this.json = json;
    }

    /// Written form of a parcel.
    @Converter
    public String write(Parcel parcel) throws JsonProcessingException {
        return json.writeValueAsString(parcel);
    }

    /// The parcel in a message.
    @Converter
    public Parcel read(String written) throws JsonProcessingException {
        return json.readValue(written, Parcel.class);
    }

    @Override
    public void onMessageCreated(Message message, Session session, Exchange exchange, @Nullable Throwable cause) {
        try {
            // No duplicate id here: inside a transaction Artemis fails the commit on a known one. Steps are idempotent.
            if (exchange.getMessage().getBody() instanceof Parcel parcel) {
                message.setStringProperty("JMSXGroupID", parcel.caseFile().caseFile());
            }
        } catch (JMSException refused) {
            throw new IllegalStateException("the broker refused a message property", refused);
        }
    }

    /// A fetched receipt travels as the text that the recipient wrote.
    @Converter
    public String write(ReceiptText receipt) {
        return receipt.text();
    }

    /// Written form of an order to seal an arrival.
    @Converter
    public String write(ArrivalOrder order) throws JsonProcessingException {
        return json.writeValueAsString(order);
    }

    /// The order in a message.
    @Converter
    public ArrivalOrder readOrder(String written) throws JsonProcessingException {
        return json.readValue(written, ArrivalOrder.class);
    }
}
