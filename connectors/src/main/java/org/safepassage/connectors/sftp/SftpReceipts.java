package org.safepassage.connectors.sftp;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.ReceiptFile;
import org.safepassage.connectors.plumbing.ResumingStream;
import org.safepassage.schemas.Content;

/// Receipts in a folder on an SFTP server: a stranger's small files, read when asked for and moved away when
/// recorded.
///
/// @param line to the server
/// @param folder where receipts wait
/// @param doneFolder where recorded receipts go
record SftpReceipts(SftpLine line, String folder, String doneFolder) {
    private static final long LARGEST = 1 << 20;
    private static final int MOST_AT_ONCE = 10_000;

    private record Waiting(String name, long size, long modified) {}

    /// The receipts that wait, oldest first.
    List<ReceiptFile> waiting() throws DoorProblem {
        return listed().stream().map(this::receipt).toList();
    }

    private List<Waiting> listed() throws DoorProblem {
        return line.ask(sftp -> {
            var waiting = new ArrayList<Waiting>();
            for (var entry : sftp.readDir(folder)) {
                var attributes = entry.getAttributes();
                String name = entry.getFilename();
                if (attributes.isRegularFile()
                        && attributes.getSize() <= LARGEST
                        && !name.startsWith(".")
                        && !name.endsWith(".part")
                        && !name.contains("/")
                        && waiting.size() < MOST_AT_ONCE) {
                    waiting.add(new Waiting(
                            name,
                            attributes.getSize(),
                            attributes.getModifyTime().toMillis()));
                }
            }
            waiting.sort(Comparator.comparingLong(Waiting::modified).thenComparing(Waiting::name));
            return waiting;
        });
    }

    private ReceiptFile receipt(Waiting file) {
        String path = folder + "/" + file.name();
        return new ReceiptFile(file.name(), new Content() {
            @Override
            public InputStream open() {
                return new ResumingStream(offset -> line.ask(sftp -> SftpPaths.open(sftp, path, offset)), file.size());
            }

            @Override
            public long size() {
                return file.size();
            }
        });
    }

    /// Moves a receipt to the recorded ones; harmless when repeated.
    void acknowledge(String name) throws DoorProblem {
        if (name.contains("/") || name.startsWith(".")) {
            throw new IllegalArgumentException("a receipt of this door has a plain name");
        }
        line.ask(sftp -> {
            String from = folder + "/" + name;
            String to = doneFolder + "/" + name;
            if (!SftpPaths.exists(sftp, from)) {
                return true;
            }
            SftpPaths.makeFolder(sftp, doneFolder);
            if (SftpPaths.exists(sftp, to)) {
                sftp.remove(to);
            }
            sftp.rename(from, to);
            return true;
        });
    }
}
