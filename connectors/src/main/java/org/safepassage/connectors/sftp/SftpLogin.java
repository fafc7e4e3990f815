package org.safepassage.connectors.sftp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;

/// Where an SFTP server is, which keys it may show, and how to log in. Prints no secret.
///
/// @param host name or address
/// @param port TCP port
/// @param hostKeys the pinned keys
/// @param user account name
/// @param password when passwords are used
/// @param keys when a private key is used
/// @param connectTimeout for connecting and for logging in
/// @param silence longest silence of the server while something is asked of it
record SftpLogin(
        String host,
        int port,
        PinnedHostKeys hostKeys,
        String user,
        Optional<String> password,
        List<KeyPair> keys,
        Duration connectTimeout,
        Duration silence) {

    /// Reads the parameters that the SFTP Kamelets share.
    static SftpLogin of(Parameters parameters) throws DoorProblem {
        var keys = keys(parameters);
        Optional<String> password = parameters.find("password");
        if (keys.isEmpty() && password.isEmpty()) {
            throw parameters.refused("privateKeyFile", "or privateKey or password must be given");
        }
        String host = parameters.text("host");
        int port = parameters.number("port", 1, 65_535);
        return new SftpLogin(
                host,
                port,
                PinnedHostKeys.parse(parameters, host, port),
                parameters.text("user"),
                password,
                keys,
                parameters.seconds("connectSeconds", 1, 600),
                parameters.seconds("silenceSeconds", 1, 3_600));
    }

    private static List<KeyPair> keys(Parameters parameters) throws DoorProblem {
        var keys = new ArrayList<KeyPair>();
        FilePasswordProvider passphrase =
                parameters.find("passphrase").map(FilePasswordProvider::of).orElse(FilePasswordProvider.EMPTY);
        for (String name : List.of("privateKeyFile", "privateKey")) {
            Optional<String> given = parameters.find(name);
            if (given.isEmpty()) {
                continue;
            }
            try (InputStream in = name.equals("privateKeyFile")
                    ? Files.newInputStream(Path.of(given.get()))
                    : new ByteArrayInputStream(given.get().getBytes(StandardCharsets.UTF_8))) {
                var loaded = SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName(name), in, passphrase);
                if (loaded == null) {
                    throw parameters.refused(name, "holds no private key in OpenSSH or PEM form");
                }
                loaded.forEach(keys::add);
            } catch (DoorProblem problem) {
                throw problem;
            } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
                throw parameters.refused(
                        name,
                        "cannot be read as a private key; check the file, its rights and the passphrase ("
                                + unusable.getClass().getSimpleName() + ")");
            }
        }
        return keys;
    }

    /// Host and port for messages.
    String place() {
        return host + ":" + port;
    }

    @Override
    public String toString() {
        return "SftpLogin[" + place() + "]";
    }
}
