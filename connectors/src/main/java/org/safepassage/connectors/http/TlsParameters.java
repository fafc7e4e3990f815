package org.safepassage.connectors.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;

/// The TLS side of a door: whom it trusts (`caFile`, or the authorities this machine knows) and, for mTLS, who it is
/// (`clientCertificateFile` with `clientKeyFile` and its `passphrase`). Files are read once, when the door is opened.
public final class TlsParameters {
    private TlsParameters() {}

    /// @throws DoorProblem of kind CONFIGURATION that names the parameter whose file cannot be used
    public static SSLContext context(Parameters parameters) throws DoorProblem {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(parameters), new TrustManager[] {trust(parameters)}, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw parameters.refused("caFile", "cannot be used for TLS");
        }
    }

    private static TellingTrust trust(Parameters parameters) throws DoorProblem {
        Optional<String> file = parameters.find("caFile");
        try {
            KeyStore trusted = file.isPresent() ? authorities(Path.of(file.get())) : null;
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            for (TrustManager each : factory.getTrustManagers()) {
                if (each instanceof X509ExtendedTrustManager platform) {
                    return new TellingTrust(platform);
                }
            }
            throw new IllegalStateException("every Java platform checks X.509 certificates");
        } catch (IOException | GeneralSecurityException unreadable) {
            throw parameters.refused("caFile", "cannot be read as PEM certificates");
        }
    }

    private static KeyStore authorities(Path file) throws IOException, GeneralSecurityException {
        KeyStore trusted = empty();
        int number = 0;
        for (Certificate certificate : certificates(file)) {
            trusted.setCertificateEntry("ca-" + number++, certificate);
        }
        if (number == 0) {
            throw new IOException("no certificate");
        }
        return trusted;
    }

    private static KeyManager @Nullable [] keys(Parameters parameters) throws DoorProblem {
        Optional<String> certificateFile = parameters.find("clientCertificateFile");
        Optional<String> keyFile = parameters.find("clientKeyFile");
        if (certificateFile.isPresent() != keyFile.isPresent()) {
            throw parameters.refused(
                    certificateFile.isPresent() ? "clientKeyFile" : "clientCertificateFile",
                    "is missing: a client certificate has both");
        }
        if (certificateFile.isEmpty() || keyFile.isEmpty()) {
            return null;
        }
        PrivateKey key = PemKey.read(parameters, Path.of(keyFile.get()));
        try {
            Certificate[] chain = certificates(Path.of(certificateFile.get()));
            KeyStore own = empty();
            own.setKeyEntry("own", key, new char[0], chain);
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(own, new char[0]);
            return factory.getKeyManagers();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw parameters.refused("clientCertificateFile", "cannot be read as a PEM certificate and its chain");
        }
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        return store;
    }

    private static Certificate[] certificates(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .toArray(Certificate[]::new);
        }
    }
}
