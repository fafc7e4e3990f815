package org.safepassage.connectors.amqp;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.qpid.protonj2.types.UnsignedLong;
import org.apache.qpid.protonj2.types.messaging.Properties;
import org.safepassage.connectors.plumbing.Fingerprint;

/// How a message is known again: by the id that its sender gave it and by its content, for senders that count from
/// one at each start give two messages one id.
///
/// @param id the message-id with its type, such as `s:2026-1`; empty when it has none that brokers select by
/// @param size bytes of the body
/// @param sha256 of the body
record PushedMessage(String id, long size, String sha256) {
    private static final int LONGEST_ID = 1_000;

    /// The message-id as text with its type; empty when there is none, or one of another type than text, UUID or
    /// number.
    static String id(Optional<Properties> properties) {
        Object id = properties.map(Properties::getMessageId).orElse("");
        return switch (id) {
            case String text when !text.isEmpty() && text.length() <= LONGEST_ID -> "s:" + text;
            case UUID uuid -> "u:" + uuid;
            case UnsignedLong number -> "n:" + number;
            default -> "";
        };
    }

    /// A JMS selector for the messages of this id.
    static String selector(String id) {
        String value = id.substring(2);
        String prefixed = value.startsWith("ID:") ? value : "ID:" + value;
        return "JMSMessageID = '" + prefixed.replace("'", "''") + "'";
    }

    String fingerprint() {
        return Fingerprint.of(List.of("amqp", id, Long.toString(size), sha256));
    }

    @Override
    public String toString() {
        return "PushedMessage[" + size + "]";
    }
}
