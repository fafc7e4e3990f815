package org.safepassage.hub.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.safepassage.extract.AotCache;
import picocli.CommandLine;

/// Runs every short command once on invented input, while the JVM records which classes they need
/// (`-XX:AOTCacheOutput`). The launcher does this after a build; a command that fails here is recorded as far as it
/// came, and nothing depends on the recording but the time that a start takes.
public final class StartRecording {
    private static final String TEXT = """
            {"id":"1","text":"Алесь Выдуманы тэлефанаваў +375 29 000-00-00 1 мая 2021 г.","language":"be","persons":[{"id":"p1","name":"Алесь Выдуманы","role":"witness"}]}
            {"id":"2","text":"Иван Придуманный, паспорт MP0000000, проживает в Минске","language":"ru"}
            {"id":"3","text":"Mr John Invented wrote from john@example.org","language":"en"}
            no JSON
            """;

    private final PracticeFolder practice;

    private StartRecording(PracticeFolder practice) {
        this.practice = practice;
    }

    /// @param arguments configuration folder, empty folder to work in, file for the extractor's own cache
    public static void main(String[] arguments) throws Exception {
        Path work = Path.of(arguments[1]);
        var recording = new StartRecording(PracticeFolder.make(work.resolve("practice"), Path.of(arguments[0])));
        recording.offline();
        recording.aboutRunningHub();
        AotCache.prepare(DocumentReading.settings(work.resolve("data")), Path.of(arguments[2]));
    }

    private void offline() throws IOException {
        run("--help");
        run("config", "check", "--json");
        run("config", "check");
        run("custody", "export");
        var detect = new CommandLine(new DetectCommand(
                new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8)), OutputStream.nullOutputStream()));
        detect.setErr(nowhere()).execute();
        String letter = Files.writeString(practice.root().resolve("letter.txt"), "Alesia Vydumanava wrote this.\n")
                .toString();
        run("extract", letter, "--no-ocr", "--workers", "1");
        try (var policies = Files.newDirectoryStream(practice.hub().config().resolve("policies"), "*.yaml")) {
            for (Path policy : policies) {
                String out = practice.root().resolve("out").toString();
                run("redact", "--policy", policy.toString(), "--out", out, letter);
            }
        }
        run(
                "verify",
                "--trust",
                practice.hub().publicKey().toString(),
                "--json",
                practice.bag().toString());
    }

    private void aboutRunningHub() throws IOException {
        var hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        hub.createContext("/", exchange -> {
            byte[] body = "{\"detail\":\"invented\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        hub.start();
        Path runFile = practice.hub().runFile();
        Files.writeString(runFile, "{\"port\":" + hub.getAddress().getPort() + ",\"token\":\"invented\"}");
        run("held");
        run("reconcile");
        run("retry", "invented");
        run("exchange", "run", "invented");
        hub.stop(0);
        run("held", "--json");
    }

    private void run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        var command = Main.commandLine(arguments);
        var folders = practice.hub();
        if (!List.of("--help", "redact", "verify").contains(arguments[0])) {
            all.addAll(List.of(
                    "--config", folders.config().toString(),
                    "--data", folders.data().toString(),
                    "--keys", folders.keys().toString()));
        }
        command.setOut(nowhere()).setErr(nowhere()).execute(all.toArray(String[]::new));
    }

    private static PrintWriter nowhere() {
        return new PrintWriter(Writer.nullWriter());
    }
}
