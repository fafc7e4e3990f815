package org.safepassage.connectors.folders;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.ReceiptFile;
import org.safepassage.connectors.folders.SharedFiles.Seen;
import org.safepassage.connectors.plumbing.ResumingStream;
import org.safepassage.schemas.Content;

/// Receipts in a folder that a recipient shares: a stranger's small files, read when asked for and moved
/// away when recorded.
///
/// @param files what carries them
/// @param folder where receipts wait, in its wire spelling
/// @param doneFolder where recorded receipts go
public record FolderReceipts(SharedFiles files, String folder, String doneFolder) {
    private static final long LARGEST = 1 << 20;
    private static final int MOST_AT_ONCE = 10_000;

    /// The receipts that wait, oldest first; at most 10,000 at once, each at most 1 MiB.
    public List<ReceiptFile> waiting() throws IOException {
        try {
            return SharedFiles.twice(this::listed).stream().map(this::receipt).toList();
        } catch (DoorProblem problem) {
            throw problem.kind() == Kind.GONE
                    ? new DoorProblem(Kind.NOT_FOUND, "there is no folder as receiptsFolder says")
                    : problem;
        }
    }

    private List<Seen> listed() throws IOException {
        var waiting = new ArrayList<Seen>();
        files.list(folder, seen -> {
            String name = seen.name();
            boolean taken = seen.type() == SharedFiles.Type.FILE
                    && seen.size() <= LARGEST
                    && !name.startsWith(".")
                    && !name.endsWith(".part")
                    && !name.contains("/");
            if (taken) {
                waiting.add(seen);
            }
            return waiting.size() < MOST_AT_ONCE;
        });
        waiting.sort(Comparator.comparing(Seen::modified).thenComparing(Seen::name));
        return waiting;
    }

    private ReceiptFile receipt(Seen file) {
        String path = folder + "/" + file.name();
        return new ReceiptFile(file.name(), new Content() {
            @Override
            public InputStream open() {
                return new ResumingStream(offset -> files.open(path, offset), file.size());
            }

            @Override
            public long size() {
                return file.size();
            }
        });
    }

    /// Moves a receipt to the recorded ones, beside one of the same name; harmless when repeated.
    public void acknowledge(String name) throws IOException {
        if (name.contains("/") || name.startsWith(".")) {
            throw new IllegalArgumentException("a receipt of this door has a plain name");
        }
        SharedFiles.twice(() -> {
            String from = folder + "/" + name;
            if (files.find(from).isEmpty()) {
                return true;
            }
            if (files.find(doneFolder).isEmpty()) {
                files.makeFolder(doneFolder);
            }
            String to = doneFolder + "/" + name;
            for (int number = 2; files.find(to).isPresent(); number++) {
                to = doneFolder + "/" + name + "~" + number;
            }
            files.rename(from, to);
            return true;
        });
    }
}
