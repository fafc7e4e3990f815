package org.safepassage.extract.worker;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;

/// The headers that a reader of a mail sees, as its first lines: Tika keeps them apart from the text, yet who wrote to
/// whom is part of what a mail says.
final class MailHeaders {
    private MailHeaders() {}

    static List<PageText> before(MediaType type, Metadata metadata) {
        if (!type.getBaseType().toString().equals("message/rfc822")) {
            return List.of();
        }
        var lines = new StringBuilder();
        var shown = List.of(
                Map.entry("From", metadata.getValues(Message.MESSAGE_FROM)),
                Map.entry("To", metadata.getValues(Message.MESSAGE_TO)),
                Map.entry("Cc", metadata.getValues(Message.MESSAGE_CC)),
                Map.entry("Bcc", metadata.getValues(Message.MESSAGE_BCC)),
                Map.entry("Date", metadata.getValues(TikaCoreProperties.CREATED)),
                Map.entry("Subject", metadata.getValues(TikaCoreProperties.TITLE)));
        for (var header : shown) {
            for (String value : new LinkedHashSet<>(List.of(header.getValue()))) {
                lines.append(header.getKey()).append(": ").append(value).append('\n');
            }
        }
        return lines.isEmpty() ? List.of() : List.of(new PageText(0, lines.toString(), "text"));
    }
}
