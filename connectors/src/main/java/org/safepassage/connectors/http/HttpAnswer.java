package org.safepassage.connectors.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// A server's answer whose body is not read yet. Close it; for one thread.
public final class HttpAnswer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpResponse<InputStream> response;
    private final GuardedBody body;
    private final String place;

    HttpAnswer(HttpResponse<InputStream> response, GuardedBody body, String place) {
        this.response = response;
        this.body = body;
        this.place = place;
    }

    public int status() {
        return response.statusCode();
    }

    /// Where it came from, after redirects.
    public URI address() {
        return response.uri();
    }

    /// The first header of that name, or empty.
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /// `Content-Length`, or -1 when the server does not say.
    public long length() {
        String length = header("Content-Length");
        return length.matches("[0-9]{1,18}") ? Long.parseLong(length) : -1;
    }

    /// The server's clock as it answered, when it says so.
    public Optional<Instant> date() {
        return date(header("Date"));
    }

    static Optional<Instant> date(String httpDate) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(httpDate, Instant::from));
        } catch (DateTimeParseException untold) {
            return Optional.empty();
        }
    }

    /// What `Set-Cookie` headers set, as a `Cookie` header sends it back.
    public String cookies() {
        return response.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0].strip())
                .filter(cookie -> cookie.indexOf('=') > 0)
                .collect(Collectors.joining("; "));
    }

    /// All `Link` headers (RFC 8288) joined to one.
    public String links() {
        return String.join(", ", response.headers().allValues("Link"));
    }

    /// The body, each wait for it limited. Reading throws [DoorProblem].
    public InputStream body() {
        return body;
    }

    /// The whole body.
    ///
    /// @param most bytes; a longer answer is a fault of the server
    public byte[] bytes(int most) throws DoorProblem {
        try {
            byte[] bytes = body.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new DoorProblem(
                        Kind.PEER_FAULT, place + " answered with more than the " + most + " bytes that are read");
            }
            return bytes;
        } catch (DoorProblem problem) {
            throw problem;
        } catch (IOException broken) {
            throw new DoorProblem(Kind.CUT, "the connection to " + place + " broke", broken);
        }
    }

    /// The whole body as JSON.
    ///
    /// @param most bytes
    /// @throws DoorProblem of kind PEER_FAULT when it is no JSON
    public JsonNode json(int most) throws DoorProblem {
        byte[] bytes = bytes(most);
        try {
            return JSON.readTree(bytes);
        } catch (IOException unreadable) {
            throw new DoorProblem(Kind.PEER_FAULT, place + " answered with something that is no JSON", unreadable);
        }
    }

    /// Reads a short body to its end, so that the connection can be used again, or gives the connection up.
    void discard() {
        try (body) {
            byte[] rest = body.readNBytes(1 << 16);
            OutputStream.nullOutputStream().write(rest);
        } catch (IOException broken) {
            // The status counted; the connection is thrown away.
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException broken) {
            // What was read counted; the connection is thrown away.
        }
    }
}
