package org.safepassage.connectors.webdav;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// HTTP/1.1 requests to one WebDAV server: the app password with every request, no redirect followed, every wait
/// limited.
final class DavLine implements AutoCloseable {
    /// @param folder address of the folder, ending in `/`
    /// @param user account
    /// @param password app password
    /// @param connectTimeout for connecting
    /// @param silence longest silence of the server
    /// @param authorities certificates that may have signed the server's, when not the machine's own
    record Login(
            URI folder,
            String user,
            String password,
            Duration connectTimeout,
            Duration silence,
            Optional<SSLContext> authorities) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    private final Login login;
    private final HttpClient client;

    DavLine(Login login) {
        this.login = login;
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(login.connectTimeout());
        login.authorities().ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    URI folder() {
        return login.folder();
    }

    /// Sends a request and gives the response when its status is one of `good`; otherwise says what is wrong.
    HttpResponse<InputStream> send(String method, URI address, Map<String, String> headers, String body, int... good)
            throws DoorProblem {
        String pair = login.user() + ":" + login.password();
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(address)
                .timeout(login.silence())
                .header("Authorization", "Basic " + basic)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        headers.forEach(request::header);
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            for (int status : good) {
                if (response.statusCode() == status) {
                    return response;
                }
            }
            response.body().close();
            throw refused(method, response.statusCode());
        } catch (IOException broken) {
            throw problem(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DoorProblem(Kind.CUT, "the request was stopped from this side", stopped);
        }
    }

    /// Sends a request whose answer's body does not matter; gives the status.
    int status(String method, URI address, Map<String, String> headers, String body, int... good) throws DoorProblem {
        var response = send(method, address, headers, body, good);
        try (InputStream unread = response.body()) {
            unread.transferTo(OutputStream.nullOutputStream());
            return response.statusCode();
        } catch (IOException broken) {
            return response.statusCode();
        }
    }

    /// The body, with its waits limited.
    InputStream body(HttpResponse<InputStream> response) {
        return new GuardedStream(response.body(), login.silence());
    }

    private DoorProblem refused(String method, int status) {
        String said = place() + " answered " + method + " with status " + status;
        return switch (status) {
            case 401 ->
                new DoorProblem(
                        Kind.LOGIN_REFUSED, place() + " refused the log-in of user " + login.user() + " (status 401)");
            case 403, 405, 423 -> new DoorProblem(Kind.PERMISSION, said);
            case 404, 410 -> new DoorProblem(Kind.GONE, said);
            case 301, 302, 303, 307, 308 ->
                new DoorProblem(
                        Kind.CONFIGURATION, said + ": redirects are not followed; set url to where the folder is now");
            default -> new DoorProblem(Kind.PEER_FAULT, said);
        };
    }

    private DoorProblem problem(IOException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case DoorProblem problem -> {
                    return problem;
                }
                case HttpConnectTimeoutException late -> {
                    return new DoorProblem(Kind.UNREACHABLE, place() + " does not answer", thrown);
                }
                case HttpTimeoutException late -> {
                    return new DoorProblem(Kind.TIMED_OUT, place() + " was silent for too long", thrown);
                }
                case ConnectException refused -> {
                    return new DoorProblem(Kind.UNREACHABLE, place() + " does not accept a connection", thrown);
                }
                case SSLException tls -> {
                    return new DoorProblem(
                            Kind.CERTIFICATE_REFUSED, place() + " showed a certificate that is not trusted", thrown);
                }
                default -> {}
            }
        }
        return new DoorProblem(Kind.CUT, "the connection to " + place() + " broke", thrown);
    }

    /// Resolves the host.
    String resolve() throws DoorProblem {
        try {
            return InetAddress.getAllByName(login.folder().getHost()).length + " address(es)";
        } catch (UnknownHostException unknown) {
            throw new DoorProblem(Kind.UNRESOLVED, "the name " + login.folder().getHost() + " is not known", unknown);
        }
    }

    /// Tries a TCP connection.
    String tryConnecting() throws DoorProblem {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(login.folder().getHost(), port()), (int)
                    login.connectTimeout().toMillis());
            return place() + " accepts connections";
        } catch (IOException refused) {
            throw new DoorProblem(Kind.UNREACHABLE, place() + " does not accept a connection", refused);
        }
    }

    private int port() {
        int given = login.folder().getPort();
        return given > 0 ? given : tls() ? 443 : 80;
    }

    /// Whether the line is encrypted.
    boolean tls() {
        return "https".equals(login.folder().getScheme());
    }

    private String place() {
        return login.folder().getHost() + ":" + port();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
