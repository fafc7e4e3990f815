package org.safepassage.connectors.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.http.HttpAuth.Credentials;

/// Keeps the credentials of one line: a token or a session is asked for when it is first needed, kept, and renewed
/// before it expires or when it was refused. For one thread.
final class Keyring {
    private static final int LARGEST_TOKEN_ANSWER = 1 << 16;
    private static final int LONGEST_LIFE = 366 * 24 * 3_600;
    private static final Duration EARLY = Duration.ofSeconds(60);

    private final HttpAuth auth;
    private final InstantSource clock;
    private @Nullable Credentials kept;

    Keyring(HttpAuth auth, InstantSource clock) {
        this.auth = auth;
        this.clock = clock;
    }

    /// Whether credentials that were refused may be replaced by new ones.
    boolean renewable() {
        return auth instanceof HttpAuth.ClientCredentials || auth instanceof HttpAuth.Session;
    }

    void forget() {
        kept = null;
    }

    /// What goes with this request.
    Credentials credentials(HttpLine line, Ask ask) throws DoorProblem {
        return auth instanceof HttpAuth.Signed signed ? signed.signer().sign(ask) : credentials(line);
    }

    Credentials credentials(HttpLine line) throws DoorProblem {
        Credentials before = kept;
        if (before != null && before.until().map(clock.instant()::isBefore).orElse(true)) {
            return before;
        }
        Credentials fresh = switch (auth) {
            case HttpAuth.None none -> Credentials.none();
            case HttpAuth.Signed eachByItself -> Credentials.none();
            case HttpAuth.Basic basic -> Credentials.basic(basic.user(), basic.password());
            case HttpAuth.Bearer bearer -> Credentials.authorization(bearer.scheme() + " " + bearer.token());
            case HttpAuth.Session session -> session.logIn().logIn(line);
            case HttpAuth.ClientCredentials client -> token(line, client);
        };
        kept = fresh;
        return fresh;
    }

    private Credentials token(HttpLine line, HttpAuth.ClientCredentials client) throws DoorProblem {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "client_credentials");
        if (!client.scope().isEmpty()) {
            form.put("scope", client.scope());
        }
        Ask ask = Ask.of("POST", client.tokenUrl()).header("Accept", "application/json");
        if (client.inBody() || client.clientSecret().isEmpty()) {
            form.put("client_id", client.clientId());
            if (!client.clientSecret().isEmpty()) {
                form.put("client_secret", client.clientSecret());
            }
        } else {
            ask = ask.headers(Credentials.basic(encode(client.clientId()), encode(client.clientSecret()))
                    .headers());
        }
        try (HttpAnswer answer = line.sendToTokenServer(ask.text("application/x-www-form-urlencoded", written(form)))) {
            JsonNode said = answer.json(LARGEST_TOKEN_ANSWER);
            if (answer.status() != 200) {
                String error = said.path("error").asText();
                throw new DoorProblem(
                        Kind.LOGIN_REFUSED,
                        "the token server refused client " + client.clientId()
                                + (error.matches("[a-z_]{1,40}") ? " (" + error + ")" : ""));
            }
            return token(said);
        }
    }

    private Credentials token(JsonNode said) throws DoorProblem {
        String token = said.path("access_token").asText();
        if (!token.matches("[\\x21-\\x7e]{1,16384}")
                || !said.path("token_type").asText().equalsIgnoreCase("bearer")) {
            throw new DoorProblem(Kind.PEER_FAULT, "the token server answered without a bearer token");
        }
        int life = Math.min(said.path("expires_in").asInt(0), LONGEST_LIFE);
        Duration early = EARLY.compareTo(Duration.ofSeconds(life / 4)) < 0 ? EARLY : Duration.ofSeconds(life / 4);
        return new Credentials(
                Map.of("Authorization", "Bearer " + token),
                life > 0 ? Optional.of(clock.instant().plusSeconds(life).minus(early)) : Optional.empty());
    }

    private static String written(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
