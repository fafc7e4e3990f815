package org.safepassage.connectors.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/// What an HTTP door is opened with; see [HttpParameters]. Prints no secret.
///
/// @param base the partner's address; relative addresses are resolved against it
/// @param auth how the door says who it is, to the base's server only
/// @param tls certificates that are trusted, and the door's own; from [TlsParameters]
/// @param connectTimeout for connecting
/// @param silence longest wait for the head of an answer, and for each piece of its body
/// @param patience longest time that one request waits because the server asks for a pause (429 and 503)
/// @param otherHosts `HOST`, `HOST:PORT` or `*.DOMAIN` that may be asked too, without credentials
/// @param headers what goes with every request to the base's server, such as `X-Requested-With`
public record HttpSettings(
        URI base,
        HttpAuth auth,
        SSLContext tls,
        Duration connectTimeout,
        Duration silence,
        Duration patience,
        List<String> otherHosts,
        Map<String, String> headers) {
    public HttpSettings {
        otherHosts = List.copyOf(otherHosts);
        headers = Map.copyOf(headers);
    }

    /// The same with headers for every request.
    public HttpSettings withHeaders(Map<String, String> more) {
        return new HttpSettings(base, auth, tls, connectTimeout, silence, patience, otherHosts, more);
    }

    @Override
    public String toString() {
        return "HttpSettings[" + base.getHost() + ", " + auth + "]";
    }
}
