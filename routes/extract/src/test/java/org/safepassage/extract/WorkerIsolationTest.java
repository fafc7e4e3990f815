package org.safepassage.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Extraction.Status;

/// Whatever a document does to its worker, it gets a status, and the innocent next one is read.
@Tag("slow")
final class WorkerIsolationTest {
    @TempDir
    static Path temp;

    private static ExtractorPool pool;

    @BeforeAll
    static void start() throws IOException {
        pool = new ExtractorPool(Workers.settings(temp)
                .withCpuTime(Duration.ofSeconds(6))
                .withWallClock(Duration.ofSeconds(8), Duration.ofMinutes(10)));
    }

    @AfterAll
    static void stop() {
        pool.close();
    }

    @ParameterizedTest
    @CsvSource({
        "exit, CRASHED, worker-exit: 0",
        "halt, CRASHED, worker-exit: 7",
        "memory, CRASHED, out-of-memory",
        "stack, CRASHED, stack-overflow",
        "error, CRASHED, error: AssertionError",
        "spin, TIMEOUT, cpu-time",
        "sleep, TIMEOUT, idle",
        "throw, CORRUPT, damaged: TikaException",
        "print, NO_TEXT, blank",
        "interrupt, NO_TEXT, blank"
    })
    void aBadDocumentGetsAStatusAndItsNeighbourIsRead(String word, Status status, String reason) throws IOException {
        // Given
        Content bad = text("MISBEHAVE " + word);
        Content innocent = text("This neighbour did nothing wrong.");

        // When
        Extraction stopped = pool.extract(bad, "bad.bin");
        Extraction read = pool.extract(innocent, "innocent.txt");

        // Then
        assertThat(stopped.status()).isEqualTo(status);
        assertThat(stopped.reason()).isEqualTo(reason);
        assertThat(stopped.mediaType()).isEqualTo("application/x-misbehaving");
        assertThat(read.status()).isEqualTo(Status.OK);
        assertThat(read.text()).isEqualTo("This neighbour did nothing wrong.");
    }

    @Test
    void whatWasReadInsideBeforeACrashIsKept() throws IOException {
        // When
        Extraction stopped = pool.extract(text("MISBEHAVE embed-then-halt"), "bad.bin");

        // Then
        assertThat(stopped.status()).isEqualTo(Status.CRASHED);
        assertThat(stopped.embedded()).singleElement().satisfies(inside -> {
            assertThat(inside.path()).isEqualTo("first.txt");
            assertThat(inside.extraction().text()).isEqualTo("This was read before the end.");
        });
    }

    @Test
    void contentThatCannotBeReadIsOurTroubleAndNotTheDocuments() throws IOException {
        // Given
        Content broken = new Content() {
            @Override
            public InputStream open() throws IOException {
                throw new IOException("the vault is away");
            }

            @Override
            public long size() {
                return -1;
            }
        };

        // When
        IOException failure = org.junit.jupiter.api.Assertions.assertThrows(
                IOException.class, () -> pool.extract(broken, "away.txt"));
        Extraction read = pool.extract(text("Still here."), "next.txt");

        // Then
        assertThat(failure).hasMessage("the vault is away");
        assertThat(read.text()).isEqualTo("Still here.");
    }

    @Test
    void aClosedPoolLeavesNoProcessAndNoFile() throws IOException {
        // Given
        Path own = temp.resolve("closing");
        var closing = new ExtractorPool(Workers.settings(own));
        closing.extract(text("One."), "one.txt");

        // When
        closing.close();

        // Then
        try (var left = Files.list(own.resolve("workers"))) {
            assertThat(left).isEmpty();
        }
    }

    private static Content text(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
