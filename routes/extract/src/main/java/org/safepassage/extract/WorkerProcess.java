package org.safepassage.extract;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.safepassage.extract.worker.BrokenFrame;
import org.safepassage.extract.worker.Frames;
import org.safepassage.extract.worker.Node;
import org.safepassage.extract.worker.Request;
import org.safepassage.extract.worker.TemporaryFolder;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Extraction.Status;

/// One killable JVM and the pipes to it. One document at a time; [#kill] may come from any thread.
final class WorkerProcess implements AutoCloseable {
    private static final int OUT_OF_MEMORY_EXIT = 3;
    private static final int SECONDS_TO_DIE = 3;
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    /// Why a document was stopped from outside.
    record Stop(Status status, String reason) {}

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
        budget = new Budget(settings, CpuClock.spent(process.toHandle()));
        var conversation = new Conversation();
        Thread pump = Thread.ofVirtual().unstarted(() -> conversation.send(content, name));
        pump.start();
        try {
            return conversation.listen();
        } finally {
            budget = null;
            if (retired) {
                kill(new Stop(Status.CRASHED, "retired"));
            }
            join(pump);
            conversation.rethrow();
        }
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

    /// Sending and hearing about one document.
    private final class Conversation {
        private final Map<Integer, List<Extraction.Embedded>> orphans = new HashMap<>();
        private volatile boolean enough;
        private volatile @Nullable IOException unreadable;
        private String mediaType = UNKNOWN_TYPE;

        void send(Content content, String name) {
            try {
                byte[] request = new Request(name, content.size(), settings.limits(), settings.ocr()).written();
                write(Frames.DOCUMENT, request, request.length);
                byte[] chunk = new byte[Frames.CHUNK];
                try (InputStream bytes = open(content)) {
                    for (int length = read(bytes, chunk); length >= 0 && !enough; length = read(bytes, chunk)) {
                        write(Frames.BYTES, chunk, length);
                    }
                }
                write(Frames.END, chunk, 0);
                toWorker.flush();
            } catch (IOException gone) {
                // Either the content cannot be read, which is remembered, or the worker is gone, which the listener
                // notices; an unfinished document must not be taken for a whole one.
                if (unreadable != null) {
                    kill(new Stop(Status.CRASHED, "content"));
                }
            }
        }

        private InputStream open(Content content) throws IOException {
            try {
                return content.open();
            } catch (IOException failed) {
                unreadable = failed;
                throw failed;
            }
        }

        private int read(InputStream bytes, byte[] chunk) throws IOException {
            try {
                return bytes.read(chunk);
            } catch (IOException failed) {
                unreadable = failed;
                throw failed;
            }
        }

        private void write(byte type, byte[] payload, int length) throws IOException {
            Frames.write(toWorker, type, payload, length);
            if (length < Frames.CHUNK) {
                toWorker.flush();
            }
            count(length);
        }

        private void count(long bytes) {
            Budget running = budget;
            if (running != null) {
                running.moved(bytes);
            }
        }

        Extraction listen() {
            try {
                while (true) {
                    Frames.Frame frame = Frames.read(fromWorker);
                    count(frame.payload().length + 1L);
                    Optional<Extraction> done = hear(frame);
                    if (done.isPresent()) {
                        return done.get();
                    }
                }
            } catch (IOException ended) {
                retired = true;
                return broken(ended);
            }
        }

        private Optional<Extraction> hear(Frames.Frame frame) throws IOException {
            switch (frame.type()) {
                case Frames.TYPE -> mediaType = new String(frame.payload(), StandardCharsets.UTF_8);
                case Frames.ENOUGH -> enough = true;
                case Frames.PAGE -> {
                    Budget running = budget;
                    if (running != null) {
                        running.page();
                    }
                }
                case Frames.EMBEDDED -> {
                    Node node = Node.parse(frame.payload());
                    orphans.computeIfAbsent(node.parent(), none -> new ArrayList<>())
                            .add(new Extraction.Embedded(node.path(), adopt(node)));
                }
                case Frames.DONE, Frames.DONE_RETIRE -> {
                    retired = frame.type() == Frames.DONE_RETIRE;
                    return Optional.of(adopt(Node.parse(frame.payload())));
                }
                default -> throw new BrokenFrame("a frame of unknown type");
            }
            return Optional.empty();
        }

        private Extraction adopt(Node node) {
            List<Extraction.Embedded> children = orphans.remove(node.id());
            return node.with(children == null ? List.of() : children);
        }

        /// What was heard before the worker ended: embedded documents that were complete are kept.
        private Extraction broken(IOException ended) {
            // A JVM that dies may say a word where a frame is expected; a moment later it is gone by itself.
            int code = exitCode(SECONDS_TO_DIE);
            kill(new Stop(Status.CRASHED, code < 0 && ended instanceof BrokenFrame ? "protocol" : ""));
            Stop why = stop.get();
            String reason = why == null ? "" : why.reason();
            if (reason.isEmpty()) {
                reason = code == OUT_OF_MEMORY_EXIT ? "out-of-memory" : "worker-exit: " + code;
            }
            List<Extraction.Embedded> kept = new ArrayList<>();
            orphans.keySet().stream().sorted().forEach(parent -> kept.addAll(orphans.get(parent)));
            return new Extraction(
                    why == null ? Status.CRASHED : why.status(),
                    reason,
                    mediaType,
                    0,
                    List.of(),
                    "",
                    List.of(),
                    Collections.emptyMap(),
                    kept);
        }

        void rethrow() throws IOException {
            IOException failed = unreadable;
            if (failed != null) {
                retired = true;
                throw failed;
            }
        }
    }
}
