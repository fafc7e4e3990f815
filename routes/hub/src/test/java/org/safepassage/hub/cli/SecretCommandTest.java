package org.safepassage.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SecretCommandTest {
    private static final String VALUE = "Vydumany-Пароль-42";

    @TempDir
    Path folder = Path.of("");

    @Test
    void aSecretIsSetExchangedAndNeverShown() {
        // When
        Spoken set = hub(VALUE + "\n", "set", "office", "--expires", "2027-01-31");
        Spoken next = hub(VALUE + "-2\n", "set", "office");
        Spoken switched = hub("", "switch", "office");
        Spoken listed = hub("", "list");
        Spoken json = hub("", "list", "--json");
        Spoken retired = hub("", "retire", "office");
        Spoken removed = hub("", "remove", "office");

        // Then
        assertThat(set.out()).contains("office is used from now on");
        assertThat(next.out()).contains("hub secret switch office");
        assertThat(switched.out()).contains("hub secret retire office");
        assertThat(listed.lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("previous") && line.contains("2027-01-31"));
        assertThat(Spoken.read(json.out())).hasSize(2);
        assertThat(Stream.of(set, next, switched, listed, json, retired, removed))
                .allSatisfy(spoken -> {
                    assertThat(spoken.code()).isZero();
                    assertThat(spoken.out() + spoken.err()).doesNotContain(VALUE);
                });
        assertThat(hub("", "list").out()).contains("there are no secrets");
    }

    @Test
    void whatCannotBeKeptIsToldWithoutTheValue() {
        assertThat(hub("", "set", "office").code()).isNotZero();
        Spoken wrong = hub(VALUE, "set", "Office");
        assertThat(wrong.code()).isNotZero();
        assertThat(wrong.out() + wrong.err()).doesNotContain(VALUE);
        assertThat(hub("", "retire", "nobody").err()).contains("hub secret list");
    }

    private Spoken hub(String input, String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        int code = new CommandLine(new SecretCommand(in))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((failure, command, result) -> {
                    command.getErr().println(Reason.of(failure));
                    return 2;
                })
                .execute(Spoken.with(
                        words,
                        "--data",
                        folder.resolve("data").toString(),
                        "--keys",
                        folder.resolve("keys").toString()));
        return new Spoken(code, out.toString(), err.toString());
    }
}
