package org.safepassage.connectors.http;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import org.safepassage.connectors.plumbing.ItemPaths;

/// A server's certificate that is not trusted, told so that an operator can say it to the partner: why,
/// whose it is, who signed it, and when it holds.
public final class RefusedCertificate extends CertificateException {
    private static final long serialVersionUID = 1L;

    RefusedCertificate(X509Certificate shown, CertificateException refused) {
        super(why(shown, refused) + " (" + describe(shown) + ")", refused);
    }

    private static String why(X509Certificate shown, CertificateException refused) {
        try {
            shown.checkValidity();
        } catch (CertificateExpiredException expired) {
            return "is expired";
        } catch (CertificateNotYetValidException early) {
            return "does not hold yet, by this machine's clock";
        }
        String said = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
        return said.contains("subject alternative") || said.contains("name matching")
                ? "is for another host name"
                : "is signed by an authority that is not trusted here";
    }

    /// Subject, issuer, dates and SHA-256, as a browser or `openssl x509 -fingerprint -sha256` shows them.
    public static String describe(X509Certificate certificate) {
        return "subject " + name(certificate.getSubjectX500Principal().getName()) + ", issuer "
                + name(certificate.getIssuerX500Principal().getName()) + ", valid from "
                + certificate.getNotBefore().toInstant().atZone(ZoneOffset.UTC).toLocalDate() + " to "
                + certificate.getNotAfter().toInstant().atZone(ZoneOffset.UTC).toLocalDate()
                + ", SHA-256 " + fingerprint(certificate);
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException unreadable) {
            return "unreadable";
        }
    }

    private static String name(String name) {
        String shown = ItemPaths.shown(name);
        return shown.length() > 200 ? shown.substring(0, 200) : shown;
    }
}
