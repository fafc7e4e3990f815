package org.safepassage.connectors.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// Which hosts a door may ask: the server it was opened for, and those an operator listed. An address that a partner's
/// answer names is a stranger's wish: without this rule a partner could make the hub ask its own neighbours.
///
/// Hosts listed by name may have private addresses; those that only a `*.DOMAIN` covers may not. The name is looked up
/// just before the connection is made and once more by it, from the same cache.
///
/// @param base the door's own server
/// @param others `HOST`, `HOST:PORT` or `*.DOMAIN`; the port is 443 when none is given
record AllowedHosts(URI base, List<String> others) {
    AllowedHosts {
        others = others.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    }

    /// Whether it is the door's own server: scheme, host and port.
    boolean isBase(URI address) {
        return base.getScheme().equalsIgnoreCase(address.getScheme())
                && base.getHost().equalsIgnoreCase(address.getHost())
                && HttpAddress.port(base) == HttpAddress.port(address);
    }

    /// @throws DoorProblem of kind CONFIGURATION that names the host when it may not be asked
    void check(URI address) throws DoorProblem {
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null) {
            throw new DoorProblem(Kind.PEER_FAULT, "the server names an address that is none");
        }
        if (isBase(address)) {
            return;
        }
        boolean plain = "http".equals(address.getScheme())
                && "http".equals(base.getScheme())
                && HttpAddress.loopback(address.getHost());
        if (!"https".equals(address.getScheme()) && !plain) {
            throw new DoorProblem(
                    Kind.CONFIGURATION, shown(address) + " is named without encryption, which is not followed");
        }
        String name = host.toLowerCase(Locale.ROOT);
        String withPort = name + ":" + HttpAddress.port(address);
        if (others.contains(withPort) || (HttpAddress.port(address) == 443 && others.contains(name))) {
            return;
        }
        boolean covered = HttpAddress.port(address) == 443
                && others.stream().anyMatch(other -> other.startsWith("*.") && name.endsWith(other.substring(1)));
        if (!covered) {
            throw new DoorProblem(
                    Kind.CONFIGURATION,
                    "the server points to another host, " + shown(address)
                            + ", which is followed only when otherHosts lists it");
        }
        checkPublic(name);
    }

    private static void checkPublic(String host) throws DoorProblem {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!isPublic(address)) {
                    throw new DoorProblem(
                            Kind.CONFIGURATION,
                            "the host " + host + " has a private address; list it by its full name in otherHosts if"
                                    + " that is meant");
                }
            }
        } catch (UnknownHostException unknown) {
            throw new DoorProblem(Kind.UNRESOLVED, "the name " + host + " is not known", unknown);
        }
    }

    /// Whether an address belongs to nobody's own network (IANA special-purpose registries).
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet6Address) {
            // Global unicast is 2000::/3; 2002::/16 and 2001::/32 carry an IPv4 address inside.
            boolean carrying = first == 0x20 && (second == 0x02 || (second == 0x01 && bytes[2] == 0 && bytes[3] == 0));
            return (first & 0xe0) == 0x20 && !carrying;
        }
        boolean shared = first == 100 && (second & 0xc0) == 64;
        boolean assignments = first == 192 && second == 0 && bytes[2] == 0;
        boolean benchmarks = first == 198 && (second & 0xfe) == 18;
        return first != 0 && first < 240 && !shared && !assignments && !benchmarks;
    }

    private static String shown(URI address) {
        String host = address.getHost();
        return (host.matches("[A-Za-z0-9.:\\[\\]-]{1,253}") ? host : "(unprintable)") + ":" + HttpAddress.port(address);
    }
}
