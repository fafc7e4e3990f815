package org.safepassage.extract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safepassage.extract.worker.WorkerMain;

/// The command line of a worker: a small, quick JVM without the hub's environment, without a network worth the name and
/// with a temporary folder of its own.
final class WorkerCommand {
    private static final List<String> KEPT_ENVIRONMENT = List.of("PATH", "TESSDATA_PREFIX");

    private WorkerCommand() {}

    static ProcessBuilder of(ExtractorSettings settings, Path folder) {
        List<String> command = new ArrayList<>();
        command.add(settings.java().toString());
        command.addAll(machine(settings, folder));
        settings.aotCache()
                .filter(Files::isRegularFile)
                .ifPresent(cache -> command.addAll(List.of("-XX:AOTCache=" + cache.toAbsolutePath(), "-Xlog:disable")));
        command.add(WorkerMain.class.getName());
        command.add(Long.toString(ProcessHandle.current().pid()));
        command.add(folder.toAbsolutePath().toString());
        return process(command, folder);
    }

    /// The options that every worker has, and that an AOT cache must have been made with.
    static List<String> machine(ExtractorSettings settings, Path folder) {
        Path own = folder.toAbsolutePath();
        return List.of(
                "-cp",
                settings.classPath(),
                "-Xmx" + settings.heapMiB() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                // Standard output is for frames alone.
                "-XX:+DisplayVMOutputToStderr",
                // What a JVM writes about its own death holds case data: nowhere but in the folder that is deleted.
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + own.resolve("crash.txt"),
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Duser.timezone=UTC",
                "-Duser.home=" + own,
                "-Djava.io.tmpdir=" + own,
                // No host name resolves and no proxy answers: a document that asks for a network gets none.
                "-Djdk.net.hosts.file=" + own.resolve("no-hosts"),
                "-Dhttp.proxyHost=127.0.0.1",
                "-Dhttp.proxyPort=9",
                "-Dhttps.proxyHost=127.0.0.1",
                "-Dhttps.proxyPort=9");
    }

    /// A process in the folder with a scrubbed environment, whose error output nobody keeps: parsers quote documents
    /// there.
    static ProcessBuilder process(List<String> command, Path folder) {
        var builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(KEPT_ENVIRONMENT);
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("HOME", folder.toAbsolutePath().toString());
        environment.put("TMPDIR", folder.toAbsolutePath().toString());
        return builder;
    }
}
