package org.safepassage.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safepassage.extract.worker.TemporaryFolder;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;

/// Extracts documents in killable JVMs, several at a time. From the first document that ends a worker on, one spare is
/// kept warm, so that no crash but the first costs the next document anything; a pool that never meets one saves the
/// spare's start and memory. Whatever a document does, it ends as an [Extraction]; the next one gets a worker that
/// nothing has
/// spoiled.
///
/// Thread-safe: call [#extract] from as many threads as you like; more than `workers` wait their turn.
///
/// ```java
/// try (var pool = new ExtractorPool(ExtractorSettings.defaults(java, "lib/*", temp))) {
///     Extraction read = pool.extract(content, "statement.docx");
/// }
/// ```
public final class ExtractorPool implements AutoCloseable {
    private static final int DOCUMENTS_A_WORKER = 2_000;
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final Pattern FOLDER = Pattern.compile("worker-(\\d+)-.*");

    private final ExtractorSettings settings;
    private final Semaphore turns;
    private final Deque<WorkerProcess> idle = new ArrayDeque<>();
    private final Set<WorkerProcess> all = ConcurrentHashMap.newKeySet();
    private final Thread watch =
            Thread.ofPlatform().daemon().name("extract-watch").unstarted(this::watch);
    private @Nullable CompletableFuture<WorkerProcess> spare;
    private boolean rough;
    private boolean closed;

    /// Starts nothing yet but sweeps the temporary folders of processes that are gone; the first document starts the
    /// first worker.
    ///
    /// @throws IOException when the temporary folder cannot be used
    public ExtractorPool(ExtractorSettings settings) throws IOException {
        this.settings = settings;
        this.turns = new Semaphore(settings.workers(), true);
        Files.createDirectories(settings.temp());
        sweep(settings.temp());
        watch.start();
    }

    /// Starts the spare now, so that the first document need not wait for it.
    public void warm() {
        replaceSpare();
    }

    /// Reads one document with everything inside it, streaming it to a worker. Blocks until it is read, or has failed
    /// in one of the ways that [Extraction.Status] names.
    ///
    /// @param name the partner's file name, which may help to tell one text format from another
    /// @throws IOException when `content` cannot be read, or no worker can be started: try again later
    /// @throws IllegalStateException when the pool is closed or the thread interrupted
    public Extraction extract(Content content, String name) throws IOException {
        try {
            turns.acquire();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an extraction worker", interrupted);
        }
        WorkerProcess worker = null;
        try {
            worker = take();
            return worker.extract(content, name);
        } finally {
            giveBack(worker);
            turns.release();
        }
    }

    /// Ends every worker at once; documents under way end as `crashed` with the reason `closed`.
    @Override
    public void close() {
        CompletableFuture<WorkerProcess> starting;
        synchronized (this) {
            closed = true;
            starting = spare;
            spare = null;
            idle.clear();
        }
        watch.interrupt();
        // A worker that is still warming up is killed too: nobody waits for it.
        all.forEach(WorkerProcess::close);
        if (starting != null) {
            starting.handle((worker, failed) -> failed).join();
        }
        all.forEach(WorkerProcess::close);
        all.clear();
    }

    private void watch() {
        while (!Thread.interrupted()) {
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
                all.forEach(WorkerProcess::look);
            } catch (InterruptedException closing) {
                return;
            }
        }
    }

    private WorkerProcess take() throws IOException {
        CompletableFuture<WorkerProcess> starting;
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("the extractor pool is closed");
            }
            while (!idle.isEmpty()) {
                WorkerProcess worker = idle.pop();
                if (worker.isReusable(DOCUMENTS_A_WORKER)) {
                    return worker;
                }
                drop(worker);
            }
            starting = spare;
            spare = null;
        }
        WorkerProcess worker = starting == null ? start() : await(starting);
        if (isRough()) {
            replaceSpare();
        }
        return worker;
    }

    private synchronized void giveBack(@Nullable WorkerProcess worker) {
        if (worker == null) {
            return;
        }
        if (!closed && worker.isReusable(DOCUMENTS_A_WORKER)) {
            idle.push(worker);
        } else {
            rough = true;
            replaceSpare();
            drop(worker);
        }
    }

    private synchronized boolean isRough() {
        return rough;
    }

    private void drop(WorkerProcess worker) {
        all.remove(worker);
        worker.close();
    }

    private synchronized void replaceSpare() {
        if (!closed && spare == null) {
            spare = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return start();
                        } catch (IOException failed) {
                            throw new CompletionException(failed);
                        }
                    },
                    Thread::startVirtualThread);
        }
    }

    private WorkerProcess start() throws IOException {
        WorkerProcess worker = WorkerProcess.start(settings);
        all.add(worker);
        try {
            worker.awaitReady();
            return worker;
        } catch (IOException failed) {
            drop(worker);
            throw failed;
        }
    }

    private static WorkerProcess await(CompletableFuture<WorkerProcess> starting) throws IOException {
        try {
            return starting.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof IOException cause) {
                throw new IOException(cause.getMessage(), cause);
            }
            throw failed;
        }
    }

    /// A hub that was killed could not clean up; what its workers left is case data.
    private static void sweep(Path temp) throws IOException {
        try (var folders = Files.newDirectoryStream(temp, "worker-*")) {
            for (Path folder : folders) {
                Matcher name = FOLDER.matcher(folder.getFileName().toString());
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1)))
                                .map(owner -> !owner.isAlive())
                                .orElse(true)) {
                    TemporaryFolder.delete(folder);
                }
            }
        }
    }
}
