package org.safepassage.rehearsal.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The recipient `un-examination`: an SFTP server with `in-box/` and `receipts/`, and an office behind it that takes
/// every finished `<consignment>.tar.gpg` out of the in-box.
///
/// A package leaves the in-box only after its receipt stands in `receipts/<consignment>.json`, so a sender that was
/// interrupted finds one of the two and need not send again.
public final class UnExamination implements AutoCloseable {
    private static final String SUFFIX = ".tar.gpg";

    private final FolderOverSftp server;
    private final Path inBox;
    private final Path receipts;
    private final ConsignmentDesk desk;
    private final Thread office;
    private final AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();

    private UnExamination(FolderOverSftp server, Path root, ConsignmentDesk desk) {
        this.server = server;
        this.inBox = root.resolve("in-box");
        this.receipts = root.resolve("receipts");
        this.desk = desk;
        this.office = Thread.ofPlatform().name("un-examination").daemon().unstarted(this::work);
    }

    /// Starts the server over `root` and the office.
    ///
    /// @throws IOException when no port is free or the folders cannot be made
    public static UnExamination start(Path root, ConsignmentDesk desk, Credentials credentials) throws IOException {
        Files.createDirectories(root.resolve("in-box"));
        Files.createDirectories(root.resolve("receipts"));
        var recipient = new UnExamination(FolderOverSftp.start(root, credentials), root, desk);
        recipient.office.start();
        return recipient;
    }

    /// The server that the hub delivers to.
    public FolderOverSftp server() {
        return server;
    }

    /// Why the office stopped working, null while it works.
    public @Nullable Throwable trouble() {
        return trouble.get();
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                takeAll();
                Thread.sleep(200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            trouble.set(e);
        }
    }

    private void takeAll() throws IOException, InterruptedException {
        try (var arrived = Files.newDirectoryStream(inBox, "*" + SUFFIX)) {
            for (var file : arrived) {
                var name = file.getFileName().toString();
                take(name.substring(0, name.length() - SUFFIX.length()), file);
            }
        }
    }

    private void take(String consignment, Path file) throws IOException, InterruptedException {
        if (!ConsignmentDesk.isId(consignment)) {
            return;
        }
        ConsignmentDesk.Kept kept;
        try (var bytes = Files.newInputStream(file)) {
            kept = desk.keep(consignment, bytes);
        }
        Json.writeAtomically(receipts.resolve(consignment + ".json"), desk.note(kept));
        Files.delete(file);
    }

    @Override
    public void close() throws IOException {
        office.interrupt();
        server.close();
    }
}
