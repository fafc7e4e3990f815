package org.safepassage.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.peers.MinaServer;

/// The Kamelets in a Camel context, and what they say of themselves without one.
class KameletTest {
    @TempDir
    Path folder;

    @Test
    @Tag("slow")
    void aRouteAsksADoorThroughItsKamelet() throws Exception {
        // Given: the parameters come as properties of the Kamelet instance, so that no secret stands in an address
        Files.createDirectories(folder.resolve("cases/K-1"));
        Files.writeString(folder.resolve("cases/K-1/record.json"), "{}");
        try (var server = new MinaServer(folder, new SftpEventListener() {});
                var camel = new DefaultCamelContext()) {
            var parameters = new HashMap<>(server.parameters());
            parameters.putAll(Map.of("casesFolder", "cases", "settleSeconds", "0", "filesPointer", "/files/*/path"));
            var properties = new Properties();
            parameters.forEach((name, value) ->
                    properties.setProperty("camel.kamelet.sp-sftp-cases-source.partner-b." + name, value));
            camel.getPropertiesComponent().setInitialProperties(properties);
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:pull").to("kamelet:sp-sftp-cases-source/partner-b");
                }
            });
            camel.start();
            var template = camel.createProducerTemplate();
            // When
            var report = template.requestBody("direct:pull", new DoorRequest.Test(), DoorReport.class);
            var arrivals = arrivals(template.requestBody("direct:pull", new DoorRequest.Changes("")));
            var taken = new Taken();
            template.requestBody("direct:pull", new DoorRequest.Read(arrivals.getFirst(), taken));
            template.requestBody("direct:pull", new DoorRequest.Acknowledge(arrivals.getFirst()));
            // Then
            assertThat(report.passed()).isTrue();
            assertThat(taken.bytes).containsOnlyKeys("record.json");
            assertThat(folder.resolve("done/K-1")).exists();
            assertThat(camel.getEndpoints().toString()).doesNotContain("right-secret");
            assertThatThrownBy(() -> template.requestBody("direct:pull", new DoorRequest.Receipts()))
                    .isInstanceOf(CamelExecutionException.class)
                    .hasCauseInstanceOf(DoorProblem.class);
            camel.stop();
            for (int attempt = 0; attempt < 100 && server.clients() > 0; attempt++) {
                Thread.sleep(50);
            }
            assertThat(server.clients()).as("doors are closed with the context").isZero();
        }
    }

    private static List<Arrival> arrivals(Object answer) {
        try (Stream<?> stream = (Stream<?>) answer) {
            return stream.map(Arrival.class::cast).toList();
        }
    }

    @Test
    void everyKameletRunsInCamelAndNamesEachOfItsParametersInItsTemplate() throws Exception {
        for (String name : Doors.kamelets()) {
            // Given
            String yaml;
            try (var in = KameletTest.class.getResourceAsStream("/kamelets/" + name + ".kamelet.yaml")) {
                yaml = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            }
            var schema = KameletParameters.of(name);
            // Then
            assertThat(schema.title()).isNotBlank();
            assertThat(schema.parameters()).isNotEmpty();
            for (var parameter : schema.parameters()) {
                assertThat(yaml).contains("parameters[" + parameter.name() + "]: \"{{?" + parameter.name() + "}}\"");
                assertThat(parameter.title()).isNotBlank();
                assertThat(parameter.description()).endsWith(".");
                assertThat(parameter.type()).isIn("string", "integer", "boolean", "object");
                assertThat(parameter.secret())
                        .as(parameter.name())
                        .isEqualTo(parameter.name().matches("password|passphrase|privateKey|token|clientSecret"));
                assertThat(parameter.required() && parameter.standard().isPresent())
                        .isFalse();
            }
            assertThat(yaml).doesNotContainPattern("(?m)^\\s*-?\\s*(script|scriptLanguage|simple|groovy|setBody):");
        }
    }

    @Test
    void everythingWrongWithTheParametersIsSaidAtOnceAndNoValueIsShown() {
        // Given
        var parameters = Map.of(
                "hots", "sftp.example",
                "port", "twenty-two",
                "acknowledge", "delete",
                "password", "right-secret",
                "user", "hub");
        // When, then
        assertThatThrownBy(() -> Doors.open("sp-sftp-cases-source", parameters))
                .isInstanceOfSatisfying(
                        DoorProblem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(DoorProblem.Kind.CONFIGURATION))
                .hasMessageContainingAll(
                        "unknown parameter hots (did you mean host?)",
                        "parameter port must be a whole number",
                        "parameter acknowledge must be one of move, mark, none",
                        "parameter host is missing",
                        "parameter casesFolder is missing")
                .message()
                .doesNotContain("right-secret", "sftp.example", "twenty-two");
    }

    @Test
    void aHostKeyCannotBeLeftUnchecked() {
        for (String hostKey : List.of("*", "none", "SHA256:*", "@cert-authority * ssh-ed25519 AAAA", "#")) {
            // When, then
            assertThatThrownBy(() -> Doors.open(
                            "sp-sftp-cases-source",
                            Map.of(
                                    "host", "sftp.example",
                                    "hostKey", hostKey,
                                    "user", "hub",
                                    "password", "x",
                                    "casesFolder", "cases")))
                    .hasMessageContaining("hostKey");
        }
    }

    @Test
    void aJdbcAddressThatRunsCodeIsRefused() {
        for (String url : List.of(
                "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://127.0.0.1/x.sql'",
                "jdbc:h2:mem:x;TRACE_LEVEL_FILE=3",
                "jdbc:postgresql://db.example/x?socketFactory=a.b.C",
                "jdbc:postgresql://db.example/x?loggerFile=x",
                "jdbc:other:x")) {
            // When, then
            assertThatThrownBy(() -> Doors.open(
                            "sp-database-cases-source",
                            Map.of(
                                    "jdbcUrl", url,
                                    "user", "hub",
                                    "changesSql", "SELECT 1, 2",
                                    "parts", "{\"case\":\"SELECT 1\"}")))
                    .hasMessageContaining("jdbcUrl");
        }
    }

    @Test
    void anUnknownConnectorIsAnsweredWithThoseThereAre() {
        // When, then
        assertThatThrownBy(() -> Doors.open("sp-telepathy-source", Map.of()))
                .hasMessageContainingAll("sp-telepathy-source", "sp-sftp-cases-source", "sp-webdav-bundles-source");
        assertThatThrownBy(() -> Doors.openRecipient(
                        "sp-webdav-bundles-source",
                        Map.of("url", "https://dav.example/x/", "user", "hub", "password", "x")))
                .hasMessageContaining("delivers nothing");
    }
}
