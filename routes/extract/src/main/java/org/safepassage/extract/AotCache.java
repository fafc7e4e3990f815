package org.safepassage.extract;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.safepassage.extract.worker.Frames;
import org.safepassage.extract.worker.Request;
import org.safepassage.extract.worker.TemporaryFolder;
import org.safepassage.extract.worker.WorkerMain;

/// A cache of loaded and linked classes (JEP 483, 514) that lets a worker start in a fraction of the time. It fits one
/// JDK, one class path of jars (not class folders) and one collector; a worker for which it does not fit starts
/// without it.
public final class AotCache {
    private static final int MOST_MINUTES = 5;

    private AotCache() {}

    /// Runs a worker over sample documents while the JVM records, then makes the cache. Takes seconds to a minute of
    /// CPU; does nothing when the cache is there.
    ///
    /// @param settings of the workers that will use it
    /// @param cache file to make; appears whole or not at all
    /// @throws IOException when the JVM cannot record, for example because the class path holds folders
    public static void prepare(ExtractorSettings settings, Path cache) throws IOException {
        if (Files.isRegularFile(cache)) {
            return;
        }
        Files.createDirectories(settings.temp());
        Path folder = Files.createTempDirectory(settings.temp(), "aot-");
        try {
            Path recorded = folder.resolve("recorded.aotconf");
            Path made = folder.resolve("made.aot");
            Path work = Files.createDirectory(folder.resolve("work"));
            record(settings, recorded, work);
            create(settings, recorded, made, work);
            Path parent = cache.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.move(made, cache, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            TemporaryFolder.delete(folder);
        }
    }

    private static void record(ExtractorSettings settings, Path recorded, Path work) throws IOException {
        List<String> command = new ArrayList<>(List.of(settings.java().toString()));
        command.addAll(WorkerCommand.machine(settings, work));
        command.addAll(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recorded, "-Xlog:disable"));
        command.addAll(List.of(
                WorkerMain.class.getName(),
                Long.toString(ProcessHandle.current().pid()),
                work.toString(),
                WorkerMain.LEAVE_PROPERLY));
        Process process = WorkerCommand.process(command, work).start();
        try (var toWorker = new DataOutputStream(process.getOutputStream());
                var fromWorker = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            Frames.read(fromWorker);
            for (SampleDocuments.Sample sample : SampleDocuments.all()) {
                send(toWorker, sample, settings);
                byte type = Frames.read(fromWorker).type();
                while (type != Frames.DONE && type != Frames.DONE_RETIRE) {
                    type = Frames.read(fromWorker).type();
                }
            }
        }
        await(process, "record", recorded);
    }

    private static void send(DataOutputStream toWorker, SampleDocuments.Sample sample, ExtractorSettings settings)
            throws IOException {
        byte[] request = new Request(
                        sample.name(),
                        sample.bytes().length,
                        settings.limits(),
                        settings.ocr().withOn(false))
                .written();
        Frames.write(toWorker, Frames.DOCUMENT, request, request.length);
        Frames.write(toWorker, Frames.BYTES, sample.bytes(), sample.bytes().length);
        Frames.write(toWorker, Frames.END, request, 0);
        toWorker.flush();
    }

    private static void create(ExtractorSettings settings, Path recorded, Path made, Path work) throws IOException {
        List<String> command = new ArrayList<>(List.of(settings.java().toString()));
        command.addAll(WorkerCommand.machine(settings, work));
        command.addAll(List.of(
                "-XX:AOTMode=create", "-XX:AOTConfiguration=" + recorded, "-XX:AOTCache=" + made, "-Xlog:disable"));
        await(
                WorkerCommand.process(command, work)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start(),
                "create",
                made);
    }

    private static void await(Process process, String step, Path expected) throws IOException {
        try {
            boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
            if (!ended || !Files.isRegularFile(expected)) {
                throw new IOException("the AOT cache could not be made (" + step
                        + "): it needs JDK 25 and a class path of jars, without class folders");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while making the AOT cache", interrupted);
        } finally {
            process.destroyForcibly();
        }
    }
}
