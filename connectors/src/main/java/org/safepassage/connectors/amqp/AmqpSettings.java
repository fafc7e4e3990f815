package org.safepassage.connectors.amqp;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.http.HttpAddress;
import org.safepassage.connectors.http.HttpAuth;
import org.safepassage.connectors.http.HttpSettings;
import org.safepassage.connectors.http.TlsParameters;

/// What a door to a broker is opened with. Prints no secret.
///
/// @param host the broker's
/// @param port the broker's
/// @param encrypted whether the line is TLS from its first byte
/// @param user for the log-in by password; empty to log in by client certificate
/// @param password of that user
/// @param tls certificates that are trusted, and the door's own
/// @param connectTimeout for connecting and opening
/// @param silence longest wait for anything that was asked for
record AmqpSettings(
        String host,
        int port,
        boolean encrypted,
        String user,
        String password,
        SSLContext tls,
        Duration connectTimeout,
        Duration silence) {
    private static final int TLS_PORT = 5671;
    private static final int PLAIN_PORT = 5672;

    /// Reads `url`, the log-in, the TLS parameters and the times.
    ///
    /// @throws DoorProblem of kind CONFIGURATION that names the parameter
    static AmqpSettings of(Parameters parameters) throws DoorProblem {
        URI url = address(parameters);
        boolean encrypted = "amqps".equals(url.getScheme());
        String user = parameters.text("user");
        if (user.isEmpty() == parameters.find("clientCertificateFile").isEmpty()) {
            throw parameters.refused("user", "with password, or clientCertificateFile: one of them is how to log in");
        }
        if (!user.isEmpty() && parameters.find("password").isEmpty()) {
            throw parameters.refused("password", "is missing");
        }
        int standard = encrypted ? TLS_PORT : PLAIN_PORT;
        return new AmqpSettings(
                url.getHost(),
                url.getPort() > 0 ? url.getPort() : standard,
                encrypted,
                user,
                parameters.text("password"),
                TlsParameters.context(parameters),
                parameters.seconds("connectSeconds", 1, 600),
                parameters.seconds("silenceSeconds", 1, 3_600));
    }

    private static URI address(Parameters parameters) throws DoorProblem {
        try {
            URI url = new URI(parameters.text("url"));
            String rest = String.valueOf(url.getRawPath()) + String.valueOf(url.getRawQuery());
            boolean broker = url.getHost() != null
                    && url.getRawUserInfo() == null
                    && rest.replace("null", "").replace("/", "").isEmpty()
                    && ("amqps".equals(url.getScheme())
                            || ("amqp".equals(url.getScheme()) && HttpAddress.loopback(url.getHost())));
            if (!broker) {
                throw parameters.refused("url", "must be amqps://HOST:PORT (amqp only on the loopback address)");
            }
            return url;
        } catch (URISyntaxException wrong) {
            throw parameters.refused("url", "is no address");
        }
    }

    /// Host and port for a message.
    String place() {
        return host + ":" + port;
    }

    /// The same server for the steps that every door to a TLS server tries first.
    HttpSettings probing() {
        return new HttpSettings(
                URI.create((encrypted ? "https" : "http") + "://" + host + ":" + port + "/"),
                user.isEmpty() ? new HttpAuth.None() : new HttpAuth.Basic(user, password),
                tls,
                connectTimeout,
                silence,
                Duration.ZERO,
                List.of(),
                Map.of());
    }

    @Override
    public String toString() {
        return "AmqpSettings[" + host + "]";
    }
}
