package org.safepassage.connectors.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.safepassage.connectors.DoorProblem;

/// How a door says who it is. A client certificate (mTLS) belongs to the TLS context and goes with any of these.
/// Prints no secret.
public sealed interface HttpAuth {
    /// No log-in, or a client certificate alone.
    record None() implements HttpAuth {}

    /// User and password with every request (RFC 7617).
    record Basic(String user, String password) implements HttpAuth {
        @Override
        public String toString() {
            return "Basic[" + user + "]";
        }
    }

    /// A fixed token with every request (RFC 6750).
    ///
    /// @param scheme what stands before the token, such as `Bearer` or `Token`
    record Bearer(String scheme, String token) implements HttpAuth {
        @Override
        public String toString() {
            return "Bearer[" + scheme + "]";
        }
    }

    /// OAuth 2.0 client credentials (RFC 6749, 4.4): the token is kept, renewed before it expires, and once when it is
    /// refused in the middle of a run.
    ///
    /// @param tokenUrl where tokens are given out; named by the operator, so it may be another host
    /// @param clientSecret empty when the client certificate is enough (RFC 8705)
    /// @param scope space-separated, or empty
    /// @param inBody whether id and secret go in the form instead of the `Authorization` header
    record ClientCredentials(URI tokenUrl, String clientId, String clientSecret, String scope, boolean inBody)
            implements HttpAuth {
        @Override
        public String toString() {
            return "ClientCredentials[" + clientId + "]";
        }
    }

    /// A log-in of the partner's own, whose cookie or token is kept until it is refused or expires.
    record Session(LogIn logIn) implements HttpAuth {
        @Override
        public String toString() {
            return "Session[]";
        }
    }

    /// Every request signed by itself, such as with AWS Signature Version 4.
    record Signed(Signer signer) implements HttpAuth {
        @Override
        public String toString() {
            return "Signed[]";
        }
    }

    /// Signs requests. Called anew for every sending, because signatures hold for some minutes only.
    interface Signer {
        /// @throws DoorProblem when what is sent cannot be read
        Credentials sign(Ask ask) throws DoorProblem;
    }

    /// Logs in with requests of its own ([Ask#anonymous]). Called again when what it gave was refused.
    interface LogIn {
        /// @throws DoorProblem of kind LOGIN_REFUSED when the partner refuses
        Credentials logIn(HttpLine line) throws DoorProblem;
    }

    /// What a request carries to show who asks.
    ///
    /// @param headers such as `Authorization` or `Cookie`
    /// @param until when it expires by this machine's clock, when that is known
    record Credentials(Map<String, String> headers, Optional<Instant> until) {
        public Credentials {
            headers = Map.copyOf(headers);
        }

        /// Nothing.
        public static Credentials none() {
            return new Credentials(Map.of(), Optional.empty());
        }

        /// An `Authorization` header that does not expire.
        public static Credentials authorization(String value) {
            return new Credentials(Map.of("Authorization", value), Optional.empty());
        }

        /// User and password as RFC 7617 writes them.
        public static Credentials basic(String user, String password) {
            byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return authorization("Basic " + Base64.getEncoder().encodeToString(pair));
        }

        @Override
        public String toString() {
            return "Credentials" + headers.keySet();
        }
    }
}
