package org.safepassage.connectors.sftp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.sshd.sftp.client.SftpClient;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.plumbing.ItemPaths;

/// One walk through a case folder and the folders in it, as deep and as far as is allowed. What is no plain file (a
/// link, a device, a folder too deep) is listed as refused and never followed. For one walk.
final class FolderWalk {
    private static final int DEEPEST = 8;

    private final SftpClient sftp;
    private final String root;
    private final String recordWire;
    private final int mostFiles;
    private final List<CaseFolder.Entry> entries = new ArrayList<>();
    private final ItemPaths paths = new ItemPaths();
    private boolean overfull;

    /// @param root path of the case folder
    /// @param recordWire the record file's name as it goes over the line
    /// @param mostFiles how many files a case folder may have
    FolderWalk(SftpClient sftp, String root, String recordWire, int mostFiles) {
        this.sftp = sftp;
        this.root = root;
        this.recordWire = recordWire;
        this.mostFiles = mostFiles;
    }

    /// Walks; answers the files in the order of their wire paths.
    List<CaseFolder.Entry> entries() throws IOException {
        walk("", 0);
        entries.sort(Comparator.comparing(CaseFolder.Entry::wire));
        return entries;
    }

    /// Whether there are more files than allowed; the record is found all the same.
    boolean overfull() {
        return overfull;
    }

    private void walk(String below, int depth) throws IOException {
        var folders = new ArrayList<String>();
        SftpListing.visit(sftp, root + "/" + below, entry -> {
            String file = entry.getFilename();
            String wire = below + file;
            boolean full = entries.size() + folders.size() >= mostFiles;
            if (wire.equals(Acknowledgement.MARK)) {
                return true;
            }
            if (full && !wire.equals(recordWire)) {
                overfull = true;
            } else if (entry.getAttributes().isDirectory() && depth < DEEPEST && !file.contains("/")) {
                folders.add(wire + "/");
            } else {
                entries.add(entry(wire, file, entry.getAttributes()));
            }
            return true;
        });
        for (String folder : folders) {
            if (!overfull) {
                walk(folder, depth + 1);
            }
        }
    }

    private CaseFolder.Entry entry(String wire, String file, SftpClient.Attributes attributes) {
        boolean readable = attributes.isRegularFile() && !file.contains("/");
        boolean isRecord = readable && wire.equals(recordWire);
        return new CaseFolder.Entry(
                wire,
                SftpListing.modified(attributes),
                new Item(
                        paths.safe(SftpPaths.text(wire)),
                        readable ? attributes.getSize() : -1,
                        isRecord ? Item.Part.RECORD : Item.Part.EXHIBIT,
                        readable ? Item.Presence.PRESENT : Item.Presence.REFUSED));
    }
}
