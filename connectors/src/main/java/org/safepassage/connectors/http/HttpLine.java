package org.safepassage.connectors.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.http.HttpAuth.Credentials;

/// HTTP/1.1 requests to one partner's or recipient's server. What it sees to, so that no door has to:
/// credentials with every request to that server and to no other, renewed once when they are refused in
/// mid-run; no request to a host that is not configured, redirects included, and a redirect followed only
/// for GET and HEAD; every wait limited; pauses that the server asks for kept within bounds; a request that
/// only asks repeated when the connection breaks before its answer; every trouble as a [DoorProblem] that
/// shows no more than host and status.
///
/// For one thread at a time.
public final class HttpLine implements AutoCloseable {
    private static final int MOST_REDIRECTS = 5;
    private static final int PAGE_OF_400 = 2_048;

    private final HttpSettings settings;
    private final InstantSource clock;
    private final AllowedHosts hosts;
    private final Keyring keyring;
    private final HttpExchange exchange;

    /// Connects to nobody yet.
    public HttpLine(HttpSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.hosts = new AllowedHosts(settings.base(), settings.otherHosts());
        this.keyring = new Keyring(settings.auth(), clock);
        this.exchange = new HttpExchange(settings, hosts);
    }

    public HttpSettings settings() {
        return settings;
    }

    /// The partner's address.
    public URI base() {
        return settings.base();
    }

    /// An address that a partner's answer names, absolute or relative to the base; spaces and letters that
    /// should have been encoded are. Whether it may be asked is checked when it is.
    ///
    /// @throws DoorProblem of kind PEER_FAULT when it is no address
    public URI resolve(String address) throws DoorProblem {
        return resolve(settings.base(), address);
    }

    /// As [#resolve(String)], relative to another address of the partner's.
    public URI resolve(URI from, String address) throws DoorProblem {
        try {
            return from.resolve(HttpAddress.encoded(address));
        } catch (IllegalArgumentException wrong) {
            throw new DoorProblem(Kind.PEER_FAULT, "the server names an address that is none");
        }
    }

    /// Sends a request and gives the answer when its status is one of `good`; the caller closes it.
    ///
    /// @throws DoorProblem for every other status and every broken connection
    public HttpAnswer send(Ask ask, int... good) throws DoorProblem {
        var pause = new RequestedPause(settings.patience(), clock);
        Ask next = ask;
        boolean renewed = false;
        for (int redirects = 0; ; ) {
            hosts.check(next.address());
            boolean named = !next.anonymous() && hosts.isBase(next.address());
            HttpAnswer answer = exchange.send(next, named ? keyring.credentials(this, next) : Credentials.none());
            int status = answer.status();
            if (contains(good, status)) {
                return answer;
            }
            if (status == 401 && named && keyring.renewable() && !renewed) {
                answer.discard();
                keyring.forget();
                renewed = true;
            } else if ((status == 429 || status == 503) && pause.grant(answer)) {
                answer.discard();
            } else if (redirects(next, answer) && redirects++ < MOST_REDIRECTS) {
                answer.discard();
                next = next.to(target(answer));
            } else {
                throw refused(next, answer);
            }
        }
    }

    /// Sends a request whose answer's body does not matter; gives the status.
    public int status(Ask ask, int... good) throws DoorProblem {
        HttpAnswer answer = send(ask, good);
        answer.discard();
        return answer.status();
    }

    /// Gets credentials now, so that a test of the door can tell a refused log-in from what comes later.
    public void logIn() throws DoorProblem {
        keyring.credentials(this);
    }

    /// The token server is named by the operator, not by the partner: it may be any host.
    HttpAnswer sendToTokenServer(Ask ask) throws DoorProblem {
        var pause = new RequestedPause(settings.patience(), clock);
        while (true) {
            HttpAnswer answer = exchange.send(ask, Credentials.none());
            switch (answer.status()) {
                case 200, 400, 401, 403 -> {
                    return answer;
                }
                case 429, 503 -> {
                    if (!pause.grant(answer)) {
                        throw refused(ask, answer);
                    }
                    answer.discard();
                }
                default -> throw refused(ask, answer);
            }
        }
    }

    private static boolean redirects(Ask ask, HttpAnswer answer) {
        return switch (answer.status()) {
            case 301, 302, 303, 307, 308 ->
                (ask.method().equals("GET") || ask.method().equals("HEAD"))
                        && !answer.header("Location").isEmpty();
            default -> false;
        };
    }

    private URI target(HttpAnswer answer) throws DoorProblem {
        try {
            return answer.address().resolve(answer.header("Location"));
        } catch (IllegalArgumentException wrong) {
            throw new DoorProblem(Kind.PEER_FAULT, "the server redirects to an address that is none");
        }
    }

    private DoorProblem refused(Ask ask, HttpAnswer answer) {
        try (answer) {
            // nginx answers a client certificate it does not take with a page of status 400 that says so.
            boolean certificate = answer.status() == 400
                    && new String(answer.body().readNBytes(PAGE_OF_400), StandardCharsets.UTF_8)
                            .contains("SSL certificate");
            if (certificate) {
                return problems(ask.address()).ownCertificate();
            }
        } catch (IOException broken) {
            // The status is told all the same.
        }
        return problems(ask.address()).refused(ask.method(), answer.status());
    }

    private HttpProblems problems(URI address) {
        return new HttpProblems(HttpAddress.place(address), settings.auth());
    }

    private static boolean contains(int[] good, int status) {
        for (int each : good) {
            if (each == status) {
                return true;
            }
        }
        return false;
    }

    /// Whether the line is encrypted.
    public boolean tls() {
        return "https".equals(base().getScheme());
    }

    @Override
    public void close() {
        exchange.close();
    }

    @Override
    public String toString() {
        return "HttpLine[" + base().getHost() + "]";
    }
}
