package org.safepassage.rehearsal.stage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the hub's program is and how its JVM is started. The launcher tells through system properties:
/// `safepassage.lib` (folder of the hub's jars), `safepassage.hub.jvm` (JVM options, separated by spaces) and
/// `safepassage.extractor.lib` and `safepassage.extractor.aot`, which are handed on.
///
/// @param java the `java` program
/// @param lib folder of the hub's jars
/// @param options JVM options of `up`
public record HubHome(Path java, Path lib, List<String> options) {
    private static final List<String> HANDED_ON = List.of("safepassage.extractor.lib", "safepassage.extractor.aot");
    private static final String MAIN = "org.safepassage.hub.cli.Main";

    public HubHome {
        options = List.copyOf(options);
    }

    /// What the system properties say; the heap is capped at 512 MiB when they give no options.
    ///
    /// @return empty when nobody told where the hub's jars are
    public static Optional<HubHome> find() {
        var options = System.getProperty("safepassage.hub.jvm", "-Xmx512m");
        return Optional.ofNullable(System.getProperty("safepassage.lib"))
                .map(lib -> new HubHome(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        Path.of(lib),
                        Stream.concat(Arrays.stream(options.split(" ")).filter(option -> !option.isBlank()), always())
                                .toList()));
    }

    private static Stream<String> always() {
        return Stream.concat(
                Stream.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"),
                HANDED_ON.stream()
                        .filter(name -> System.getProperty(name) != null)
                        .map(name -> "-D" + name + "=" + System.getProperty(name)));
    }

    /// The same program with options for a short life.
    public HubHome brief() {
        return new HubHome(
                java,
                lib,
                Stream.concat(Stream.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), always())
                        .toList());
    }

    /// The command line that runs the hub's program with these arguments.
    public List<String> command(List<String> arguments) {
        return Stream.of(
                        Stream.of(java.toString()),
                        options.stream(),
                        Stream.of("-cp", lib.resolve("*").toString(), MAIN),
                        arguments.stream())
                .flatMap(part -> part)
                .toList();
    }
}
