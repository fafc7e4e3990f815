package org.safepassage.connectors.odk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpAnswer;
import org.safepassage.connectors.http.HttpAuth.Credentials;
import org.safepassage.connectors.http.HttpAuth.LogIn;
import org.safepassage.connectors.http.HttpLine;

/// A session of one account: opened when it is needed, opened again when it was refused, closed with the
/// door. Prints no secret. For one thread.
final class OdkSession implements LogIn {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_ANSWER = 1 << 16;

    private final String email;
    private final String password;
    private Optional<String> token = Optional.empty();

    OdkSession(String email, String password) {
        this.email = email;
        this.password = password;
    }

    @Override
    public Credentials logIn(HttpLine line) throws DoorProblem {
        String body = JSON.createObjectNode()
                .put("email", email)
                .put("password", password)
                .toString();
        Ask ask = Ask.of("POST", line.resolve("v1/sessions"))
                .text("application/json", body)
                .withoutCredentials();
        try (HttpAnswer answer = line.send(ask, 200, 400, 401)) {
            if (answer.status() != 200) {
                throw new DoorProblem(Kind.LOGIN_REFUSED, "ODK Central does not accept the account's password");
            }
            JsonNode told = answer.json(LARGEST_ANSWER);
            String given = told.path("token").asText();
            if (!given.matches("[A-Za-z0-9!$_-]{16,200}")) {
                throw new DoorProblem(Kind.PEER_FAULT, "ODK Central opened a session and gave no token");
            }
            token = Optional.of(given);
            return new Credentials(Map.of("Authorization", "Bearer " + given), until(told));
        }
    }

    private static Optional<Instant> until(JsonNode told) {
        try {
            return Optional.of(Instant.parse(told.path("expiresAt").asText()));
        } catch (DateTimeException untold) {
            return Optional.empty();
        }
    }

    /// Closes the session; one that cannot be closed ends by itself within a day.
    void logOut(HttpLine line) {
        token.ifPresent(open -> {
            try {
                line.status(Ask.of("DELETE", line.resolve("v1/sessions/" + open)), 200, 401, 403, 404);
            } catch (DoorProblem unreachable) {
                // It ends by itself.
            }
        });
        token = Optional.empty();
    }

    @Override
    public String toString() {
        return "OdkSession[]";
    }
}
