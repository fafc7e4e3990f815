package org.safepassage.connectors.webdav;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.ReceiptFile;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.plumbing.ResumingStream;
import org.safepassage.connectors.upload.Receipts;
import org.safepassage.schemas.Content;

/// Receipts in a WebDAV folder: a stranger's small files, read when asked for and moved away when recorded.
///
/// @param line to the server
/// @param folder where receipts wait, ending in `/`
/// @param doneFolder where recorded receipts go, ending in `/`
record DavReceipts(HttpLine line, URI folder, URI doneFolder) implements Receipts {
    private static final int MOST_AT_ONCE = 10_000;

    @Override
    public List<ReceiptFile> waiting() throws DoorProblem {
        var listed = new ArrayList<DavEntry>();
        var dav = new DavFolder(line, folder);
        dav.forEach(file -> {
            if (file.size() >= 0 && file.size() <= LARGEST && listed.size() < MOST_AT_ONCE) {
                listed.add(file);
            }
        });
        listed.sort(Comparator.comparingLong(DavEntry::modified).thenComparing(DavEntry::place));
        return listed.stream()
                .map(file -> new ReceiptFile(file.name(), content(dav, file)))
                .toList();
    }

    private static Content content(DavFolder dav, DavEntry file) {
        return new Content() {
            @Override
            public InputStream open() throws IOException {
                return new ResumingStream(offset -> dav.open(file, offset), file.size());
            }

            @Override
            public long size() {
                return file.size();
            }
        };
    }

    @Override
    public void acknowledge(String name) throws DoorProblem {
        String encoded = DavFolder.encoded(name);
        URI target = doneFolder.resolve("./" + encoded);
        line.status(Ask.of("MKCOL", doneFolder), 201, 405);
        var headers = Map.of("Destination", target.toString(), "Overwrite", "T");
        line.status(Ask.of("MOVE", folder.resolve("./" + encoded)).headers(headers), 201, 204, 404);
    }
}
