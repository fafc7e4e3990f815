package org.safepassage.connectors.derived;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safepassage.connectors.Doors;

class ConnectorInspectorTest {
    /// Stands in every value that a refusal must not show.
    private static final String VALUE = "do-not-show-this";

    @Test
    void aKameletThatHandsItsParametersToOneOfOursIsAccepted() {
        // When
        var refusals = ConnectorInspector.refusals(Kamelets.FILE, Kamelets.SOUND);
        // Then
        assertThat(refusals).isEmpty();
    }

    @Test
    void theExampleOfTheReadmeIsAccepted() throws Exception {
        // Given
        String page = Files.readString(Path.of("README.md"));
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();
        String example = page.substring(start, page.indexOf("```", start));
        // When
        var refusals = ConnectorInspector.refusals("regional-office.kamelet.yaml", example);
        // Then
        assertThat(example).contains("kind: Kamelet");
        assertThat(refusals).isEmpty();
    }

    /// What is written in the place of what, where it is refused, and with which words.
    static Stream<Arguments> refused() {
        return Stream.of(
                // code
                of(
                        "  template:\n",
                        "  template:\n    beans: [{name: x, type: '#class:java.lang.Runtime'}]\n",
                        "beans",
                        "beans are refused"),
                of("spec:\n", "spec:\n  dependencies: ['mvn:org.example/x/1']\n", "dependencies", "bring code along"),
                of("- to:\n", "- script: {groovy: do-not-show-this}\n          to:\n", "script", "scripts are refused"),
                of("- to:\n", "- bean: {ref: do-not-show-this}\n        - to:\n", "- bean", "exactly one step"),
                of(
                        "- to:\n",
                        "- setBody: {simple: do-not-show-this}\n        - to:\n",
                        "- setBody",
                        "exactly one step"),
                of("- to:\n", "- toD:\n", "toD", "address made from the message"),
                of("uri: kamelet:sp-sftp-cases-source", "uri: bean:do-not-show-this", "bean:", "must be kamelet:"),
                of("uri: kamelet:sp-sftp-cases-source", "uri: file:do-not-show-this", "file:", "no other component"),
                of(
                        "uri: kamelet:sp-sftp-cases-source",
                        "uri: kamelet:http-source",
                        "kamelet:http-source",
                        "a connector of ours"),
                of(
                        "uri: kamelet:sp-sftp-cases-source",
                        "uri: kamelet:regional-office-source",
                        "uri: kamelet:reg",
                        "operator's own"),
                of(
                        "uri: kamelet:sp-sftp-cases-source",
                        "uri: kamelet:sp-sfpt-cases-source",
                        "kamelet:sp-sfpt",
                        "did you mean sp-sftp-cases-source"),
                of(
                        "uri: kamelet:sp-sftp-cases-source",
                        "uri: kamelet:sp-sftp-cases-source?location=file:do-not-show-this",
                        "kamelet:sp-sftp",
                        "options in the address"),
                of(
                        "uri: kamelet:sp-sftp-cases-source",
                        "uri: kamelet:sp-sftp-cases-source/do-not-show-this",
                        "kamelet:sp-sftp",
                        "options in the address"),
                of("uri: kamelet:source", "uri: timer:do-not-show-this", "timer:", "must be kamelet:source"),
                of(
                        "uri: kamelet:source\n",
                        "uri: kamelet:source\n      parameters: {bridgeErrorHandler: true}\n",
                        "parameters:",
                        "unknown key"),
                // expressions and references in values
                of("acknowledge: none", "doneFolder: ${env:do-not-show-this}", "doneFolder", "expressions"),
                of("acknowledge: none", "doneFolder: '#bean:do-not-show-this'", "doneFolder", "references to beans"),
                of("acknowledge: none", "doneFolder: '#class:do-not-show-this'", "doneFolder", "references to beans"),
                of(
                        "acknowledge: none",
                        "doneFolder: 'x#property:do-not-show-this'",
                        "doneFolder",
                        "references to beans"),
                of("acknowledge: none", "doneFolder: 'RAW(do-not-show-this)'", "doneFolder", "RAW"),
                of("acknowledge: none", "doneFolder: 'raw {do-not-show-this}'", "doneFolder", "RAW"),
                of("acknowledge: none", "doneFolder: '{{env:do-not-show-this}}'", "doneFolder", "only {{parameter}}"),
                of("acknowledge: none", "doneFolder: '{{sys:user.home}}'", "doneFolder", "only {{parameter}}"),
                of("acknowledge: none", "doneFolder: 'a{{folder}}'", "doneFolder", "only a whole value"),
                of("acknowledge: none", "doneFolder: '{{foldre}}'", "doneFolder", "did you mean folder"),
                of("acknowledge: none", "doneFolder: \"a\\u202Edo-not-show-this\"", "doneFolder", "direction-changing"),
                of("default: outbox", "default: '{{env:do-not-show-this}}'", "default: '", "only {{parameter}}"),
                of("title: Regional office", "title: '${do-not-show-this}'", "title: '$", "expressions"),
                // parameters
                of("acknowledge: none", "strictHostKeyChecking: no", "strictHostKeyChecking", "is no parameter of"),
                of("acknowledge: none", "acknowledg: none", "acknowledg:", "did you mean acknowledge"),
                of(
                        "acknowledge: none",
                        "acknowledge: do-not-show-this",
                        "acknowledge: do",
                        "must be one of move, mark, none"),
                of("port: 22", "port: do-not-show-this", "port: do", "whole number"),
                of("port: 22", "port: [22]", "port: [", "plain text"),
                of(
                        "casesFolder: \"{{?folder}}\"",
                        "doneFolder: \"{{?folder}}\"",
                        "uri: kamelet:sp",
                        "hands nothing on as casesFolder"),
                of("settleSeconds: \"{{settle}}\"\n", "\n", "uri: kamelet:sp", "handed on nowhere"),
                of("type: integer", "type: object", "settle:", "must be one of string, integer, boolean"),
                of("default: 10", "default: do-not-show-this", "settle:", "whole number"),
                of("required: [user, password]", "required: [user, pasword]", "required", "did you mean password"),
                of("      folder:\n", "      Folder-Of:\n", "Folder-Of", "begins with a small letter"),
                // secrets
                of(
                        "password: \"{{password}}\"",
                        "password: do-not-show-this",
                        "password: do",
                        "secret may not stand here"),
                of(
                        "format: password",
                        "format: password\n        default: do-not-show-this",
                        "default: do",
                        "secret may not stand here"),
                of("format: password\n", "\n", "password: \"{{", "format: password in the definition"),
                of(
                        "acknowledge: none",
                        "doneFolder: https://hub:do-not-show-this@dav.example/",
                        "doneFolder",
                        "secret in clear"),
                of("acknowledge: none", "passphrase: do-not-show-this", "passphrase", "secret may not stand here"),
                // names
                of("name: regional-office-source", "name: sp-sftp-cases-source", "name: sp", "are ours"),
                of("name: regional-office-source", "name: another-source", "name: another", "must be the file's name"),
                of("kind: Kamelet", "kind: Pipe", "kind", "must be Kamelet"),
                of(
                        "apiVersion: camel.apache.org/v1",
                        "apiVersion: do-not-show-this",
                        "apiVersion",
                        "must be camel.apache.org/v1"),
                of("kamelet.type: action", "kamelet.type: source", "kamelet.type", "must be action"),
                of("metadata:\n", "metadata:\n  namespace: do-not-show-this\n", "namespace", "unknown key"),
                of("title: Regional office", "titel: do-not-show-this", "titel", "did you mean title"),
                // YAML
                of("title: Regional office", "title: &a do-not-show-this", "title: &a", "anchors"),
                of("title: Regional office", "title: *a", "title: *a", "anchors"),
                of(
                        "title: Regional office",
                        "title: !!javax.script.ScriptEngineManager do-not-show-this",
                        "title: !!",
                        "tags"),
                of("title: Regional office", "title: !env do-not-show-this", "title: !env", "tags"),
                of("kind: Kamelet", "kind: Kamelet\nkind: do-not-show-this", "kind: do", "stands twice"),
                of("port: 22", "port: 22\n              port: 23", "port: 23", "stands twice"),
                of("kind: Kamelet", "? [do-not-show-this]\n: x", "? [", "no plain text"),
                of("kind: Kamelet", "<<: {kind: do-not-show-this}\nkind: Kamelet", "<<", "unknown key"),
                of("apiVersion:", "%YAML 1.1\n---\napiVersion:", "%YAML", "directives"),
                of(
                        "          acknowledge: none\n",
                        "          acknowledge: none\n---\nkind: do-not-show-this\n",
                        "---",
                        "second document"),
                of("kind: Kamelet", "kind: [do-not-show-this", "metadata", "not readable as YAML"));
    }

