package org.safepassage.connectors.http;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.LinkedHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.http.HttpAuth.Credentials;
import org.safepassage.connectors.plumbing.ResumingStream;

/// One request and the head of its answer, whatever its status, with every wait limited. A request that only asks is
/// sent again when the connection breaks before its answer.
final class HttpExchange implements AutoCloseable {
    private static final int TRIES = 3;

    private final HttpSettings settings;
    private final AllowedHosts hosts;
    private final HttpClient client;

    HttpExchange(HttpSettings settings, AllowedHosts hosts) {
        this.settings = settings;
        this.hosts = hosts;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .sslContext(settings.tls())
                .build();
    }

    HttpAnswer send(Ask ask, Credentials credentials) throws DoorProblem {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(ask, credentials);
            } catch (DoorProblem problem) {
                if (problem.kind() != Kind.CUT || !ask.safe() || attempt >= TRIES || Thread.interrupted()) {
                    throw problem;
                }
                ResumingStream.pause(attempt);
            }
        }
    }

    private HttpAnswer once(Ask ask, Credentials credentials) throws DoorProblem {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept-Encoding", "identity");
        if (hosts.isBase(ask.address())) {
            headers.putAll(settings.headers());
        }
        headers.putAll(ask.headers());
        headers.putAll(credentials.headers());
        var sent = new SentBody(ask.body());
        try {
            var request = HttpRequest.newBuilder(ask.address()).method(ask.method(), sent.publisher());
            headers.forEach(request::header);
            if (ask.body().length() == 0) {
                request.timeout(settings.silence());
            }
            HttpResponse<InputStream> response = wait(request.build(), sent);
            String place = HttpAddress.place(ask.address());
            return new HttpAnswer(response, new GuardedBody(response.body(), settings.silence(), place), place);
        } catch (IllegalArgumentException wrong) {
            throw new DoorProblem(Kind.CONFIGURATION, "a header or address has characters that HTTP does not allow");
        }
    }

    private HttpResponse<InputStream> wait(HttpRequest request, SentBody sent) throws DoorProblem {
        var coming = client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        HttpProblems problems = problems(request.uri());
        long step = Math.max(settings.silence().toMillis() / 8, 1);
        try {
            while (true) {
                try {
                    return coming.get(step, TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    boolean silent = sent.quiet()
                            > settings.silence().plus(settings.connectTimeout()).toNanos();
                    if (silent && request.timeout().isEmpty()) {
                        coming.cancel(true);
                        throw problems.broken(new HttpTimeoutException("no answer"));
                    }
                }
            }
        } catch (ExecutionException broken) {
            if (sent.unreadable()) {
                throw new DoorProblem(Kind.CUT, "what is sent cannot be read on this side", broken);
            }
            throw problems.broken(broken);
        } catch (InterruptedException stopped) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new DoorProblem(Kind.CUT, "the request was stopped from this side", stopped);
        }
    }

    private HttpProblems problems(URI address) {
        return new HttpProblems(HttpAddress.place(address), settings.auth());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
