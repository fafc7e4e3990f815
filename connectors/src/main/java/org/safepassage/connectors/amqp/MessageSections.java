package org.safepassage.connectors.amqp;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.qpid.protonj2.buffer.ProtonBufferAllocator;
import org.apache.qpid.protonj2.codec.DecodeException;
import org.apache.qpid.protonj2.codec.decoders.ProtonDecoderFactory;
import org.apache.qpid.protonj2.types.messaging.ApplicationProperties;
import org.apache.qpid.protonj2.types.messaging.Properties;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.plumbing.BlockwiseStream;

/// One message as it comes over the line (AMQP 1.0, part 3, section 3.2): its properties, then its body as a stream.
/// A body may be data sections, or one value that is binary or text. What stands before the body is small or refused,
/// so that a message of any size and any claim needs little memory. The library's own stream reads data sections only.
///
/// For one thread.
final class MessageSections extends BlockwiseStream {
    private static final int LARGEST_BEFORE_BODY = 1 << 18;
    private static final int PROPERTIES = 0x73;
    private static final int APPLICATION_PROPERTIES = 0x74;
    private static final int DATA = 0x75;
    private static final int SEQUENCE = 0x76;
    private static final int VALUE = 0x77;

    private final DataInputStream raw;
    private @Nullable Properties properties;
    private @Nullable ApplicationProperties applicationProperties;
    private int seenBeforeBody;
    private long left;
    private boolean atEnd;
    private String trouble = "";

    private MessageSections(InputStream raw) {
        this.raw = new DataInputStream(raw);
    }

    /// Reads up to the body. A message that cannot be read has [#trouble]; its bytes are the rest of it as it came.
    static MessageSections of(InputStream raw) throws IOException {
        var message = new MessageSections(raw);
        message.nextPart();
        return message;
    }

    /// Why the message cannot be read, as far as it was read; empty when it can.
    String trouble() {
        return trouble;
    }

    private void nextPart() throws IOException {
        try {
            nextBodySection();
        } catch (EOFException ended) {
            trouble = "a message ends in the middle of a section";
        } catch (DoorProblem problem) {
            if (problem.kind() != Kind.HOSTILE) {
                throw problem;
            }
            trouble = String.valueOf(problem.getMessage());
        }
    }

    Optional<Properties> properties() {
        return Optional.ofNullable(properties);
    }

    /// An application property, when it is there.
    Optional<Object> applicationProperty(String name) {
        return applicationProperties == null || applicationProperties.getValue() == null
                ? Optional.empty()
                : Optional.ofNullable(applicationProperties.getValue().get(name));
    }

    /// Goes on to the next section with a part of the body, or to the message's end.
    private void nextBodySection() throws IOException {
        for (int start = raw.read(); start >= 0; start = raw.read()) {
            long code = start == 0 ? sectionCode() : -1;
            if (code == DATA || code == VALUE) {
                left = bodySize();
                return;
            }
            if (code < 0x70 || code > 0x78 || code == SEQUENCE) {
                throw hostile("a message has a body that is neither data nor text");
            }
            keep((int) code, wholeSection());
        }
        atEnd = true;
    }

    private long sectionCode() throws IOException {
        int kind = raw.readUnsignedByte();
        return switch (kind) {
            case 0x53 -> raw.readUnsignedByte();
            case 0x80 -> raw.readLong();
            default -> -1;
        };
    }

    private long bodySize() throws IOException {
        int kind = raw.readUnsignedByte();
        return switch (kind) {
            case 0xa0, 0xa1 -> raw.readUnsignedByte();
            case 0xb0, 0xb1 -> Integer.toUnsignedLong(raw.readInt());
            case 0x40 -> 0;
            default -> throw hostile("a message has a body that is neither data nor text");
        };
    }

    /// A list or map, with its constructor.
    private byte[] wholeSection() throws IOException {
        int kind = raw.readUnsignedByte();
        ByteBuffer head = switch (kind) {
            case 0x45 -> ByteBuffer.allocate(1).put((byte) kind);
            case 0xc0, 0xc1 -> ByteBuffer.allocate(2).put((byte) kind).put(raw.readByte());
            case 0xd0, 0xd1 -> ByteBuffer.allocate(5).put((byte) kind).putInt(raw.readInt());
            default -> throw hostile("a message has a section that cannot be read");
        };
        long size = switch (head.capacity()) {
            case 1 -> 0;
            case 2 -> Byte.toUnsignedInt(head.get(1));
            default -> Integer.toUnsignedLong(head.getInt(1));
        };
        seenBeforeBody += (int) Math.min(size, LARGEST_BEFORE_BODY + 1L);
        if (seenBeforeBody > LARGEST_BEFORE_BODY) {
            throw hostile("a message has more than 256 KiB of properties");
        }
        byte[] section = new byte[head.capacity() + (int) size];
        head.flip().get(section, 0, head.capacity());
        raw.readFully(section, head.capacity(), (int) size);
        return section;
    }

    private void keep(int code, byte[] section) throws DoorProblem {
        if (code != PROPERTIES && code != APPLICATION_PROPERTIES) {
            return;
        }
        byte[] described = new byte[section.length + 3];
        described[1] = 0x53;
        described[2] = (byte) code;
        System.arraycopy(section, 0, described, 3, section.length);
        var decoder = ProtonDecoderFactory.create();
        try (var buffer = ProtonBufferAllocator.defaultAllocator().copy(described)) {
            switch (decoder.readObject(buffer, decoder.newDecoderState())) {
                case Properties read -> properties = read;
                case ApplicationProperties read -> applicationProperties = read;
                default -> throw hostile("a message has properties that cannot be read");
            }
        } catch (DecodeException | ClassCastException | IndexOutOfBoundsException unreadable) {
            throw new DoorProblem(Kind.HOSTILE, "a message has properties that cannot be read", unreadable);
        }
    }

    private static DoorProblem hostile(String what) {
        return new DoorProblem(Kind.HOSTILE, what);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (!atEnd && left == 0 && trouble.isEmpty()) {
            nextPart();
        }
        if (atEnd) {
            return -1;
        }
        if (!trouble.isEmpty()) {
            return raw.read(bytes, offset, length);
        }
        int count = raw.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0) {
            trouble = "a message ends in the middle of its body";
        }
        left -= count;
        return count;
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }
}
