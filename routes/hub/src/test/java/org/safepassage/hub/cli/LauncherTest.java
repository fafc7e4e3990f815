package org.safepassage.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `deploy/hub` itself, in a house of its own whose jars are this test's class path: the launcher finds it built.
@Tag("slow")
class LauncherTest {
    private static final Path LAUNCHER = Path.of(System.getProperty("safepassage.root"), "deploy", "hub");
    private static final String TEXT = "Потым прыйшоў Іван Пятровіч Кулік.";

    @TempDir
    private Path house;

    private record Answer(int code, String out, String err) {}

    /// The last names a locale that no system has: the C library takes C in its place.
    @ParameterizedTest
    @ValueSource(strings = {"LC_ALL=C", "LC_ALL=POSIX", "LANG=C", "LC_CTYPE=POSIX", "LC_ALL=be_XX.UTF-8"})
    void cyrillicIsReadAndWrittenUnderAnyLocale(String locale) throws Exception {
        // When
        var answer = hub(locale, "{\"id\":\"п1\",\"language\":\"be\",\"text\":\"" + TEXT + "\"}\n", "detect");

        // Then
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("\"id\":\"п1\"", "\"start\":14,\"end\":33")
                .doesNotContain("?", "\ufffd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LC_ALL=C", "LC_ALL=POSIX", "LANG=C", "LC_CTYPE=POSIX", "LC_ALL=be_XX.UTF-8"})
    void aFileWithACyrillicNameIsToldByItUnderAnyLocale(String locale) throws Exception {
        assertThat(hub(locale, "", "detect", house + "/няма.jpg"))
                .isEqualTo(new Answer(2, "", "no such file: " + house + "/няма.jpg\n"));
    }

    @Test
    void withoutAnyLocaleItIsTheSame() throws Exception {
        assertThat(hub("SP_NONE=", "", "detect", house + "/няма.jpg").err())
                .isEqualTo("no such file: " + house + "/няма.jpg\n");
    }

    private Answer hub(String variable, String input, String... words) throws Exception {
        Path launcher = built();
        Path in = Files.writeString(house.resolve("in"), input);
        Path out = house.resolve("out");
        Path err = house.resolve("err");
        var builder = new ProcessBuilder(Stream.concat(Stream.of(launcher.toString()), Stream.of(words))
                        .toList())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put(variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Answer(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                withoutShellsWarning(Files.readString(err, StandardCharsets.UTF_8)));
    }

    /// The shell itself says that a locale is not installed, before the launcher's first line.
    private static String withoutShellsWarning(String err) {
        return err.replaceAll("(?m)^.*warning: setlocale: .*\\R", "");
    }

    /// A house as the launcher leaves it after a build, but for the recorded start: none is made, and none is missed.
    private Path built() throws IOException {
        for (String room : List.of("schemas", "connectors", "deploy", "routes/extract/target/extractor/lib")) {
            Files.createDirectories(house.resolve(room));
        }
        Path rehearsal = Files.createDirectories(house.resolve("routes/rehearsal/target/rehearsal/lib"));
        Path home = house.resolve("routes/hub/target/safe-passage");
        Path lib = Files.createDirectories(home.resolve("lib"));
        Files.writeString(house.resolve("pom.xml"), "");
        classPath(lib.resolve("hub.jar"));
        Files.writeString(rehearsal.resolve(".built"), "");
        Files.writeString(lib.resolve(".built"), "");
        String release = Files.readString(Path.of(System.getProperty("java.home"), "release"));
        Files.writeString(home.resolve("start.aot.for"), lib + " " + release.stripTrailing() + "\n");
        Path launcher = house.resolve("deploy/hub");
        if (!Files.exists(launcher)) {
            Files.copy(LAUNCHER, launcher);
        }
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        return launcher;
    }

    private static void classPath(Path jar) throws IOException {
        var entries = new ArrayList<String>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            entries.add(Path.of(entry).toUri().toString());
        }
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(Attributes.Name.CLASS_PATH, entries.stream().collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }
}
