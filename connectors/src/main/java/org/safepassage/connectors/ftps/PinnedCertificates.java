package org.safepassage.connectors.ftps;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.http.RefusedCertificate;

/// Trusts the certificates that the operator pinned and no other, whoever signed them, as long as they
/// hold: partners sign their own. Several may be pinned while a partner exchanges its certificate.
final class PinnedCertificates extends X509ExtendedTrustManager {
    private final List<String> fingerprints;

    private PinnedCertificates(List<String> fingerprints) {
        this.fingerprints = List.copyOf(fingerprints);
    }

    /// Reads the parameter `certificateFingerprint`: SHA-256 in hex digits with or without colons, one a
    /// line.
    static PinnedCertificates parse(Parameters parameters) throws DoorProblem {
        var found = new ArrayList<String>();
        for (String line : parameters.text("certificateFingerprint").split("[\\s,]+")) {
            String plain = line.replace(":", "").toLowerCase(Locale.ROOT).replace("sha256", "");
            if (plain.isEmpty()) {
                continue;
            }
            if (!plain.matches("[0-9a-f]{64}")) {
                throw parameters.refused("certificateFingerprint", "must be SHA-256 in 64 hex digits, one a line");
            }
            found.add(plain);
        }
        if (found.isEmpty()) {
            throw parameters.refused("certificateFingerprint", "holds no fingerprint");
        }
        return new PinnedCertificates(found);
    }

    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has TLS", impossible);
        }
    }

    private static String fingerprint(X509Certificate certificate) throws CertificateEncodingException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0) {
            throw new CertificateException("there is none");
        }
        String shown = fingerprint(chain[0]);
        if (!fingerprints.contains(shown)) {
            throw new CertificateException("has the fingerprint " + shown + " but certificateFingerprint is "
                    + String.join(" or ", fingerprints) + " (" + RefusedCertificate.describe(chain[0]) + ")");
        }
        try {
            chain[0].checkValidity();
        } catch (CertificateException outside) {
            throw new CertificateException(
                    "is expired or does not hold yet (" + RefusedCertificate.describe(chain[0]) + ")", outside);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
