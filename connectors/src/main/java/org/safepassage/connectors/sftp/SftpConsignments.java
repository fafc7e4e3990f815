package org.safepassage.connectors.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.impl.SftpOutputStreamAsync;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.ReceiptFile;
import org.safepassage.connectors.RecipientDoor;
import org.safepassage.connectors.plumbing.ResumingStream;
import org.safepassage.schemas.Content;

/// Consignments to a folder on an SFTP server. A file is uploaded as `NAME.part` and renamed when all of it is there;
/// SFTP version 3 refuses to rename onto a file that exists, so nothing is ever overwritten under a final name.
final class SftpConsignments implements RecipientDoor {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");
    private static final int TRIES = 5;
    private static final int BUFFER = 1 << 16;

    /// @param folder where consignments are put
    /// @param takenFolder where the recipient moves what it took; empty for none
    /// @param compareBytes files up to this size are read back and compared when one is already there
    record Places(String folder, String takenFolder, long compareBytes) {}

    private final SftpLine line;
    private final Places places;
    private final Optional<SftpReceipts> receipts;

    /// @param receipts when the recipient has a folder for them
    SftpConsignments(SftpLine line, Places places, Optional<SftpReceipts> receipts) {
        this.line = line;
        this.places = places;
        this.receipts = receipts;
    }

    @Override
    public Delivery deliver(String fileName, Content content) {
        if (!PLAIN_NAME.matcher(fileName).matches() || fileName.endsWith(".part")) {
            throw new IllegalArgumentException("a consignment's file name has only A-Z, a-z, 0-9, '.', '_' and '-'");
        }
        String part = places.folder() + "/" + fileName + ".part";
        try {
            if (taken(fileName)) {
                return new Delivery.AlreadyThere();
            }
            OptionalLong there = size(places.folder() + "/" + fileName);
            if (there.isPresent()) {
                return compare(fileName, there.getAsLong(), content);
            }
            long sent = upload(part, content);
            return finish(fileName, part, sent);
        } catch (DoorProblem problem) {
            return new Delivery.Failed(problem.kind(), String.valueOf(problem.getMessage()));
        }
    }

    private boolean taken(String fileName) throws DoorProblem {
        return !places.takenFolder().isEmpty()
                && size(places.takenFolder() + "/" + fileName).isPresent();
    }

    private Delivery compare(String fileName, long size, Content content) throws DoorProblem {
        long expected = content.size() >= 0 ? content.size() : count(content);
        boolean same = size == expected && (size > places.compareBytes() || sameBytes(fileName, size, content));
        return same
                ? new Delivery.AlreadyThere()
                : new Delivery.Failed(Kind.OCCUPIED, "the recipient has a different file under the name " + fileName);
    }

    private boolean sameBytes(String fileName, long size, Content content) throws DoorProblem {
        String path = places.folder() + "/" + fileName;
        try (InputStream ours = content.open();
                var theirs = new ResumingStream(offset -> openAt(path, offset), size)) {
            byte[] theirBytes = new byte[BUFFER];
            for (int count = theirs.readNBytes(theirBytes, 0, BUFFER);
                    count > 0;
                    count = theirs.readNBytes(theirBytes, 0, BUFFER)) {
                byte[] ourBytes = ours.readNBytes(count);
                if (!Arrays.equals(ourBytes, 0, ourBytes.length, theirBytes, 0, count)) {
                    return false;
                }
            }
            return ours.read() < 0;
        } catch (DoorProblem problem) {
            if (problem.kind() == Kind.PERMISSION) {
                return true; // a drop box that may not be read: equal name and size are all there is to compare
            }
            throw problem;
        } catch (IOException unreadable) {
            throw new DoorProblem(Kind.CUT, "the consignment cannot be read again to compare it", unreadable);
        }
    }

    private InputStream openAt(String path, long offset) throws DoorProblem {
        return line.ask(sftp -> {
            InputStream in = sftp.read(path, 1 << 18);
            in.skipNBytes(offset);
            return in;
        });
    }

    private static long count(Content content) throws DoorProblem {
        try (InputStream in = content.open()) {
            return in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException unreadable) {
            throw new DoorProblem(Kind.CUT, "the consignment cannot be read on this side", unreadable);
        }
    }

    /// Uploads all bytes to the partial file, going on where a broken connection left off. A partial file of an
    /// earlier run is overwritten: it may hold the bytes of an earlier sealing.
    private long upload(String part, Content content) throws DoorProblem {
        var begun = new AtomicBoolean();
        int tries = 0;
        long before = 0;
        while (true) {
            try {
                long from = begun.get() ? size(part).orElse(0) : 0;
                tries = from > before ? 0 : tries;
                before = from;
                return send(line.client(), part, content, from, begun);
            } catch (IOException | RuntimeException broken) {
                DoorProblem problem = line.problem(broken);
                if (!problem.kind().passing() || problem.kind() == Kind.GONE) {
                    throw folderProblem(problem);
                }
                line.drop();
                if (++tries > TRIES) {
                    throw problem;
                }
                ResumingStream.pause(tries);
            }
        }
    }

