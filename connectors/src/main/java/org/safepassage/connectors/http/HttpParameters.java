package org.safepassage.connectors.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;

/// Reads the parameters that HTTP doors share. A Kamelet names those it wants, always by these names:
/// `url`; `auth` (`none`, `basic`, `bearer`, `oauth2`) with `user` and `password`, `token` and `tokenScheme`, or
/// `tokenUrl`, `clientId`,
/// `clientSecret`, `scope` and `clientAuthentication` (`basic`, `body`); `caFile`, `clientCertificateFile`,
/// `clientKeyFile`, `passphrase`; `otherHosts` (separated by commas); `connectSeconds`, `silenceSeconds`,
/// `patienceSeconds`.
///
/// ```java
/// var line = new HttpLine(HttpParameters.settings(parameters, HttpParameters.auth(parameters)),
/// InstantSource.system());
/// ```
public final class HttpParameters {
    private HttpParameters() {}

    /// Everything but the log-in, which a partner system may have of its own kind.
    ///
    /// @throws DoorProblem of kind CONFIGURATION that names the parameter
    public static HttpSettings settings(Parameters parameters, HttpAuth auth) throws DoorProblem {
        return new HttpSettings(
                HttpAddress.folder(parameters, "url"),
                auth,
                TlsParameters.context(parameters),
                seconds(parameters, "connectSeconds", 20, 1, 600),
                seconds(parameters, "silenceSeconds", 60, 1, 3_600),
                seconds(parameters, "patienceSeconds", 120, 0, 3_600),
                hosts(parameters),
                Map.of());
    }

    /// The log-in that `auth` names; basic when the Kamelet has no such parameter.
    ///
    /// @throws DoorProblem of kind CONFIGURATION when a parameter it needs is missing
    public static HttpAuth auth(Parameters parameters) throws DoorProblem {
        String auth = parameters.find("auth").orElse("basic");
        return switch (auth) {
            case "none" -> new HttpAuth.None();
            case "bearer" ->
                new HttpAuth.Bearer(parameters.find("tokenScheme").orElse("Bearer"), needed(parameters, "token", auth));
            case "oauth2" -> {
                needed(parameters, "tokenUrl", auth);
                yield new HttpAuth.ClientCredentials(
                        HttpAddress.address(parameters, "tokenUrl"),
                        needed(parameters, "clientId", auth),
                        parameters.find("clientCertificateFile").isPresent()
                                ? parameters.text("clientSecret")
                                : needed(parameters, "clientSecret", auth),
                        parameters.text("scope"),
                        parameters.text("clientAuthentication").equals("body"));
            }
            default -> new HttpAuth.Basic(needed(parameters, "user", auth), needed(parameters, "password", auth));
        };
    }

    private static String needed(Parameters parameters, String name, String auth) throws DoorProblem {
        String value = parameters
                .find(name)
                .orElseThrow(() -> parameters.refused(name, "is missing, which auth " + auth + " needs"));
        if (value.chars().anyMatch(character -> character < ' ')) {
            throw parameters.refused(name, "has control characters, such as the end of a line");
        }
        return value;
    }

    private static List<String> hosts(Parameters parameters) throws DoorProblem {
        List<String> hosts = Arrays.stream(parameters.text("otherHosts").split("[,\\s]+"))
                .filter(host -> !host.isEmpty())
                .toList();
        for (String host : hosts) {
            if (!host.matches(
                    "(\\*\\.)?[A-Za-z0-9][A-Za-z0-9.-]*[.][A-Za-z0-9-]+|[A-Za-z0-9.-]+:[0-9]{1,5}|localhost")) {
                throw parameters.refused("otherHosts", "must be HOST, HOST:PORT or *.DOMAIN, separated by commas");
            }
        }
        return hosts;
    }

    private static Duration seconds(Parameters parameters, String name, int standard, int least, int most)
            throws DoorProblem {
        return parameters.find(name).isPresent() ? parameters.seconds(name, least, most) : Duration.ofSeconds(standard);
    }
}
