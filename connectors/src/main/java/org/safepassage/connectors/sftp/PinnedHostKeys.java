package org.safepassage.connectors.sftp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;

/// The host keys an SFTP server may show, as SHA-256 fingerprints. Several may be given while a partner rotates its
/// key. There is no way to accept any key.
///
/// @param fingerprints each `SHA256:` and 43 characters of base64, as `ssh-keygen -l` prints it
record PinnedHostKeys(List<String> fingerprints) {
    PinnedHostKeys {
        fingerprints = List.copyOf(fingerprints);
    }

    /// Reads the parameter `hostKey`: fingerprints or known_hosts lines, one a line (or parted by commas when all are
    /// fingerprints).
    static PinnedHostKeys parse(Parameters parameters, String host, int port) throws DoorProblem {
        var found = new ArrayList<String>();
        for (String line : parameters.text("hostKey").split("\\R")) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            if (text.startsWith("SHA256:")) {
                for (String one : text.split("[,\\s]+")) {
                    if (!one.matches("SHA256:[A-Za-z0-9+/]{43}=?")) {
                        throw parameters.refused("hostKey", "must be SHA256: and 43 characters, or a known_hosts line");
                    }
                    found.add(one.substring(0, 50));
                }
            } else {
                found.add(ofKnownHosts(parameters, text, host, port));
            }
        }
        if (found.isEmpty()) {
            throw parameters.refused("hostKey", "holds no key");
        }
        return new PinnedHostKeys(found);
    }

    private static String ofKnownHosts(Parameters parameters, String line, String host, int port) throws DoorProblem {
        try {
            KnownHostEntry entry = KnownHostEntry.parseKnownHostEntry(line);
            if (entry == null || entry.getKeyEntry() == null || entry.getMarker() != null) {
                throw parameters.refused("hostKey", "has a line that is no plain known_hosts entry");
            }
            if (!entry.isHostMatch(host, port)) {
                throw parameters.refused("hostKey", "has a known_hosts line for another host or port");
            }
            PublicKey key = entry.getKeyEntry().resolvePublicKey(null, PublicKeyEntryResolver.FAILING);
            return KeyUtils.getFingerPrint(key);
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            if (unreadable instanceof DoorProblem problem) {
                throw problem;
            }
            throw parameters.refused("hostKey", "has a line that is neither a fingerprint nor a known_hosts entry");
        }
    }

    /// Whether the server may show this key.
    boolean accepts(String fingerprint) {
        return fingerprints.contains(fingerprint);
    }
}
