package org.safepassage.hub.cli;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Answers in a hub's place what a real one cannot be made to answer at will: the command is what is tried.
final class StandInHub implements AutoCloseable {
    static final String TOKEN = "Vydumanava";

    private final HttpServer server;

    private StandInHub(Path data, String path, HttpHandler handler) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext(path, handler);
        server.start();
        runFile(data, "{\"port\":" + server.getAddress().getPort() + ",\"token\":\"" + TOKEN + "\"}");
    }

    /// Answers everything alike.
    static StandInHub answering(Path data, int status, String body) throws IOException {
        byte[] answer = body.getBytes(StandardCharsets.UTF_8);
        return new StandInHub(data, "/", exchange -> {
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
    }

    /// Answers what is sent to one place of the interface, and refuses anything but what is expected there.
    static StandInHub asked(Path data, String path, String expected, String body) throws IOException {
        byte[] answer = body.getBytes(StandardCharsets.UTF_8);
        return new StandInHub(data, "/api/v1" + path, exchange -> {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(sent.equals(expected) ? 200 : 400, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
    }

    /// Writes the file by which commands find the hub of a data folder.
    static void runFile(Path data, String content) throws IOException {
        Files.createDirectories(data.resolve("run"));
        Files.writeString(data.resolve("run/hub.json"), content);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
