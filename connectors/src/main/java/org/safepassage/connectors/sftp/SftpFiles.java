package org.safepassage.connectors.sftp;

import java.io.InputStream;
import java.util.EnumSet;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.folders.SharedFiles;

/// A partner's files over SFTP.
///
/// @param line to the server
record SftpFiles(SftpLine line) implements SharedFiles {
    @Override
    public void list(String folder, Visitor visitor) throws DoorProblem {
        once(sftp -> {
            SftpListing.visit(sftp, folder, entry -> visitor.visit(seen(entry.getFilename(), entry.getAttributes())));
            return true;
        });
    }

    @Override
    public Optional<Seen> find(String path) throws DoorProblem {
        return line.ask(sftp -> SftpPaths.find(sftp, there -> there.lstat(path)))
                .map(attributes -> seen(path.substring(path.lastIndexOf('/') + 1), attributes));
    }

    private static Seen seen(String name, SftpClient.Attributes attributes) {
        Type type = attributes.isRegularFile() ? Type.FILE : attributes.isDirectory() ? Type.FOLDER : Type.OTHER;
        return new Seen(name, type, type == Type.FILE ? attributes.getSize() : -1, SftpListing.modified(attributes));
    }

    @Override
    public InputStream open(String path, long offset) throws DoorProblem {
        return line.ask(sftp -> SftpPaths.open(sftp, path, offset));
    }

    @Override
    public void write(String path, byte[] bytes) throws DoorProblem {
        once(sftp -> {
            try (var out = sftp.write(path, EnumSet.of(OpenMode.Create, OpenMode.Write, OpenMode.Truncate))) {
                out.write(bytes);
            }
            return true;
        });
    }

    @Override
    public void rename(String from, String to) throws DoorProblem {
        once(sftp -> {
            sftp.rename(from, to);
            return true;
        });
    }

    @Override
    public void makeFolder(String path) throws DoorProblem {
        once(sftp -> {
            SftpPaths.makeFolder(sftp, path);
            return true;
        });
    }

    /// What is asked of the whole way before it is asked again: that is for the caller to judge.
    private void once(SftpLine.Question<Boolean> question) throws DoorProblem {
        try {
            line.askOnce(question);
        } catch (DoorProblem problem) {
            if (problem.kind() == DoorProblem.Kind.CUT) {
                line.drop();
            }
            throw problem;
        }
    }

    @Override
    public String checkChangeable(String folder, String to) throws DoorProblem {
        var rights = new WriteRights(line.user());
        return line.ask(sftp -> folder.equals(to) ? rights.toMarkIn(sftp, folder) : rights.toMove(sftp, folder, to));
    }

    @Override
    public void close() {
        line.close();
    }
}
