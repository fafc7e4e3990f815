package org.safepassage.connectors.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.folders.SharedFiles;

/// The files below a folder of this machine. A path below it is walked name by name through open folders,
/// so that a link that somebody puts in the way at any moment leads nowhere.
///
/// @param root the folder in its wire spelling, itself allowed to be a link
/// @param presence tells a share that is gone from an empty one
record LocalFiles(String root, SharePresence presence) implements SharedFiles {
    private static final LinkOption HERE = LinkOption.NOFOLLOW_LINKS;

    private interface Work<T> {
        T in(SecureDirectoryStream<Path> folder, Path name) throws IOException;
    }

    @Override
    public void list(String folder, Visitor visitor) throws DoorProblem {
        presence.check();
        try (var entries = folder(folder)) {
            for (Path entry : entries) {
                Optional<Seen> seen = seen(entries, entry.getFileName());
                if (seen.isPresent() && !visitor.visit(seen.get())) {
                    return;
                }
            }
        } catch (DirectoryIteratorException broken) {
            throw problem(Objects.requireNonNull(broken.getCause()));
        } catch (IOException broken) {
            throw problem(broken);
        }
        // A share that goes away in the middle ends its listing as if there were no more.
        presence.check();
    }

    private static Optional<Seen> seen(SecureDirectoryStream<Path> folder, Path name) throws IOException {
        try {
            BasicFileAttributes now = folder.getFileAttributeView(name, BasicFileAttributeView.class, HERE)
                    .readAttributes();
            Type type = now.isRegularFile() ? Type.FILE : now.isDirectory() ? Type.FOLDER : Type.OTHER;
            return Optional.of(new Seen(
                    LocalPaths.name(name),
                    type,
                    type == Type.FILE ? now.size() : -1,
                    now.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Seen> find(String path) throws DoorProblem {
        try {
            return within(path, LocalFiles::seen);
        } catch (DoorProblem problem) {
            if (problem.kind() == Kind.GONE) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    @Override
    public InputStream open(String path, long offset) throws DoorProblem {
        return within(path, (folder, name) -> {
            var channel = folder.newByteChannel(name, Set.of(StandardOpenOption.READ, HERE));
            channel.position(offset);
            return new LocalStream(Channels.newInputStream(channel));
        });
    }

    @Override
    public void write(String path, byte[] bytes) throws DoorProblem {
        Set<OpenOption> over =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE, HERE);
        within(path, (folder, name) -> {
            try (OutputStream out = Channels.newOutputStream(folder.newByteChannel(name, over))) {
                out.write(bytes);
            }
            return true;
        });
    }

    @Override
    public void rename(String from, String to) throws DoorProblem {
        try {
            Files.move(LocalPaths.path(from), LocalPaths.path(to), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw problem(failed);
        }
    }

    @Override
    public void makeFolder(String path) throws DoorProblem {
        try {
            Files.createDirectories(LocalPaths.path(path));
        } catch (IOException failed) {
            throw problem(failed);
        }
    }

    @Override
    public String checkChangeable(String folder, String to) throws IOException {
        Path from = LocalPaths.path(folder);
        Path target = LocalPaths.path(to);
        while (!Files.exists(target) && target.getParent() != null) {
            target = target.getParent();
        }
        if (!Files.isWritable(from) || !Files.isWritable(target)) {
            throw new DoorProblem(
                    Kind.PERMISSION,
                    "the share is read-only for the hub: let it write in casesFolder and doneFolder, or set acknowledge"
                            + " to none");
        }
        if (!SharePresence.device(from).equals(SharePresence.device(target))) {
            throw new DoorProblem(
                    Kind.CONFIGURATION, "doneFolder must be on the same file system as casesFolder: cases are renamed");
        }
        return "the hub may write there";
    }

    /// Works on the last name of a path, in the folder that holds it.
    private <T> T within(String path, Work<T> work) throws DoorProblem {
        int cut = path.lastIndexOf('/');
        try (var folder = folder(path.substring(0, Math.max(1, cut)))) {
            return work.in(
                    folder, LocalPaths.path("/" + path.substring(cut + 1)).getFileName());
        } catch (IOException failed) {
            throw problem(failed);
        }
    }

    /// Opens a folder; what lies below the root is entered name by name and not through links.
    private SecureDirectoryStream<Path> folder(String path) throws IOException {
        boolean below = (path + "/").startsWith(root + "/");
        SecureDirectoryStream<Path> at = secure(LocalPaths.path(below ? root : path));
        if (!below || path.equals(root)) {
            return at;
        }
        for (String part : path.substring(root.length() + 1).split("/")) {
            try (var above = at) {
                at = above.newDirectoryStream(LocalPaths.path("/" + part).getFileName(), HERE);
            }
        }
        return at;
    }

    @SuppressWarnings("StreamResourceLeak") // The caller closes it.
    private static SecureDirectoryStream<Path> secure(Path path) throws IOException {
        DirectoryStream<Path> opened = Files.newDirectoryStream(path);
        if (opened instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        opened.close();
        throw new DoorProblem(
                Kind.CONFIGURATION, "this platform cannot read a folder without following links: run the hub on Linux");
    }

    private DoorProblem problem(IOException failed) {
        DoorProblem problem = LocalProblems.of(failed);
        if (problem.kind() != Kind.GONE) {
            return problem;
        }
        try {
            presence.check();
            return problem;
        } catch (DoorProblem away) {
            return away;
        }
    }

    @Override
    public void close() {}
}
