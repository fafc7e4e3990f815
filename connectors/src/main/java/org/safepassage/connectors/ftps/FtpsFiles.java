package org.safepassage.connectors.ftps;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.net.ftp.FTPFile;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.folders.SharedFiles;

/// A partner's files over FTPS. A server without listings for machines (RFC 3659) tells times by the minute
/// there; each file is then asked for by itself.
///
/// @param line to the server
record FtpsFiles(FtpsLine line) implements SharedFiles {
    @Override
    public void list(String folder, Visitor visitor) throws DoorProblem {
        line.once(ftp -> {
            // Servers list a folder that is not there as an empty one; none enters it.
            check(ftp.changeWorkingDirectory(line.absolute(folder)), ftp);
            boolean forMachines = line.listsForMachines();
            FtpsStream in = stream(ftp, forMachines ? "MLSD" : "LIST", forMachines ? "" : "-a", 0);
            if (!new FtpsListing(forMachines).visit(in, visitor)) {
                line.drop();
            }
            return true;
        });
    }

    private FtpsStream stream(FtpsClient ftp, String command, String argument, long offset) throws IOException {
        Socket data = ftp.data(command, argument.isEmpty() ? null : argument, offset);
        if (data == null) {
            throw line.refused(ftp);
        }
        return new FtpsStream(line, ftp, data);
    }

    private void check(boolean done, FtpsClient ftp) throws DoorProblem {
        if (!done) {
            throw line.refused(ftp);
        }
    }

    @Override
    public Optional<Seen> find(String path) throws DoorProblem {
        try {
            return line.ask(ftp -> Optional.of(
                    line.listsForMachines() ? listed(ftp, line.absolute(path)) : sized(ftp, line.absolute(path))));
        } catch (DoorProblem problem) {
            if (problem.kind() == Kind.GONE) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    private Seen listed(FtpsClient ftp, String path) throws IOException {
        FTPFile file = ftp.mlistFile(path);
        if (file == null) {
            throw line.refused(ftp);
        }
        return FtpsListing.seen(name(path), file);
    }

    private Seen sized(FtpsClient ftp, String path) throws IOException {
        String size = ftp.getSize(path);
        if (size != null && size.strip().matches("[0-9]{1,18}")) {
            Instant modified = ftp.mdtmInstant(path);
            return new Seen(
                    name(path), Type.FILE, Long.parseLong(size.strip()), modified == null ? Instant.EPOCH : modified);
        }
        check(ftp.changeWorkingDirectory(path), ftp);
        return new Seen(name(path), Type.FOLDER, -1, Instant.EPOCH);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public Seen exact(String path, Seen listed) throws DoorProblem {
        if (line.listsForMachines() || listed.type() != Type.FILE) {
            return listed;
        }
        return find(path)
                .filter(now -> now.type() == Type.FILE)
                .orElse(new Seen(listed.name(), Type.OTHER, -1, listed.modified()));
    }

    @Override
    public InputStream open(String path, long offset) throws DoorProblem {
        return line.ask(ftp -> stream(ftp, "RETR", line.absolute(path), offset));
    }

    @Override
    public void write(String path, byte[] bytes) throws DoorProblem {
        line.once(ftp -> {
            check(ftp.storeFile(line.absolute(path), new ByteArrayInputStream(bytes)), ftp);
            return true;
        });
    }

    @Override
    public void rename(String from, String to) throws DoorProblem {
        line.once(ftp -> {
            check(ftp.rename(line.absolute(from), line.absolute(to)), ftp);
            return true;
        });
    }

    @Override
    public void makeFolder(String path) throws DoorProblem {
        line.once(ftp -> {
            check(ftp.makeDirectory(line.absolute(path)), ftp);
            return true;
        });
    }

    @Override
    public String checkChangeable(String folder, String to) {
        return "FTP does not tell rights: whether sealed cases can be acknowledged is seen with the first";
    }

    @Override
    public void close() {
        line.close();
    }
}
