package org.safepassage.connectors.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.ReceiptFile;
import org.safepassage.connectors.RecipientDoor;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.http.HttpSteps;
import org.safepassage.connectors.plumbing.ResumingStream;
import org.safepassage.schemas.Content;

/// Consignments to a recipient's server over HTTP, in whichever way it takes uploads. Before anything is sent the
/// server is asked whether the file is there; after an answer that is lost it is asked again, and what cannot be told
/// is unknown, never guessed.
public final class HttpConsignments implements RecipientDoor {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");
    private static final int LOOKS = 5;

    private final HttpLine line;
    private final RecipientFolder folder;
    private final Upload upload;
    private final Receipts receipts;

    /// @param line closed with this door
    public HttpConsignments(HttpLine line, RecipientFolder folder, Upload upload, Receipts receipts) {
        this.line = line;
        this.folder = folder;
        this.upload = upload;
        this.receipts = receipts;
    }

    @Override
    public Delivery deliver(String fileName, Content content) {
        if (!PLAIN_NAME.matcher(fileName).matches() || fileName.endsWith(".part")) {
            throw new IllegalArgumentException("a consignment's file name has only A-Z, a-z, 0-9, '.', '_' and '-'");
        }
        try {
            if (folder.taken(fileName)) {
                return new Delivery.AlreadyThere();
            }
            long size = content.size() >= 0 ? content.size() : count(content);
            OptionalLong there = folder.find(fileName);
            return there.isPresent()
                    ? folder.compare(fileName, there.getAsLong(), content, size)
                    : send(fileName, new Attempt(content, size));
        } catch (DoorProblem problem) {
            return failed(problem);
        }
    }

    private Delivery send(String fileName, Attempt attempt) throws DoorProblem {
        try {
            upload.send(fileName, attempt);
        } catch (DoorProblem problem) {
            if (problem.kind() == Kind.CHANGED) {
                return somebodyWasFaster(fileName, attempt, problem);
            }
            return attempt.mayBeThere() && problem.kind().passing()
                    ? lookAgain(fileName, attempt, problem)
                    : failed(problem);
        }
        return confirmed(fileName, attempt);
    }

    /// The server has said that it has the file; what it shows must not say otherwise.
    private Delivery confirmed(String fileName, Attempt attempt) {
        try {
            OptionalLong there = folder.find(fileName);
            boolean otherwise = there.isPresent() && there.getAsLong() >= 0 && there.getAsLong() != attempt.size();
            return otherwise
                    ? new Delivery.Failed(
                            Kind.PEER_FAULT, "the recipient's server did not keep all bytes that were sent")
                    : new Delivery.Delivered();
        } catch (DoorProblem unseen) {
            return new Delivery.Delivered();
        }
    }

    private Delivery somebodyWasFaster(String fileName, Attempt attempt, DoorProblem problem) throws DoorProblem {
        OptionalLong there = folder.find(fileName);
        return there.isPresent()
                ? folder.compare(fileName, there.getAsLong(), attempt.content(), attempt.size())
                : failed(problem);
    }

    private Delivery lookAgain(String fileName, Attempt attempt, DoorProblem lost) {
        String why = "the connection broke at the end and the file is not seen; the recipient may have taken it";
        for (int look = 1; look <= LOOKS; look++) {
            try {
                ResumingStream.pause(look);
                OptionalLong there = folder.find(fileName);
                if (there.isPresent()) {
                    return there.getAsLong() < 0 || there.getAsLong() == attempt.size()
                            ? new Delivery.Delivered()
                            : new Delivery.Failed(
                                    Kind.OCCUPIED, "the recipient has a different file under the name " + fileName);
                }
                if (folder.taken(fileName)) {
                    return new Delivery.Delivered();
                }
                if (upload.stillPending(fileName) || (folder.showsTaken() && look > 2)) {
                    return failed(lost);
                }
            } catch (DoorProblem stillAway) {
                why = "the connection broke at the end, and looking again fails: " + stillAway.getMessage();
            }
        }
        return new Delivery.Unknown(why);
    }

    private static Delivery failed(DoorProblem problem) {
        return new Delivery.Failed(problem.kind(), String.valueOf(problem.getMessage()));
    }

    private static long count(Content content) throws DoorProblem {
        try (InputStream in = content.open()) {
            return in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException unreadable) {
            throw new DoorProblem(Kind.CUT, "the consignment cannot be read on this side", unreadable);
        }
    }

    @Override
    public Stream<ReceiptFile> receipts() throws IOException {
        return receipts.waiting().stream();
    }

    @Override
    public void acknowledgeReceipt(ReceiptFile receipt) throws IOException {
        if (receipt.name().contains("/") || receipt.name().startsWith(".")) {
            throw new IllegalArgumentException("a receipt of this door has a plain name");
        }
        receipts.acknowledge(receipt.name());
    }

    @Override
    public DoorReport test() {
        return HttpSteps.upToTls(line)
                .then("authenticate", () -> {
                    line.logIn();
                    folder.find("safe-passage-door-test");
                    return line.tls() ? "logged in over TLS" : "logged in, not encrypted: loopback only";
                })
                .then("list", upload::test)
                .then("receipts", () -> receipts.waiting().size() + " receipt(s) wait")
                .report();
    }

    @Override
    public void close() {
        line.close();
    }
}
