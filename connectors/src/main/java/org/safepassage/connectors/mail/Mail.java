package org.safepassage.connectors.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.plumbing.Fingerprint;

/// A message as the server tells it. Holds the partner's words, so it prints nothing of itself.
///
/// @param validity and `uid` find it again
/// @param messageId its own id; empty when it has none
/// @param size bytes as the server counts them
/// @param keywords that were set on it
/// @param deleted whether somebody marked it to be taken out
record Mail(
        long validity, long uid, String messageId, String subject, long size, Set<String> keywords, boolean deleted) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Mail {
        keywords = Set.copyOf(keywords);
    }

    static Mail of(IMAPMessage message, IMAPFolder folder) throws MessagingException {
        return new Mail(
                folder.getUIDValidity(),
                folder.getUID(message),
                text(message.getMessageID()),
                text(message.getSubject()),
                message.getSizeLong(),
                Set.of(message.getFlags().getUserFlags()),
                message.isSet(Flags.Flag.DELETED));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /// A message never changes: it is what its id and size say, wherever it lies.
    String fingerprint() {
        return Fingerprint.of(
                messageId.isEmpty()
                        ? List.of("uid", Long.toString(validity), Long.toString(uid))
                        : List.of(messageId, Long.toString(size)));
    }

    /// To be written down.
    String place() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts and numbers are JSON", impossible);
        }
    }

    /// As [#place] wrote it.
    static Mail from(String place) throws DoorProblem {
        try {
            return JSON.readValue(place, Mail.class);
        } catch (JsonProcessingException other) {
            throw new DoorProblem(Kind.CONFIGURATION, "the arrival is none of this door's; pull this partner again");
        }
    }

    @Override
    public String toString() {
        return "Mail[" + uid + "]";
    }
}
