package org.safepassage.connectors;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/// What went wrong at a door, in words for an operator. The message holds hosts, places in the
/// configuration and fingerprints of keys; never a secret, a case number, a file name or a partner's path.
public final class DoorProblem extends IOException {
    /// What kind of problem it is, and what the operator does about it.
    public enum Kind {
        UNRESOLVED(true, "Check the host name and this machine's name service"),
        UNREACHABLE(true, "Check that the server runs and that the firewall lets this machine through"),
        HOST_KEY_REFUSED(
                false, "Ask the partner by another channel whether the server's key changed; only then set hostKey"),
        CERTIFICATE_REFUSED(false, "Ask the partner for a valid certificate, or set the authority that signed it"),
        LOGIN_REFUSED(false, "Check user, password or key with the partner"),
        PERMISSION(false, "Ask the partner for the rights that the message names"),
        NOT_FOUND(false, "Check the folder, address or table that the message names"),
        CONFIGURATION(false, "Correct the parameter that the message names"),
        TIMED_OUT(true, "The server was silent for too long: it is tried again; look at its load if this goes on"),
        CUT(true, "The connection broke: it is tried again; look at the line if this goes on"),
        CHANGED(true, "The partner changed the case file while it was read: the next pull brings it"),
        GONE(true, "The partner took the case file away: the next listing shows what is there"),
        HOSTILE(false, "Ask the partner for a clean copy of this bundle; nothing of it was taken"),
        OCCUPIED(false, "Compare the file of this name with the recipient before either removes it"),
        FULL(true, "Make room where the message says: it is tried again"),
        BUSY(
                true,
                "The server asks for fewer requests: it is tried again later; agree with its administrator on a rate"),
        PEER_FAULT(true, "The server answered against its protocol: ask its administrator");

        private final boolean passing;
        private final String nextAction;

        Kind(boolean passing, String nextAction) {
            this.passing = passing;
            this.nextAction = nextAction;
        }

        /// Whether trying again later, with nothing changed by an operator, may succeed.
        public boolean passing() {
            return passing;
        }

        /// What the operator does next, one sentence.
        public String nextAction() {
            return nextAction;
        }
    }

    /// What is wrong with one parameter.
    ///
    /// @param parameter its name as it was written, so it may be anything; never its value
    /// @param message in words for an operator, without the value
    public record Complaint(String parameter, String message) {
        @Override
        public String toString() {
            return message;
        }
    }

    private final Kind kind;
    private final transient List<Complaint> complaints;

    public DoorProblem(Kind kind, String message) {
        super(message);
        this.kind = kind;
        this.complaints = List.of();
    }

    /// Everything that is wrong with the parameters of a connector; of kind CONFIGURATION.
    public DoorProblem(String connector, List<Complaint> complaints) {
        super(connector + ": " + complaints.stream().map(Complaint::message).collect(Collectors.joining("; ")));
        this.kind = Kind.CONFIGURATION;
        this.complaints = List.copyOf(complaints);
    }

    /// A problem seen by a library. Only the trace of its exception is kept: its message may hold a
    /// partner's path or a row, and causes end up in logs.
    public DoorProblem(Kind kind, String message, Throwable seen) {
        super(message);
        this.kind = kind;
        this.complaints = List.of();
        setStackTrace(seen.getStackTrace());
    }

    /// What kind of problem it is.
    public Kind kind() {
        return kind;
    }

    /// What is wrong with each parameter, where parameters are what is wrong.
    public List<Complaint> complaints() {
        return complaints;
    }
}