    private DoorProblem folderProblem(DoorProblem problem) {
        return problem.kind() == Kind.GONE
                ? new DoorProblem(Kind.NOT_FOUND, "there is no folder as folder says")
                : problem;
    }

    private static long send(SftpClient sftp, String part, Content content, long from, AtomicBoolean begun)
            throws IOException {
        var modes =
                from == 0 ? EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate) : EnumSet.of(OpenMode.Write);
        try (InputStream in = content.open();
                var out = sftp.write(part, BUFFER >> 1, modes)) {
            begun.set(true);
            in.skipNBytes(from);
            if (from > 0) {
                ((SftpOutputStreamAsync) out).setOffset(from);
            }
            byte[] bytes = new byte[BUFFER];
            long position = from;
            for (int count = ourBytes(in, bytes); count > 0; count = ourBytes(in, bytes)) {
                out.write(bytes, 0, count);
                position += count;
            }
            return position;
        }
    }

    private static int ourBytes(InputStream in, byte[] bytes) throws DoorProblem {
        try {
            return in.readNBytes(bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new DoorProblem(Kind.CUT, "the consignment cannot be read on this side", unreadable);
        }
    }

    /// The rename is the one moment that cannot be repeated blindly.
    private Delivery finish(String fileName, String part, long sent) throws DoorProblem {
        OptionalLong arrived = size(part);
        if (arrived.isEmpty() || arrived.getAsLong() != sent) {
            throw new DoorProblem(Kind.PEER_FAULT, "the recipient's server did not keep all bytes that were sent");
        }
        String path = places.folder() + "/" + fileName;
        try {
            line.client().rename(part, path);
            return new Delivery.Delivered();
        } catch (SftpException refused) {
            throw line.problem(refused);
        } catch (IOException | RuntimeException lost) {
            return lookAgain(fileName, part, sent);
        }
    }

    private Delivery lookAgain(String fileName, String part, long sent) {
        String path = places.folder() + "/" + fileName;
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                line.drop();
                ResumingStream.pause(attempt);
                OptionalLong there = size(path);
                if (there.isPresent() ? there.getAsLong() == sent : taken(fileName)) {
                    return new Delivery.Delivered();
                }
                if (size(part).isEmpty()) {
                    return new Delivery.Unknown("the connection broke while the file was renamed and it is under"
                            + " neither name now; the recipient may have taken it");
                }
                line.client().rename(part, path);
                return new Delivery.Delivered();
            } catch (SftpException refused) {
                DoorProblem problem = line.problem(refused);
                return new Delivery.Failed(problem.kind(), String.valueOf(problem.getMessage()));
            } catch (IOException | RuntimeException stillLost) {
                // The server is not back yet: the next attempt looks again.
            }
        }
        return lastLook(path, part, sent);
    }

    private Delivery lastLook(String path, String part, long sent) {
        try {
            OptionalLong there = size(path);
            if (there.isPresent() && there.getAsLong() == sent) {
                return new Delivery.Delivered();
            }
            if (there.isEmpty() && size(part).isPresent()) {
                return new Delivery.Failed(Kind.CUT, "the connection breaks whenever the file is renamed");
            }
        } catch (DoorProblem stillAway) {
            return new Delivery.Unknown("the connection broke while the file was renamed, and looking again fails: "
                    + stillAway.getMessage());
        }
        return new Delivery.Unknown("the connection broke while the file was renamed and it is under neither name now");
    }

    private OptionalLong size(String path) throws DoorProblem {
        return line.ask(sftp -> {
            try {
                var attributes = sftp.stat(path);
                return OptionalLong.of(attributes.getSize());
            } catch (SftpException absent) {
                if (absent.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                    return OptionalLong.empty();
                }
                throw absent;
            }
        });
    }

    @Override
    public Stream<ReceiptFile> receipts() throws IOException {
        return receipts.isPresent() ? receipts.get().waiting().stream() : Stream.empty();
    }

    @Override
    public void acknowledgeReceipt(ReceiptFile receipt) throws IOException {
        if (receipts.isPresent()) {
            receipts.get().acknowledge(receipt.name());
        }
    }

    @Override
    public DoorReport test() {
        return SftpSteps.upToLogin(line)
                .then("list", () -> {
                    if (size(places.folder()).isEmpty()) {
                        throw new DoorProblem(Kind.NOT_FOUND, "there is no folder as folder says");
                    }
                    return "folder is there";
                })
                .then("receipts", () -> {
                    int count = receipts.isPresent() ? receipts.get().waiting().size() : 0;
                    return count + " receipt(s) wait";
                })
                .report();
    }

    @Override
    public void close() {
        line.close();
    }
}
