package org.safepassage.connectors.sftp;

import java.io.IOException;
import java.util.OptionalLong;
import org.apache.sshd.sftp.common.SftpException;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.plumbing.ResumingStream;

/// The rename of a complete partial file to its final name: the one moment of a delivery that cannot be repeated
/// blindly. When the answer is lost the server is asked what stands there, and what cannot be told is unknown, never
/// guessed.
///
/// @param inbox where the file is
/// @param fileName its final name
/// @param sent how many bytes were uploaded
record FinalRename(SftpInbox inbox, String fileName, long sent) {
    private static final int TRIES = 5;

    /// Renames; for one consignment once.
    ///
    /// @throws DoorProblem when bytes are missing or the server refuses: then nothing was delivered
    Delivery run() throws DoorProblem {
        OptionalLong arrived = inbox.size(inbox.part(fileName));
        if (arrived.isEmpty() || arrived.getAsLong() != sent) {
            throw new DoorProblem(Kind.PEER_FAULT, "the recipient's server did not keep all bytes that were sent");
        }
        try {
            inbox.rename(fileName);
            return new Delivery.Delivered();
        } catch (SftpException refused) {
            throw inbox.line().problem(refused);
        } catch (IOException | RuntimeException lost) {
            return lookAgain();
        }
    }

    private Delivery lookAgain() {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                inbox.line().drop();
                ResumingStream.pause(attempt);
                OptionalLong there = inbox.size(inbox.path(fileName));
                if (there.isPresent() ? there.getAsLong() == sent : inbox.taken(fileName)) {
                    return new Delivery.Delivered();
                }
                if (inbox.size(inbox.part(fileName)).isEmpty()) {
                    return new Delivery.Unknown("the connection broke while the file was renamed and it is under"
                            + " neither name now; the recipient may have taken it");
                }
                inbox.rename(fileName);
                return new Delivery.Delivered();
            } catch (SftpException refused) {
                DoorProblem problem = inbox.line().problem(refused);
                return new Delivery.Failed(problem.kind(), String.valueOf(problem.getMessage()));
            } catch (IOException | RuntimeException stillLost) {
                // The server is not back yet: the next attempt looks again.
            }
        }
        return lastLook();
    }

    private Delivery lastLook() {
        try {
            OptionalLong there = inbox.size(inbox.path(fileName));
            if (there.isPresent() && there.getAsLong() == sent) {
                return new Delivery.Delivered();
            }
            if (there.isEmpty() && inbox.size(inbox.part(fileName)).isPresent()) {
                return new Delivery.Failed(Kind.CUT, "the connection breaks whenever the file is renamed");
            }
        } catch (DoorProblem stillAway) {
            return new Delivery.Unknown("the connection broke while the file was renamed, and looking again fails: "
                    + stillAway.getMessage());
        }
        return new Delivery.Unknown("the connection broke while the file was renamed and it is under neither name now");
    }
}
