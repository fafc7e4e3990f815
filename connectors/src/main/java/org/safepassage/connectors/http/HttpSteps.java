package org.safepassage.connectors.http;

import org.safepassage.connectors.plumbing.StepByStep;

/// The steps of a door test that every HTTP door begins with.
public final class HttpSteps {
    private HttpSteps() {}

    /// `resolve`, `connect` and, on an encrypted line, `tls`, which shows the certificate. The door goes on with
    /// `authenticate` and `list`.
    public static StepByStep upToTls(HttpLine line) {
        return upToTls(line.settings(), line.tls());
    }

    /// The same for a server that speaks another protocol on top: of the settings it uses host, port, TLS and times.
    public static StepByStep upToTls(HttpSettings settings, boolean tls) {
        var probe = new HttpProbe(settings);
        StepByStep steps = new StepByStep().then("resolve", probe::resolve).then("connect", probe::tryConnecting);
        return tls ? steps.then("tls", probe::tryTls) : steps;
    }
}
