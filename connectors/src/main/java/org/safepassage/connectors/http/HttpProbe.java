package org.safepassage.connectors.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// The first steps to a server one by one, for the test of a door.
final class HttpProbe {
    private final HttpSettings settings;
    private final URI base;

    HttpProbe(HttpSettings settings) {
        this.settings = settings;
        this.base = settings.base();
    }

    /// Resolves the host.
    String resolve() throws DoorProblem {
        try {
            return InetAddress.getAllByName(base.getHost()).length + " address(es)";
        } catch (UnknownHostException unknown) {
            throw new DoorProblem(Kind.UNRESOLVED, "the name " + base.getHost() + " is not known", unknown);
        }
    }

    /// Tries a TCP connection.
    String tryConnecting() throws DoorProblem {
        try (Socket socket = connect()) {
            return HttpAddress.place(base) + " accepts connections on port " + socket.getPort();
        } catch (IOException refused) {
            throw new DoorProblem(Kind.UNREACHABLE, HttpAddress.place(base) + " does not accept a connection", refused);
        }
    }

    /// Tries a TLS handshake and tells the certificate.
    String tryTls() throws DoorProblem {
        try (Socket plain = connect();
                SSLSocket socket = (SSLSocket) settings.tls()
                        .getSocketFactory()
                        .createSocket(plain, base.getHost(), HttpAddress.port(base), true)) {
            SSLParameters checked = socket.getSSLParameters();
            checked.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(checked);
            socket.setSoTimeout((int) settings.silence().toMillis());
            socket.startHandshake();
            String shown = socket.getSession().getPeerCertificates()[0] instanceof X509Certificate certificate
                    ? RefusedCertificate.describe(certificate)
                    : "no X.509 certificate";
            return socket.getSession().getProtocol() + ", " + shown;
        } catch (IOException broken) {
            throw new HttpProblems(HttpAddress.place(base), settings.auth()).broken(broken);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(base.getHost(), HttpAddress.port(base)), (int)
                    settings.connectTimeout().toMillis());
            return socket;
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }
}
