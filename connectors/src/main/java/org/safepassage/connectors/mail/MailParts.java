package org.safepassage.connectors.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.Decryption;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.plumbing.ItemPaths;

/// Takes one message apart as it is read: every body and attachment is an exhibit, and what headers and the
/// plain text say becomes the record. What is encrypted by PGP/MIME is opened and taken apart in the same
/// way. For one message.
final class MailParts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TOLD = Set.of("message-id", "date", "from", "to", "cc", "subject");
    private static final int DEEPEST = 20;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final String RECORD = "record.json";

    private final Decryption decryption;
    private final int mostParts;
    private final ItemPaths paths = new ItemPaths();
    private final ObjectNode told = JSON.createObjectNode();
    private final StringBuilder text = new StringBuilder();
    private final Set<String> attachments = new LinkedHashSet<>();
    private int parts;

    /// @param original path of the message itself
    MailParts(Decryption decryption, int mostParts, String original) {
        this.decryption = decryption;
        this.mostParts = mostParts;
        paths.safe(original);
        paths.safe(RECORD);
    }

    /// Gives the reader every exhibit and, at the end, the record.
    ///
    /// @throws DoorProblem of kind HOSTILE when the message is built to do harm
    void read(InputStream message, ItemReader reader) throws IOException {
        walk(message, reader, 0);
        told.put("text", text.toString());
        told.put("encrypted", told.path("encrypted").asBoolean(false));
        var names = told.putArray("attachments");
        attachments.forEach(names::add);
        byte[] written = told.toString().getBytes(StandardCharsets.UTF_8);
        reader.item(Item.present(RECORD, written.length, Item.Part.RECORD), new ByteArrayInputStream(written));
    }

    private void walk(InputStream entity, ItemReader reader, int within) throws IOException {
        var config = new MimeConfig.Builder()
                .setMaxLineLen(1 << 20)
                .setMaxHeaderLen(1 << 18)
                .setMaxHeaderCount(2_000)
                .build();
        var tokens = new MimeTokenStream(config);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(entity);
        int depth = within;
        boolean locked = false;
        String name = "";
        try {
            for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
                switch (state) {
                    case T_START_HEADER -> name = "";
                    case T_FIELD -> {
                        if (depth == within) tell(tokens.getField());
                        name = named(tokens.getField(), name);
                    }
                    case T_START_MULTIPART -> {
                        locked = "multipart/encrypted"
                                .equals(tokens.getBodyDescriptor().getMimeType());
                        if (++depth > DEEPEST) throw tooMuch();
                    }
                    case T_END_MULTIPART -> {
                        locked = false;
                        depth--;
                    }
                    case T_BODY -> {
                        if (!locked) {
                            part(tokens.getBodyDescriptor(), tokens.getDecodedInputStream(), name, reader);
                        } else if (!"application/pgp-encrypted"
                                .equals(tokens.getBodyDescriptor().getMimeType())) {
                            opened(tokens.getDecodedInputStream(), reader, depth);
                        }
                    }
                    default -> {}
                }
            }
        } catch (MimeException | MimeIOException broken) {
            throw new DoorProblem(Kind.HOSTILE, "a message is built against the rules of MIME", broken);
        }
    }

    /// Only the end of the stream proves that nobody changed it.
    private void opened(InputStream encrypted, ItemReader reader, int depth) throws IOException {
        told.put("encrypted", true);
        if (depth >= DEEPEST) throw tooMuch();
        try (InputStream plain = decryption.open(encrypted)) {
            walk(plain, reader, depth);
            plain.transferTo(OutputStream.nullOutputStream());
        }
    }

    /// What is inside an encrypted message counts more than what is outside.
    private void tell(Field field) {
        String name = field.getName().toLowerCase(Locale.ROOT);
        if (TOLD.contains(name)) told.put(name.equals("message-id") ? "messageId" : name, FieldWords.text(field));
    }

    private static String named(Field field, String known) {
        return switch (field.getName().toLowerCase(Locale.ROOT)) {
            case "content-disposition" ->
                FieldWords.parameter(field, "filename").orElse(known);
            case "content-type" ->
                known.isEmpty() ? FieldWords.parameter(field, "name").orElse("") : known;
            default -> known;
        };
    }

    private void part(BodyDescriptor descriptor, InputStream bytes, String name, ItemReader reader) throws IOException {
        if (++parts > mostParts) throw tooMuch();
        String type = descriptor.getMimeType();
        InputStream whole = bytes;
        String path = paths.safe(name.isEmpty() ? unnamed(type) : ItemPaths.stays(name) ? name : "attachment-" + parts);
        if (!name.isEmpty()) {
            attachments.add(path);
        } else if (type.equals("text/plain") && text.length() < LONGEST_TEXT) {
            byte[] begin = bytes.readNBytes(LONGEST_TEXT);
            text.append(new String(begin, charset(descriptor.getCharset())));
            whole = new SequenceInputStream(new ByteArrayInputStream(begin), bytes);
        }
        reader.item(Item.present(path, -1, Item.Part.EXHIBIT), whole);
    }

    private String unnamed(String type) {
        return switch (type) {
            case "text/plain" -> "body.txt";
            case "text/html" -> "body.html";
            default -> "part-" + parts + ".bin";
        };
    }

    private static Charset charset(@Nullable String name) {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static DoorProblem tooMuch() {
        return new DoorProblem(Kind.HOSTILE, "a message has more parts, or parts within parts, than the door allows");
    }
}
