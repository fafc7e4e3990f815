package org.safepassage.connectors.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.safepassage.schemas.Content;

/// One request to a server. Immutable; may be sent again.
///
/// @param method such as `GET`
/// @param address absolute; see [HttpLine#resolve(String)]
/// @param headers without credentials
/// @param body empty for none
/// @param anonymous whether it goes without credentials, as a log-in does
public record Ask(String method, URI address, Map<String, String> headers, Body body, boolean anonymous) {
    /// What a request carries.
    ///
    /// @param content opened anew at each sending
    /// @param from bytes of it to leave out
    /// @param length bytes to send from there; 0 for none
    public record Body(Content content, long from, long length) {
        /// No body.
        public static final Body NONE = new Body(Content.of(new byte[0]), 0, 0);

        /// The whole content, whose size must be known.
        public static Body of(Content content) {
            return new Body(content, 0, content.size());
        }
    }

    public Ask {
        headers = Map.copyOf(headers);
    }

    /// A request without a body.
    public static Ask of(String method, URI address) {
        return new Ask(method, address, Map.of(), Body.NONE, false);
    }

    public static Ask get(URI address) {
        return of("GET", address);
    }

    /// The same with a header more.
    public Ask header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Ask(method, address, more, body, anonymous);
    }

    /// The same with these headers more.
    public Ask headers(Map<String, String> others) {
        var more = new LinkedHashMap<>(headers);
        more.putAll(others);
        return new Ask(method, address, more, body, anonymous);
    }

    /// The same with a small text as its body.
    public Ask text(String contentType, String text) {
        Content content = Content.of(text.getBytes(StandardCharsets.UTF_8));
        return body(Body.of(content)).header("Content-Type", contentType);
    }

    /// The same with a body.
    public Ask body(Body other) {
        return new Ask(method, address, headers, other, anonymous);
    }

    /// The same without credentials.
    public Ask withoutCredentials() {
        return new Ask(method, address, headers, body, true);
    }

    /// The same request to another address.
    public Ask to(URI other) {
        return new Ask(method, other, headers, body, anonymous);
    }

    /// Whether sending it twice does no more than sending it once and it asks only.
    boolean safe() {
        return switch (method) {
            case "GET", "HEAD", "PROPFIND", "OPTIONS" -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return "Ask[" + method + "]";
    }
}
