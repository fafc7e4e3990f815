package org.safepassage.connectors.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.ReceiptFile;
import org.safepassage.connectors.RecipientDoor;
import org.safepassage.connectors.folders.FolderReceipts;
import org.safepassage.connectors.plumbing.Consigned;
import org.safepassage.schemas.Content;

/// Consignments to a folder on an SFTP server. A file is uploaded as `NAME.part` and renamed when all of it
/// is there; SFTP version 3 refuses to rename onto a file that exists, so nothing is ever overwritten under
/// a final name.
final class SftpConsignments implements RecipientDoor {
    private final SftpInbox inbox;
    private final long compareBytes;
    private final Optional<FolderReceipts> receipts;

    /// @param inbox where consignments are put
    /// @param compareBytes files up to this size are read back and compared when one is already there
    /// @param receipts when the recipient has a folder for them
    SftpConsignments(SftpInbox inbox, long compareBytes, Optional<FolderReceipts> receipts) {
        this.inbox = inbox;
        this.compareBytes = compareBytes;
        this.receipts = receipts;
    }

    @Override
    public Delivery deliver(String fileName, Content content) {
        Consigned.checkName(fileName);
        try {
            if (inbox.taken(fileName)) {
                return new Delivery.AlreadyThere();
            }
            OptionalLong there = inbox.size(inbox.path(fileName));
            if (there.isPresent()) {
                return compare(fileName, there.getAsLong(), content);
            }
            long sent = new PartialUpload(inbox, fileName, content).run();
            return new FinalRename(inbox, fileName, sent).run();
        } catch (DoorProblem problem) {
            return new Delivery.Failed(problem.kind(), String.valueOf(problem.getMessage()));
        }
    }

    private Delivery compare(String fileName, long size, Content content) throws DoorProblem {
        boolean same = size == Consigned.size(content) && (size > compareBytes || sameBytes(fileName, size, content));
        return same
                ? new Delivery.AlreadyThere()
                : new Delivery.Failed(Kind.OCCUPIED, "the recipient has a different file under the name " + fileName);
    }

    private boolean sameBytes(String fileName, long size, Content content) throws DoorProblem {
        try (InputStream ours = content.open();
                InputStream theirs = inbox.open(fileName, size)) {
            return Consigned.sameBytes(ours, theirs);
        } catch (DoorProblem problem) {
            if (problem.kind() == Kind.PERMISSION) {
                return true; // a drop box that may not be read: equal name and size are all there is to compare
            }
            throw problem;
        } catch (IOException unreadable) {
            throw new DoorProblem(Kind.CUT, "the consignment cannot be read again to compare it", unreadable);
        }
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
        return SftpSteps.upToLogin(inbox.line())
                .then("list", () -> {
                    if (inbox.size(inbox.folder()).isEmpty()) {
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
        inbox.line().close();
    }
}
