package org.safepassage.connectors.ftps;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.http.TlsParameters;

/// Where an FTPS server is, which certificate it may show, and how to log in. Prints no secret.
///
/// @param host name or address
/// @param port of the control channel
/// @param tls checks certificates; its cache of sessions is this door's own
/// @param checkName whether the certificate must be for the host's name: not when the certificate itself is
///     pinned
/// @param user account name
/// @param password of the account
/// @param connectTimeout for connecting and for the greeting
/// @param silence longest silence of the server while something is asked of it
record FtpsLogin(
        String host,
        int port,
        SSLContext tls,
        boolean checkName,
        String user,
        String password,
        Duration connectTimeout,
        Duration silence) {

    /// Reads the parameters of the FTPS Kamelet.
    static FtpsLogin of(Parameters parameters) throws DoorProblem {
        boolean pinned = parameters.find("certificateFingerprint").isPresent();
        String user = parameters.text("user");
        if (user.chars().anyMatch(Character::isISOControl)
                || parameters.text("password").chars().anyMatch(Character::isISOControl)) {
            throw parameters.refused("user", "and password must not have control characters");
        }
        return new FtpsLogin(
                parameters.text("host"),
                parameters.number("port", 1, 65_535),
                pinned ? PinnedCertificates.parse(parameters).context() : TlsParameters.context(parameters),
                !pinned,
                user,
                parameters.text("password"),
                parameters.seconds("connectSeconds", 1, 600),
                parameters.seconds("silenceSeconds", 1, 3_600));
    }

    /// Host and port for messages.
    String place() {
        return host + ":" + port;
    }

    @Override
    public String toString() {
        return "FtpsLogin[" + place() + "]";
    }
}
