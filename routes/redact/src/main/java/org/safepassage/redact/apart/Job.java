package org.safepassage.redact.apart;

import java.io.IOException;
import java.nio.file.Path;

/// One piece of work: put the files it needs into [#folder()], [#run], read the files it made, close. Closing deletes
/// the folder. For one thread.
public final class Job implements AutoCloseable {
    private final Children children;
    private final Path folder;

    Job(Children children, Path folder) {
        this.children = children;
        this.folder = folder;
    }

    /// The job's own folder, which only the owner of this process can read.
    public Path folder() {
        return folder;
    }

    /// Waits for a child that is free, and for its answer.
    ///
    /// @param request as [Task#run] expects it
    /// @throws IOException when no child can be started at all, or this thread is interrupted; content cannot
    ///     cause it
    public Answer run(byte[] request) throws IOException {
        return children.run(request, folder);
    }

    @Override
    public void close() {
        PrivateFolder.delete(folder);
    }
}
