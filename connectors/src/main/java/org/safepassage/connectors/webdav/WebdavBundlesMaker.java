package org.safepassage.connectors.webdav;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorMaker;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;

/// Makes the doors of `sp-webdav-bundles-source`.
public final class WebdavBundlesMaker implements DoorMaker {
    @Override
    public String kamelet() {
        return "sp-webdav-bundles-source";
    }

    @Override
    public Door open(Parameters parameters) throws DoorProblem {
        var login = new DavLine.Login(
                folder(parameters),
                parameters.text("user"),
                parameters.text("password"),
                parameters.seconds("connectSeconds", 1, 600),
                parameters.seconds("silenceSeconds", 1, 3_600),
                authorities(parameters));
        var limits = new ZipBundle.Limits(
                parameters.number("mostMembers", 1, 1_000_000),
                (long) parameters.number("mostGigabytes", 1, 100_000) << 30,
                parameters.number("mostRatio", 2, 100_000));
        String done = parameters.text("acknowledge").equals("move") ? parameters.text("doneFolder") : "";
        if (!done.isEmpty() && !done.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw parameters.refused("doneFolder", "must be a plain folder name");
        }
        return new WebdavBundles(
                new DavLine(login),
                new WebdavBundles.Shape(caseName(parameters), parameters.text("recordFile"), limits, done));
    }

    private static URI folder(Parameters parameters) throws DoorProblem {
        try {
            String given = parameters.text("url");
            URI url = new URI(given.endsWith("/") ? given : given + "/").normalize();
            boolean here = url.getHost() != null
                    && (url.getHost().equals("localhost")
                            || (url.getHost().matches("[0-9.]+|\\[.*\\]")
                                    && InetAddress.getByName(url.getHost()).isLoopbackAddress()));
            boolean web = "https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && here);
            if (!web || url.getHost() == null || url.getRawUserInfo() != null || url.getRawQuery() != null) {
                throw parameters.refused("url", "must be https://HOST/FOLDER/ (http only on the loopback address)");
            }
            return url;
        } catch (java.net.URISyntaxException | java.net.UnknownHostException wrong) {
            throw parameters.refused("url", "is no address");
        }
    }

    private static Pattern caseName(Parameters parameters) throws DoorProblem {
        try {
            Pattern pattern = Pattern.compile(parameters.text("caseName"));
            if (pattern.matcher("").groupCount() < 1) {
                throw parameters.refused("caseName", "must have a group for the case number");
            }
            return pattern;
        } catch (PatternSyntaxException wrong) {
            throw parameters.refused("caseName", "is no regular expression");
        }
    }

    private static Optional<SSLContext> authorities(Parameters parameters) throws DoorProblem {
        Optional<String> file = parameters.find("caFile");
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(Path.of(file.get()))) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("ca-" + number++, certificate);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return Optional.of(context);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw parameters.refused("caFile", "cannot be read as PEM certificates");
        }
    }
}
