package org.safepassage.redact.apart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line of a child: a small JVM without the hub's environment, without a network worth the name, with a
/// temporary folder of its own and a limit of memory that the system keeps.
final class ChildCommand {
    private static final List<String> KEPT_ENVIRONMENT = List.of("PATH", "TESSDATA_PREFIX");

    /// A system without the limit runs the child all the same: its heap is bounded in any case.
    private static final String LIMITED = "ulimit -v \"$1\" 2>/dev/null; shift; exec \"$@\"";

    private ChildCommand() {}

    static ProcessBuilder of(ChildSettings settings, Class<? extends Task> task, Path folder) {
        String own = folder.toAbsolutePath().toString();
        var command = new ArrayList<String>(
                List.of("/bin/sh", "-c", LIMITED, "sh", Long.toString(settings.memoryMiB() * 1024L)));
        command.addAll(List.of(
                settings.java().toString(),
                "-cp",
                settings.classPath(),
                "-Xmx" + settings.heapMiB() + "m",
                "-XX:+UseSerialGC",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                // Standard output is for frames alone.
                "-XX:+DisplayVMOutputToStderr",
                // What a JVM writes about its own death holds case data: nowhere but in the folder that is deleted.
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + own + "/crash.txt",
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
                "-Djdk.net.hosts.file=" + own + "/no-hosts"));
        settings.properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                ChildMain.class.getName(), Long.toString(ProcessHandle.current().pid()), task.getName()));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                // Libraries quote the content they fail on.
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        var environment = builder.environment();
        environment.keySet().retainAll(KEPT_ENVIRONMENT);
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("HOME", own);
        environment.put("TMPDIR", own);
        return builder;
    }
}
