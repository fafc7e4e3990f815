package org.safepassage.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands that ask a running hub, and what they say when none runs or it refuses.
class HubCommandsTest {
    private static final String SECRET = StandInHub.TOKEN;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "held",
                "reconcile",
                "retry some-id",
                "exchange run some-exchange",
                "review show some-id some-exchange"
            })
    void withoutARunningHubTheFolderIsNamed(String command) {
        // When
        var spoken = Spoken.of(Spoken.with(command.split(" "), "--data", folder.toString()));

        // Then
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err()).contains("no hub runs on " + folder).contains("--data");
    }

    /// The stand-in answers what a real hub cannot be made to answer at will.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "held|401||refused the token",
                "reconcile|403||refused the token",
                "held|200|<html>Vydumanava</html>|is no hub",
                "exchange run nobody|404|{\"detail\":\"no exchange of this name\"}|no exchange of this name",
                "retry some-id|404|{\"detail\":\"nothing is held under this id\"}|nothing is held under this id",
                "review show some-id x|404|{\"detail\":\"nothing of it is redacted\"}|nothing of it is redacted",
                "reconcile|500||answered 500"
            })
    void aHubThatRefusesIsNoEmptyAnswer(String command, int status, String body, String reason) throws IOException {
        // Given
        var hub = StandInHub.answering(folder, status, body == null ? "" : body);

        // When
        var spoken = Spoken.of(Spoken.with(command.split(" "), "--data", folder.toString()));
        hub.close();

        // Then
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err()).contains(reason).doesNotContain(SECRET);
        assertThat(spoken.out()).isEmpty();
    }

    /// The stand-in says what a hub would: the command is what is tried.
    @Test
    void answersAreSentToTheHubAndWhatItLearnedIsTold() throws IOException {
        // Given
        Path answers = Files.writeString(folder.resolve("answers.json"), "{\"x2\": []}");
        var hub =
                StandInHub.asked(folder, "/reviews/some-id/x/answers", "{\"x2\":[]}", "{\"sought\": 2, \"nobody\": 1}");

        // When
        var spoken = Spoken.of(
                "review", "answer", "some-id", "x", "--answers", answers.toString(), "--data", folder.toString());
        hub.close();

        // Then
        assertThat(spoken.code()).isZero();
        assertThat(spoken.out()).startsWith("2 sought from now on, 1 taken for nobody;");
    }

    /// The stand-in says what a hub would: the command is what is tried.
    @Test
    void labelsGoIntoAFileOfTheirOwnersAloneAndOnlyWhenTheOperatorSaysSo() throws IOException {
        // Given
        Path labels = folder.resolve("labels.jsonl");
        Path answers = Files.writeString(folder.resolve("answers.json"), "{\"x2\": []}");
        var hub = StandInHub.asked(folder, "/reviews/some-id/x/labels", "{\"x2\":[]}", "[\"{}\"]");
        String[] order = {
            "review", "export-labels", "some-id", "x", "--answers", answers.toString(), "--out", labels.toString()
        };

        // When
        var unwarned = Spoken.of(Spoken.with(order, "--data", folder.toString()));
        boolean written = Files.exists(labels);
        var warned =
                Spoken.of(Spoken.with(Spoken.with(order, "--data", folder.toString()), "--i-will-guard-the-words"));
        var again = Spoken.of(Spoken.with(Spoken.with(order, "--data", folder.toString()), "--i-will-guard-the-words"));
        hub.close();

        // Then
        assertThat(unwarned.code()).isEqualTo(2);
        assertThat(unwarned.err()).contains("--i-will-guard-the-words");
        assertThat(written).isFalse();
        assertThat(warned.code()).isZero();
        assertThat(labels).hasContent("{}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(labels)))
                .isEqualTo("rw-------");
        assertThat(again.code()).as("a file that is there is not overwritten").isEqualTo(2);
    }

    @Test
    void aDamagedRunFileIsNamedAndNotQuoted() throws IOException {
        // Given
        StandInHub.runFile(folder, SECRET);

        // When
        var spoken = Spoken.of("held", "--data", folder.toString());

        // Then
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err()).contains("hub.json").doesNotContain(SECRET);
    }
}
