package org.safepassage.connectors.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;

/// Addresses that an operator gives: HTTPS, and HTTP only on the loopback address.
public final class HttpAddress {
    private static final String ALLOWED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + "-._~:/?#[]@!$&'()*+,;=";

    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{2}");

    private HttpAddress() {}

    /// A parameter as the address of a folder, ending in `/`.
    ///
    /// @throws DoorProblem of kind CONFIGURATION when it is no such address
    public static URI folder(Parameters parameters, String name) throws DoorProblem {
        String given = parameters.text(name);
        return address(parameters, name, given.endsWith("/") ? given : given + "/", false);
    }

    /// A parameter as an address, which may have a query.
    ///
    /// @throws DoorProblem of kind CONFIGURATION when it is no such address
    public static URI address(Parameters parameters, String name) throws DoorProblem {
        return address(parameters, name, parameters.text(name), true);
    }

    private static URI address(Parameters parameters, String name, String given, boolean query) throws DoorProblem {
        try {
            URI url = new URI(given).normalize();
            boolean web = url.getHost() != null
                    && ("https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && loopback(url.getHost())));
            if (!web || url.getRawUserInfo() != null || url.getRawFragment() != null) {
                throw parameters.refused(name, "must be https://HOST/PATH (http only on the loopback address)");
            }
            if (!query && url.getRawQuery() != null) {
                throw parameters.refused(name, "must have no query");
            }
            return url;
        } catch (URISyntaxException wrong) {
            throw parameters.refused(name, "is no address");
        }
    }

    /// Whether a host is this machine, without asking a name service.
    public static boolean loopback(String host) {
        try {
            return host.equals("localhost")
                    || (host.matches("[0-9.]+|\\[.*\\]")
                            && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException wrong) {
            return false;
        }
    }

    /// The address with everything encoded that RFC 3986 does not allow as it stands; what is encoded stays.
    public static String encoded(String address) {
        var written = new StringBuilder(address.length());
        for (int at = 0; at < address.length(); ) {
            int point = address.codePointAt(at);
            int length = Character.charCount(point);
            boolean kept = point == '%'
                    ? HEX.matcher(address).region(at + 1, address.length()).lookingAt()
                    : point < 0x7f && ALLOWED.indexOf(point) >= 0;
            written.append(
                    kept
                            ? address.substring(at, at + length)
                            : URLEncoder.encode(address.substring(at, at + length), StandardCharsets.UTF_8)
                                    .replace("+", "%20"));
            at += length;
        }
        return written.toString();
    }

    /// The port, or the scheme's own.
    static int port(URI address) {
        int given = address.getPort();
        return given > 0 ? given : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    /// Host and port for a message.
    static String place(URI address) {
        return address.getHost() + ":" + port(address);
    }
}
