package org.safepassage.extract;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.safepassage.extract.worker.BrokenFrame;
import org.safepassage.extract.worker.Frames;
import org.safepassage.extract.worker.Request;
import org.safepassage.extract.worker.TemporaryFolder;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Extraction.Status;

/// One killable JVM and the pipes to it. One document at a time; [#kill] may come from any thread.
final class WorkerProcess implements AutoCloseable {
    private static final int OUT_OF_MEMORY_EXIT = 3;
    private static final int SECONDS_TO_DIE = 3;

    private final ExtractorSettings settings;
    private final Process process;
    private final Path folder;
    private final DataOutputStream toWorker;
    private final DataInputStream fromWorker;
    private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();
    private volatile @Nullable Budget budget;
    private int documents;
    private boolean retired;

    private WorkerProcess(ExtractorSettings settings, Process process, Path folder) {
        this.settings = settings;
        this.process = process;
        this.folder = folder;
        this.toWorker = new DataOutputStream(process.getOutputStream());
        this.fromWorker = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    /// Starts a worker and returns at once; the worker warms up by itself.
    ///
    /// @throws IOException when the JVM cannot be started or its folder not be made
    static WorkerProcess start(ExtractorSettings settings) throws IOException {
        Files.createDirectories(settings.temp());
        Path folder = Files.createTempDirectory(
                settings.temp(), "worker-" + ProcessHandle.current().pid() + "-");
        ProcessBuilder builder = WorkerCommand.of(settings, folder);
        return new WorkerProcess(settings, builder.start(), folder);
    }

    /// Waits until the worker is warm.
    ///
    /// @throws IOException when it ended instead
    void awaitReady() throws IOException {
        try {
            if (Frames.read(fromWorker).type() != Frames.READY) {
                throw new IOException("the extraction worker does not speak our protocol");
            }
        } catch (EOFException ended) {
            throw new IOException(
                    "the extraction worker did not start: check extract.java and extract.class-path (exit "
                            + exitCode(SECONDS_TO_DIE) + ")",
                    ended);
        }
    }

    boolean isReusable(int mostDocuments) {
        return !retired && process.isAlive() && documents < mostDocuments;
    }

    /// Reads one document.
    ///
    /// @throws IOException when the content cannot be read; the worker is then of no more use
    Extraction extract(Content content, String name) throws IOException {
        documents++;
        var request = new Request(name, content.size(), settings.limits(), settings.ocr());
        var cost = new Budget(settings, CpuClock.spent(process.toHandle()));
        budget = cost;
        var sending = new Sending(toWorker, cost);
        Thread pump = Thread.ofVirtual().unstarted(() -> {
            if (!sending.send(request, content)) {
                kill(new Stop(Status.CRASHED, "content"));
            }
        });
        pump.start();
        try {
            return listen(new Listening(fromWorker, cost, sending));
        } finally {
            budget = null;
            if (retired) {
                kill(new Stop(Status.CRASHED, "retired"));
            }
            join(pump);
            retired |= sending.isUnreadable();
            sending.rethrow();
        }
    }

    private Extraction listen(Listening listening) {
        try {
            Extraction whole = listening.listen();
            retired = listening.isLast();
            return whole;
        } catch (IOException ended) {
            retired = true;
            // A JVM that dies may say a word where a frame is expected; a moment later it is gone by itself.
            int code = exitCode(SECONDS_TO_DIE);
            kill(new Stop(Status.CRASHED, code < 0 && ended instanceof BrokenFrame ? "protocol" : ""));
            return listening.cutOff(why(code));
        }
    }

    /// Why the document at hand was stopped; the exit code tells when nobody stopped it.
    private Stop why(int exitCode) {
        Stop why = stop.get();
        if (why != null && !why.reason().isEmpty()) {
            return why;
        }
        return new Stop(Status.CRASHED, exitCode == OUT_OF_MEMORY_EXIT ? "out-of-memory" : "worker-exit: " + exitCode);
    }

    /// Stops the document that costs too much, if it does.
    void look() {
        Budget running = budget;
        if (running != null) {
            running.look(CpuClock.spent(process.toHandle()), () -> CpuClock.isAtWork(process.toHandle()))
                    .ifPresent(this::kill);
        }
    }

    /// Ends the worker and its children now; the document at hand ends with `why`.
    void kill(Stop why) {
        stop.compareAndSet(null, why);
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        kill(new Stop(Status.CRASHED, "closed"));
        exitCode(SECONDS_TO_DIE);
        try {
            TemporaryFolder.delete(folder);
        } catch (IOException busy) {
            // The next start sweeps folders of processes that are gone.
        }
    }

    private int exitCode(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
