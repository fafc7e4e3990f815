package org.safepassage.connectors.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.ReceiptFile;
import org.safepassage.connectors.RecipientDoor;
import org.safepassage.connectors.folders.FolderReceipts;
import org.safepassage.connectors.plumbing.Consigned;
import org.safepassage.connectors.plumbing.StepByStep;
import org.safepassage.schemas.Content;

/// Consignments to a folder of this machine, from which a courier carries them: a drive that is plugged in,
/// a share that is mounted. Nothing is overwritten under a final name, and nothing is written where the
/// drive should be and is not.
final class LocalConsignments implements RecipientDoor {
    private final SharePresence presence;
    private final Path folder;
    private final Optional<Path> takenFolder;
    private final long compareBytes;
    private final Optional<FolderReceipts> receipts;

    /// @param folder where consignments are put
    /// @param takenFolder where the recipient or courier moves what was taken
    /// @param compareBytes files up to this size are compared byte by byte when one is already there
    /// @param receipts when there is a folder for them
    LocalConsignments(
            SharePresence presence,
            Path folder,
            Optional<Path> takenFolder,
            long compareBytes,
            Optional<FolderReceipts> receipts) {
        this.presence = presence;
        this.folder = folder;
        this.takenFolder = takenFolder;
        this.compareBytes = compareBytes;
        this.receipts = receipts;
    }

    @Override
    public Delivery deliver(String fileName, Content content) {
        Consigned.checkName(fileName);
        var file = new CourierFile(folder, fileName);
        try {
            checkFolder();
            if (takenFolder.isPresent() && there(takenFolder.get().resolve(fileName))) {
                return new Delivery.AlreadyThere();
            }
            if (there(file.whole())) {
                return compare(file, content);
            }
            checkRoom(content);
            return file.write(content);
        } catch (DoorProblem problem) {
            return new Delivery.Failed(problem.kind(), String.valueOf(problem.getMessage()));
        }
    }

    private static boolean there(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private void checkFolder() throws DoorProblem {
        presence.check();
        if (!Files.isDirectory(folder)) {
            throw new DoorProblem(Kind.NOT_FOUND, "there is no folder as folder says");
        }
    }

    private void checkRoom(Content content) throws DoorProblem {
        try {
            if (content.size() > Files.getFileStore(folder).getUsableSpace()) {
                throw new DoorProblem(Kind.FULL, "there is no room for the consignment on the file system of folder");
            }
        } catch (DoorProblem full) {
            throw full;
        } catch (IOException unknown) {
            throw LocalProblems.of(unknown);
        }
    }

    private Delivery compare(CourierFile file, Content content) throws DoorProblem {
        try {
            long size = Files.isRegularFile(file.whole(), LinkOption.NOFOLLOW_LINKS) ? Files.size(file.whole()) : -1;
            if (size == Consigned.size(content) && (size > compareBytes || sameBytes(file.whole(), content))) {
                // An earlier run may have been killed between the name and the disk.
                file.force();
                return new Delivery.AlreadyThere();
            }
        } catch (IOException unreadable) {
            throw LocalProblems.of(unreadable);
        }
        return new Delivery.Failed(
                Kind.OCCUPIED, "there is a different file under the name " + file.fileName() + " in the folder");
    }

    private static boolean sameBytes(Path there, Content content) throws IOException {
        try (InputStream ours = content.open();
                InputStream theirs = Files.newInputStream(there, LinkOption.NOFOLLOW_LINKS)) {
            return Consigned.sameBytes(ours, theirs);
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
        return new StepByStep()
                .then("share", () -> {
                    checkFolder();
                    return "folder is there";
                })
                .then("write", () -> {
                    if (!Files.isWritable(folder)) {
                        throw new DoorProblem(Kind.PERMISSION, "the hub's account may not write in folder");
                    }
                    long free = Files.getFileStore(folder).getUsableSpace() >> 20;
                    return "folder can be written; " + free + " MiB free";
                })
                .then("receipts", () -> {
                    int count = receipts.isPresent() ? receipts.get().waiting().size() : 0;
                    return count + " receipt(s) wait";
                })
                .report();
    }

    @Override
    public void close() {}
}
