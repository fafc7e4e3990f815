package org.safepassage.redact.apart;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Children that do one kind of task. They start when they are first needed and stay for the next job, so that a model
/// is loaded once; one that crashed, hung or burst is replaced. Thread-safe.
///
/// A caller writes what the job needs into its folder and streams the result from there, so content of any size never
/// passes through memory:
/// {@snippet :
/// try (Job job = children.open()) {
///     Files.copy(content, job.folder().resolve("in"));
///     switch (job.run(request)) {
///         case Answer.Done(byte[] reply) -> take(job.folder().resolve("out"));
///         case Answer.Stopped(Trouble trouble) -> hold(trouble);
///     }
/// }
/// }
public final class Children implements AutoCloseable {
    private final ChildSettings settings;
    private final Class<? extends Task> task;
    private final Semaphore places;
    private final Deque<Child> idle = new ArrayDeque<>();
    private final Set<Child> atWork = new HashSet<>();
    private boolean closed;

    /// @param task public, with a public constructor without parameters
    /// @throws IOException when the folder cannot be made
    public Children(ChildSettings settings, Class<? extends Task> task) throws IOException {
        this.settings = settings;
        this.task = task;
        this.places = new Semaphore(settings.children(), true);
        PrivateFolder.sweep(settings.folder());
    }

    /// A new job with an empty folder.
    ///
    /// @throws IOException when there is no room for its folder
    public Job open() throws IOException {
        return new Job(this, PrivateFolder.make(settings.folder()));
    }

    /// @param limits of this job; the settings' when there are none
    Answer run(byte[] request, Path folder, @Nullable JobLimits limits) throws IOException {
        try {
            places.acquire();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a child");
        }
        try {
            Child child = take();
            try {
                return child.run(
                        request,
                        folder,
                        limits == null ? new JobLimits(settings.cpuTime(), settings.wallClock()) : limits);
            } finally {
                giveBack(child);
            }
        } finally {
            places.release();
        }
    }

    private Child take() throws IOException {
        synchronized (idle) {
            if (closed) {
                throw new IOException("the children are closed");
            }
            while (!idle.isEmpty()) {
                Child child = idle.pop();
                if (child.isGood()) {
                    atWork.add(child);
                    return child;
                }
                child.close();
            }
            Child fresh = Child.start(settings, task, PrivateFolder.make(settings.folder()));
            atWork.add(fresh);
            return fresh;
        }
    }

    private void giveBack(Child child) {
        synchronized (idle) {
            atWork.remove(child);
            if (child.isGood() && !closed) {
                idle.push(child);
                return;
            }
        }
        child.close();
    }

    /// Ends all children, those at work too: their jobs end as [Trouble#CRASHED].
    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(Child::close);
            idle.clear();
            atWork.forEach(Child::end);
        }
    }
}