    /// @param at text on the line that the refusal names
    private static Arguments of(String there, String instead, String at, String words) {
        return Arguments.of(there, instead, at, words);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void everyOtherShapeIsRefusedWithItsLineAndNeverItsValue(String there, String instead, String at, String words) {
        // Given
        String kamelet = Kamelets.with(there, instead);
        // When
        var refusals = ConnectorInspector.refusals(Kamelets.FILE, kamelet);
        // Then
        assertThat(refusals).anySatisfy(refusal -> {
            assertThat(refusal.message()).contains(words);
            assertThat(refusal.file()).isEqualTo(Kamelets.FILE);
            assertThat(kamelet.lines().toList().get(Math.max(0, refusal.line() - 1)))
                    .as(refusal.toString())
                    .contains(at.strip());
        });
        assertThat(refusals.toString()).doesNotContain(VALUE);
    }

    @Test
    void ourOwnKameletsWouldBeRefusedBecauseTheyHoldBeans() throws Exception {
        for (String name : Doors.kamelets()) {
            // Given
            String file = name + ".kamelet.yaml";
            try (var in = Doors.class.getResourceAsStream("/kamelets/" + file)) {
                String ours = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
                // When, then
                assertThat(ConnectorInspector.refusals(file, ours))
                        .anySatisfy(refusal -> assertThat(refusal.message()).contains("beans are refused"))
                        .anySatisfy(refusal -> assertThat(refusal.message()).contains("are ours"));
            }
        }
    }

    @Test
    void bombsOfAnchorsDepthAndSizeEndEarly() {
        // Given
        var anchors = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 40; level++) {
            anchors.append("a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d, *a%2$d]\n".formatted(level, level - 1));
        }
        String deep = "a: " + "[".repeat(30_000) + "]".repeat(30_000);
        String wide = "a: [" + "x, ".repeat(20_000) + "]";
        for (String bomb : new String[] {anchors.toString(), deep, wide, "", "\0", "# nothing", "- a\n- b\n"}) {
            // When
            var refusals = ConnectorInspector.refusals(Kamelets.FILE, bomb);
            // Then
            assertThat(refusals).isNotEmpty().hasSizeLessThanOrEqualTo(100);
        }
    }

    @Test
    void anyCutOrGarbledKameletIsRefusedOrSoundAndNeverAnError() {
        // Given
        var random = new Random(4);
        String sound = Kamelets.SOUND;
        for (int length = 0; length < sound.length() - 1; length += 3) {
            // When, then: the last value may be cut without being wrong
            ConnectorInspector.refusals(Kamelets.FILE, sound.substring(0, length));
        }
        String signs = "{}[]&*!%#:-?|>'\"\\\n\t @`,\u0000\u202e";
        for (int round = 0; round < 2_000; round++) {
            var garbled = new StringBuilder(sound);
            for (int change = 0; change < 3; change++) {
                garbled.setCharAt(random.nextInt(garbled.length()), signs.charAt(random.nextInt(signs.length())));
            }
            var result = ConnectorInspector.inspect(Kamelets.FILE, garbled.toString());
            // Then: whatever is accepted still opens nothing but one of ours
            if (result instanceof ConnectorInspector.Result.Accepted(DerivedConnector connector)) {
                assertThat(Doors.kamelets()).contains(connector.base().kamelet());
            }
        }
    }
}
