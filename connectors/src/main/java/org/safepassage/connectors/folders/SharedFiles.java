package org.safepassage.connectors.folders;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// The files that a partner shares, as one connection or mount shows them.
///
/// A path is in its wire spelling (see [WirePaths]), so that a name in any encoding can be opened again. No
/// link is followed below a folder that the operator named. Everything fails with a [DoorProblem]: of kind
/// GONE when there is no such file or folder, of kind CUT when the connection broke; the next question then
/// makes a new one.
///
/// For one thread.
public interface SharedFiles extends AutoCloseable {
    /// What a name stands for.
    enum Type {
        FILE,
        FOLDER,
        /// A link, a device, or what the other side does not tell.
        OTHER
    }

    /// One name as it is at this moment.
    ///
    /// @param name without the folder it is in; data, it may hold a `/`
    /// @param size bytes of a file; -1 for anything else
    /// @param modified by the other side's clock, as finely as it tells; 1970 when it does not
    record Seen(String name, Type type, long size, Instant modified) {
        /// Size and time in a form that changes with either.
        String fact() {
            String fraction = modified.getNano() == 0 ? "" : "." + modified.getNano();
            return size + " " + modified.getEpochSecond() + fraction;
        }
    }

    /// What looks at an entry and says whether to go on.
    interface Visitor {
        boolean visit(Seen entry) throws IOException;
    }

    /// Shows every entry of a folder, in any order and in bounded memory, until the visitor has seen enough.
    void list(String folder, Visitor visitor) throws IOException;

    /// What stands there; empty when nothing does.
    Optional<Seen> find(String path) throws IOException;

    /// A listed entry with its exact size and time, for a side whose listings round them; of type OTHER
    /// when it is not there under its listed name.
    ///
    /// @param path where the entry is
    default Seen exact(String path, Seen listed) throws IOException {
        return listed;
    }

    /// Opens a file from a byte on.
    InputStream open(String path, long offset) throws IOException;

    /// Writes a small file, over one that is there.
    void write(String path, byte[] bytes) throws IOException;

    /// Gives a file or folder another place, where nothing stands.
    void rename(String from, String to) throws IOException;

    /// Makes a folder in one that is there.
    void makeFolder(String path) throws IOException;

    /// Finds out, without changing anything, whether entries of a folder may be moved to another one (or,
    /// when both are the same, be written).
    ///
    /// @return what is known and, where it cannot be told without writing, that it is not; in words for an
    ///     operator
    /// @throws DoorProblem when it is certain that they may not
    String checkChangeable(String folder, String to) throws IOException;

    @Override
    void close();

    /// Something asked of the other side that may be asked again after the connection broke.
    interface Question<T> {
        T ask() throws IOException;
    }

    /// Asks, and asks once more when the connection turns out to be broken.
    static <T> T twice(Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (DoorProblem problem) {
            if (problem.kind() != Kind.CUT) {
                throw problem;
            }
            return question.ask();
        }
    }
}
