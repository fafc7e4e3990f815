package org.safepassage.hub.doors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.safepassage.connectors.Decryption;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.release.consignments.ReceivingKey;
import org.safepassage.release.consignments.UnreadableMessage;
import org.safepassage.release.consignments.UnusableKeyException;

/// Opens what partners encrypted to this hub. The key is read at each use, so that one that was made or
/// exchanged is taken without a restart. Safe for several threads.
public final class OwnKeys implements Decryption {
    private final Path receivingKey;

    /// @param receivingKey the file of the secret key; it need not be there before something encrypted comes
    public OwnKeys(Path receivingKey) {
        this.receivingKey = receivingKey;
    }

    @Override
    public InputStream open(InputStream encrypted) throws DoorProblem {
        try {
            return new Told(key().decrypt(encrypted));
        } catch (DoorProblem known) {
            throw known;
        } catch (IOException unreadable) {
            throw Told.problem(unreadable);
        }
    }

    private ReceivingKey key() throws DoorProblem {
        if (!Files.exists(receivingKey)) {
            throw new DoorProblem(
                    Kind.CONFIGURATION, "the hub has no key to receive with; make one with: hub init --receiving-key");
        }
        try {
            return ReceivingKey.open(receivingKey);
        } catch (IOException | UnusableKeyException unusable) {
            throw new DoorProblem(
                    Kind.CONFIGURATION,
                    "the hub's receiving-key.asc cannot be used; check its owner and mode",
                    unusable);
        }
    }

    /// Tells in the door's words what the key's stream says.
    private static final class Told extends java.io.FilterInputStream {
        Told(InputStream plain) {
            super(plain);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (UnreadableMessage unreadable) {
                throw problem(unreadable);
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (UnreadableMessage unreadable) {
                throw problem(unreadable);
            }
        }

        static DoorProblem problem(IOException seen) {
            if (!(seen instanceof UnreadableMessage message)) {
                return new DoorProblem(Kind.CUT, "an encrypted message could not be read to its end", seen);
            }
            return switch (message.reason()) {
                case NOT_ENCRYPTED ->
                    new DoorProblem(Kind.HOSTILE, "what should be encrypted to the hub is not encrypted", seen);
                case NOT_TO_US ->
                    new DoorProblem(
                            Kind.PERMISSION,
                            "a message is encrypted to another key; give the partner receiving-key.pub.asc",
                            seen);
                case BROKEN -> new DoorProblem(Kind.HOSTILE, "an encrypted message: " + message.getMessage(), seen);
            };
        }
    }
}
