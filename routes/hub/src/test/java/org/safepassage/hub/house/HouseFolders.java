package org.safepassage.hub.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.safepassage.evidence.vault.KeyRing;
import org.safepassage.hub.configuration.ConfigReader;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.wiring.HubFolders;
import org.safepassage.release.consignments.SigningKey;
import org.safepassage.release.consignments.UnusableKeyException;

/// The folders of a small hub: partners `office` and `archive`, recipients `court` (takes its queue itself) and
/// `tribunal` (has a door), and an exchange of each partner with each recipient.
public final class HouseFolders {
    /// The court's password at the broker.
    public static final String COURT_PASSWORD = "long-enough-for-a-test";

    private HouseFolders() {}

    /// Writes configuration and keys below `root`.
    public static HubFolders make(Path root) throws IOException {
        var folders = new HubFolders(root.resolve("config"), root.resolve("data"), root.resolve("keys"));
        write(folders, "application.yaml", """
                listen: {port: 0, amqpPort: -1}
                extraction: {workers: 1, ocr: false}
                retries: {attempts: 3, firstDelayMillis: 10, longestDelayMillis: 40}
                """);
        for (String partner : new String[] {"office", "archive"}) {
            write(folders, "partners/" + partner + ".yaml", """
                    connector: sp-sftp-cases-source
                    parameters:
                      host: localhost
                      port: 1
                      user: hub
                      password: ${SP_INVENTED_PASSWORD:unset}
                      hostKey: SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
                      casesFolder: cases
                    mapping: plain
                    caseNumber: /partnerCaseNumber
                    """);
            for (String recipient : new String[] {"court", "tribunal"}) exchange(folders, partner, recipient, "none");
        }
        Path password =
                Files.writeString(Files.createDirectories(root).resolve("court.password"), COURT_PASSWORD + "\n");
        write(folders, "recipients/court.yaml", "publicKey: court.asc\nbrokerPassword: ${file:" + password + "}\n");
        write(folders, "recipients/tribunal.yaml", """
                publicKey: tribunal.asc
                delivery:
                  connector: sp-sftp-consignments-sink
                  parameters:
                    host: localhost
                    port: 1
                    user: hub
                    password: ${SP_INVENTED_PASSWORD:unset}
                    hostKey: SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
                    folder: in-box
                """);
        write(folders, "mappings/plain.jslt", ".\n");
        write(folders, "mappings/plain.schema.json", """
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "required": ["persons"]}
                """);
        Path shipped = Path.of(System.getProperty("safepassage.root"), "config", "policies", "un-mechanism.yaml");
        write(folders, "policies/un-mechanism.yaml", Files.readString(shipped));
        Files.createDirectories(folders.keys());
        KeyRing.create(folders.keyRing(), Optional.empty());
        try {
            SigningKey.create(folders.signingKey(), folders.publicKey(), Optional.empty(), InstantSource.system());
        } catch (UnusableKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
        return folders;
    }

    /// Joins a partner and a recipient under an agreement that sends `none` or `all` to review.
    public static void exchange(HubFolders folders, String partner, String recipient, String review)
            throws IOException {
        write(folders, "exchanges/" + partner + "-to-" + recipient + ".yaml", """
                partner: %1$s
                recipient: %2$s
                agreement: %1$s-%2$s
                purpose: accountability
                categories: [torture]
                """.formatted(partner, recipient));
        write(folders, "agreements/" + partner + "-" + recipient + ".yaml", """
                name: %1$s-%2$s
                partner: %1$s
                recipient: %2$s
                purposes: [accountability]
                categories: ["*"]
                validFrom: 2024-01-01
                validUntil: 2040-12-31
                policy: un-mechanism
                mayBeNamed: [complainant]
                review: %3$s
                retention: P10Y
                """.formatted(partner, recipient, review));
    }

    /// Writes one configuration file.
    public static void write(HubFolders folders, String path, String content) throws IOException {
        Path file = folders.config().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /// The configuration as it lies there now.
    public static Configuration read(HubFolders folders) throws IOException {
        return switch (new ConfigReader(Map.of()).read(folders.config())) {
            case ConfigReader.Result.Sound sound -> sound.configuration();
            case ConfigReader.Result.Unsound unsound ->
                throw new IllegalStateException(unsound.problems().toString());
        };
    }
}
