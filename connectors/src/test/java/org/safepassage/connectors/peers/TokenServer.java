package org.safepassage.connectors.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Gives out OAuth 2.0 tokens to client `hub` with secret `right-secret` at `/token`, and says at `/check` whether the
/// newest of them was shown, as nginx asks with `auth_request`.
public final class TokenServer implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger tokens = new AtomicInteger();

    public TokenServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/token", this::token);
        server.createContext("/check", this::check);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /// How many were given out.
    public int tokens() {
        return tokens.get();
    }

    /// From now on the newest token is refused.
    public void revoke() {
        tokens.incrementAndGet();
    }

    private void token(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        boolean known = "Basic aHViOnJpZ2h0LXNlY3JldA=="
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] answer = (known
                        ? "{\"access_token\":\"t-" + tokens.incrementAndGet()
                                + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                        : "{\"error\":\"invalid_client\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(known ? 200 : 401, answer.length);
        try (var out = exchange.getResponseBody()) {
            out.write(answer);
        }
    }

    private void check(HttpExchange exchange) throws IOException {
        boolean shown =
                ("Bearer t-" + tokens.get()).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        exchange.sendResponseHeaders(shown ? 204 : 401, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
