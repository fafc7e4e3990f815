package org.safepassage.redact.apart;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One child JVM and the pipes to it. The thread that asks is also the one that watches what the job costs. Not
/// thread-safe.
final class Child implements AutoCloseable {
    private static final int OUT_OF_MEMORY_EXIT = 3;
    private static final long LOOK_MILLIS = 100;
    private static final int SECONDS_TO_DIE = 5;

    private final ChildSettings settings;
    private final Path folder;
    private final Process process;
    private final DataOutputStream toChild;
    private final DataInputStream fromChild;
    private volatile boolean ready;
    private volatile boolean spent;
    private int jobs;

    private Child(ChildSettings settings, Path folder, Process process) {
        this.settings = settings;
        this.folder = folder;
        this.process = process;
        this.toChild = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.fromChild = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /// @param folder the child's own; deleted when it is closed
    /// @throws IOException when no process can be started
    static Child start(ChildSettings settings, Class<? extends Task> task, Path folder) throws IOException {
        return new Child(
                settings, folder, ChildCommand.of(settings, task, folder).start());
    }

    /// Whether it can take another job.
    boolean isGood() {
        return !spent && process.isAlive() && jobs < settings.jobs();
    }

    /// Does one job, or ends with the child dead.
    ///
    /// @throws IOException when the child does not come up at all, which no content can cause, or when this
    ///     thread is interrupted
    Answer run(byte[] request, Path jobFolder, JobLimits limits) throws IOException {
        jobs++;
        var reply = new CompletableFuture<Frames.Frame>();
        Duration before = ready ? CpuTime.of(process.toHandle()) : Duration.ZERO;
        Thread.ofVirtual().start(() -> talk(request, jobFolder, reply));
        Optional<Trouble> trouble = watch(reply, before, limits);
        if (trouble.isPresent()) {
            end();
            return new Answer.Stopped(trouble.get());
        }
        Frames.Frame frame = reply.resultNow();
        if (frame.kind() == Frames.REPLY) {
            return new Answer.Done(frame.payload());
        }
        end();
        return new Answer.Stopped(frame.kind() == Frames.FAILED ? Trouble.FAILED : Trouble.PROTOCOL);
    }

    private void talk(byte[] request, Path jobFolder, CompletableFuture<Frames.Frame> reply) {
        try {
            if (!ready) {
                if (Frames.read(fromChild).kind() != Frames.READY) {
                    throw new Frames.BrokenFrame();
                }
                ready = true;
            }
            Frames.write(
                    toChild, Frames.JOB, jobFolder.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
            Frames.write(toChild, Frames.JOB, request);
            reply.complete(Frames.read(fromChild));
        } catch (IOException | RuntimeException ended) {
            reply.completeExceptionally(ended);
        }
    }

    private Optional<Trouble> watch(CompletableFuture<Frames.Frame> reply, Duration cpuBefore, JobLimits limits)
            throws IOException {
        long started = System.nanoTime();
        while (true) {
            try {
                reply.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return Optional.empty();
            } catch (TimeoutException atWork) {
                if (CpuTime.of(process.toHandle()).minus(cpuBefore).compareTo(limits.cpuTime()) > 0) {
                    return Optional.of(Trouble.CPU_TIME);
                }
                if (System.nanoTime() - started > limits.wallClock().toNanos()) {
                    return Optional.of(Trouble.WALL_CLOCK);
                }
            } catch (ExecutionException ended) {
                return Optional.of(why(ended.getCause()));
            } catch (InterruptedException interrupted) {
                end();
                Thread.currentThread().interrupt();
                throw new java.io.InterruptedIOException("interrupted while a child was at work");
            }
        }
    }

    private Trouble why(@org.jspecify.annotations.Nullable Throwable ended) throws IOException {
        // A JVM that dies may say a word where a frame is expected; a moment later it is gone by itself.
        int code = exitCode();
        if (!ready) {
            end();
            throw new IOException("a child did not start: check its java and class path (exit " + code + ")", ended);
        }
        if (code == OUT_OF_MEMORY_EXIT) {
            return Trouble.OUT_OF_MEMORY;
        }
        return code < 0 && ended instanceof Frames.BrokenFrame ? Trouble.PROTOCOL : Trouble.CRASHED;
    }

    private int exitCode() {
        try {
            return process.waitFor(SECONDS_TO_DIE, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /// Kills the child and what it started; from any thread.
    void end() {
        spent = true;
        var programs = process.descendants().toList();
        process.destroyForcibly();
        programs.forEach(ProcessHandle::destroyForcibly);
    }

    /// Ends the child, whatever it does, and deletes its folder.
    @Override
    public void close() {
        end();
        exitCode();
        PrivateFolder.delete(folder);
    }
}
