package org.safepassage.redact.apart;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

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
        return children.run(request, folder, null);
    }

    /// The same with limits of its own, where what a job may cost is known only when its content is.
    ///
    /// @param cpuTime in place of the settings' CPU time
    /// @param wallClock in place of the settings' time by the clock
    public Answer run(byte[] request, Duration cpuTime, Duration wallClock) throws IOException {
        return children.run(request, folder, new JobLimits(cpuTime, wallClock));
    }

    @Override
    public void close() {
        PrivateFolder.delete(folder);
    }
}
