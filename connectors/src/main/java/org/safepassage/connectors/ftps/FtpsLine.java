package org.safepassage.connectors.ftps;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.plumbing.StepByStep;

/// One connection to an FTPS server, made when it is first needed and made again after it broke. It carries
/// one file at a time: whoever asks for something else while a file is being read ends that reading, which
/// then goes on where it was. For one thread.
final class FtpsLine implements AutoCloseable {
    /// Something asked of the server.
    interface Question<T> {
        T ask(FtpsClient ftp) throws IOException;
    }

    private final FtpsLogin login;
    private final FtpsProblems problems;
    private @Nullable FtpsClient connected;
    private @Nullable FtpsStream reading;
    private boolean loggedIn;
    private String home = "";
    private boolean machineListings;

    FtpsLine(FtpsLogin login) {
        this.login = login;
        this.problems = new FtpsProblems(login);
    }

    /// Asks, and asks once more on a new connection when the old one turns out broken.
    <T> T ask(Question<T> question) throws DoorProblem {
        try {
            return once(question);
        } catch (DoorProblem problem) {
            if (problem.kind() != Kind.CUT) {
                throw problem;
            }
            return once(question);
        }
    }

    /// Asks once, for questions that leave something half done when the connection breaks.
    <T> T once(Question<T> question) throws DoorProblem {
        try {
            if (reading != null) {
                drop();
            }
            return question.ask(client());
        } catch (IOException | RuntimeException failed) {
            DoorProblem problem = problems.of(failed);
            if (problem.kind() == Kind.CUT || problem.kind() == Kind.TIMED_OUT) {
                drop();
            }
            throw problem;
        }
    }

    private FtpsClient client() throws DoorProblem {
        FtpsClient open = connected;
        if (open == null || !open.isConnected() || !loggedIn) {
            drop();
            open = connect();
            secure();
            authenticate();
        }
        return open;
    }

    /// Resolves the name; answers how many addresses it has.
    int resolve() throws DoorProblem {
        try {
            return InetAddress.getAllByName(login.host()).length;
        } catch (UnknownHostException unknown) {
            throw problems.notConnected(unknown);
        }
    }

    private FtpsClient connect() throws DoorProblem {
        var opening = new FtpsClient(login);
        try {
            opening.connect(login.host(), login.port());
            if (opening.getReplyCode() != 220) {
                throw problems.refused(opening.getReplyCode(), "");
            }
            connected = opening;
            return opening;
        } catch (DoorProblem problem) {
            throw problem;
        } catch (IOException failed) {
            throw problems.notConnected(failed);
        }
    }

    private FtpsClient open() throws DoorProblem {
        FtpsClient open = connected;
        if (open == null) {
            throw new DoorProblem(Kind.CUT, "there is no connection to " + login.place());
        }
        return open;
    }

    private void secure() throws DoorProblem {
        try {
            if (!open().protectControl()) {
                throw new DoorProblem(
                        Kind.PEER_FAULT, login.place() + " offers no TLS (AUTH TLS), and plain FTP is refused");
            }
        } catch (IOException failed) {
            drop();
            throw failed instanceof DoorProblem problem ? problem : problems.notSecured(failed);
        }
    }

    private void authenticate() throws DoorProblem {
        FtpsClient ftp = open();
        try {
            if (!ftp.login(login.user(), login.password())) {
                throw refused(ftp);
            }
            if (!ftp.protectData()) {
                throw new DoorProblem(
                        Kind.PEER_FAULT, login.place() + " does not protect the data channel (PROT P): it is not used");
            }
            machineListings = ftp.hasFeature("MLST");
            if (ftp.hasFeature("UTF8")) {
                ftp.sendCommand("OPTS", "UTF8 ON");
            }
            String folder = ftp.printWorkingDirectory();
            home = folder == null || folder.equals("/") ? "" : folder;
            loggedIn = true;
        } catch (IOException failed) {
            drop();
            throw problems.of(failed);
        }
    }

    /// The path counted from the root, because listing moves the working folder.
    ///
    /// @throws DoorProblem of kind GONE for a name that the protocol cannot carry
    String absolute(String path) throws DoorProblem {
        if (path.chars().anyMatch(letter -> letter < 0x20 || letter == 0x7f)) {
            throw new DoorProblem(Kind.GONE, "a name with control characters cannot be asked for over FTP");
        }
        return path.startsWith("/") ? path : home + "/" + path;
    }

    /// Whether the server lists for machines (RFC 3659): exact times, every kind of name.
    boolean listsForMachines() {
        return machineListings;
    }

    /// The problem of the last reply.
    DoorProblem refused(FtpsClient ftp) {
        return problems.refused(ftp.getReplyCode(), String.valueOf(ftp.getReplyString()));
    }

    /// What an exception on this line means.
    DoorProblem problem(Exception thrown) {
        return problems.of(thrown);
    }

    /// Notes which file is being read; null when none is.
    void reading(@Nullable FtpsStream stream) {
        reading = stream;
    }

    /// The steps of a door's test up to the log-in, on a new connection.
    StepByStep steps() {
        drop();
        return new StepByStep()
                .then("resolve", () -> resolve() + " address(es)")
                .then("connect", () -> {
                    connect();
                    return login.place() + " accepts connections";
                })
                .then("tls", () -> {
                    secure();
                    return "the certificate is accepted";
                })
                .then("authenticate", () -> {
                    authenticate();
                    return "logged in; both channels under TLS";
                });
    }

    /// Lets go of the connection; the next question makes a new one.
    void drop() {
        FtpsClient closing = connected;
        FtpsStream ending = reading;
        connected = null;
        reading = null;
        loggedIn = false;
        try {
            if (ending != null) {
                ending.abandon();
            }
            if (closing != null) {
                closing.disconnect();
            }
        } catch (IOException alreadyBroken) {
            // It is thrown away in any case.
            return;
        }
    }

    @Override
    public void close() {
        drop();
    }
}
