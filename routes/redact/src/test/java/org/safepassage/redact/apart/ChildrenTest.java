package org.safepassage.redact.apart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class ChildrenTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    private Path folder;

    @Test
    void filesGoInAndOutAndOneChildDoesManyJobs() throws Exception {
        try (var children = new Children(settings(), MisbehavingTask.class);
                var job = children.open()) {
            // Given
            Files.writeString(job.folder().resolve("in"), "content");

            // When
            String first = said(job.run(bytes("copy")));
            String second = said(job.run(bytes("again")));

            // Then
            assertThat(first).isEqualTo("copy 1");
            assertThat(second).isEqualTo("again 2");
            assertThat(job.folder().resolve("out")).hasContent("content");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "throw, FAILED",
        "recurse, FAILED",
        "spin, CPU_TIME",
        "program, CPU_TIME",
        "sleep, WALL_CLOCK",
        "halt, CRASHED",
        "burst, OUT_OF_MEMORY",
        "babble, PROTOCOL"
    })
    void badContentHarmsOnlyItself(String told, Trouble trouble) throws Exception {
        var limits = settings()
                .withTimes(Duration.ofSeconds(3), told.equals("sleep") ? Duration.ofSeconds(2) : Duration.ofMinutes(5));
        try (var children = new Children(limits, MisbehavingTask.class);
                var job = children.open();
                var next = children.open()) {
            // Given
            byte[] bad = bytes(told);

            // When
            Answer answer = job.run(bad);

            // Then
            assertThat(answer).isEqualTo(new Answer.Stopped(trouble));
            assertThat(said(next.run(bytes("well"))))
                    .as("a fresh child took the next job")
                    .isEqualTo("well 1");
        }
    }

    @Test
    void nothingIsLeftInTheFolder() throws Exception {
        // Given
        Path left = Files.createDirectories(folder.resolve("apart-999999999-1"));
        Files.writeString(left.resolve("in"), "of a process that was killed");

        // When
        try (var children = new Children(settings(), MisbehavingTask.class);
                var job = children.open()) {
            job.run(bytes("halt"));
            job.run(bytes("well"));
        }

        // Then
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aChildThatDoesNotStartIsTheOperatorsFaultNotTheContents() throws Exception {
        // Given
        var wrong = ChildSettings.defaults(JAVA, "nowhere.jar", folder);

        // When, Then
        try (var children = new Children(wrong, MisbehavingTask.class);
                var job = children.open()) {
            assertThatThrownBy(() -> job.run(bytes("well")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("class path");
        }
    }

    @Test
    void aChildIsReplacedAfterItsShareOfJobs() throws Exception {
        // Given
        var plain = settings();
        var short_ = new ChildSettings(
                JAVA, plain.classPath(), folder, 64, 4096, plain.cpuTime(), plain.wallClock(), 2, 1, Map.of());

        // When
        try (var children = new Children(short_, MisbehavingTask.class);
                var job = children.open()) {
            job.run(bytes("a"));
            job.run(bytes("b"));

            // Then
            assertThat(said(job.run(bytes("c")))).isEqualTo("c 1");
        }
    }

    private ChildSettings settings() {
        return ChildSettings.defaults(JAVA, System.getProperty("java.class.path"), folder)
                .withMemory(64, 4096);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String said(Answer answer) {
        return answer instanceof Answer.Done(byte[] reply) ? new String(reply, StandardCharsets.UTF_8) : "" + answer;
    }
}
