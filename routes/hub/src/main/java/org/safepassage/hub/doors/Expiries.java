package org.safepassage.hub.doors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.secrets.SecretReferences;
import org.safepassage.hub.secrets.SecretStore;
import org.safepassage.hub.secrets.SecretVersion.State;
import org.safepassage.release.consignments.OpenPgpForm;
import org.safepassage.release.consignments.RecipientKey;
import org.safepassage.release.consignments.UnusableKeyException;

/// Counts down what ends: recipients' OpenPGP keys, certificates that doors are configured with, and
/// secrets whose last day was told. Looks at files each time, so what was exchanged is told anew. Thread-
/// safe.
public final class Expiries {
    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";
    private static final int LARGEST = 1 << 20;

    private final RunningConfiguration configuration;
    private final SecretReferences references;
    private final SecretStore secrets;
    private final InstantSource clock;

    /// @param configuration names keys and certificates
    /// @param references where certificates may be
    /// @param secrets that may have a last day
    /// @param clock tells what has ended
    public Expiries(
            RunningConfiguration configuration, SecretReferences references, SecretStore secrets, InstantSource clock) {
        this.configuration = configuration;
        this.references = references;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Everything that ends, the soonest first.
    public List<Expiry> all() throws IOException {
        var all = new ArrayList<Expiry>();
        Configuration now = configuration.now();
        now.recipients().values().forEach(recipient -> {
            key(now.folder().resolve(recipient.publicKey()), recipient.openPgp())
                    .ifPresent(at -> all.add(new Expiry("key of recipient " + recipient.name(), at)));
            recipient
                    .delivery()
                    .ifPresent(door -> certificates("recipient " + recipient.name(), door.parameters(), all));
        });
        now.partners()
                .values()
                .forEach(partner -> certificates("partner " + partner.name(), partner.parameters(), all));
        secrets.list()
                .forEach((name, versions) -> Optional.ofNullable(versions.get(State.CURRENT))
                        .flatMap(version -> version.expires())
                        .ifPresent(day -> all.add(new Expiry("secret " + name, after(day)))));
        all.sort(Comparator.comparing(Expiry::at).thenComparing(Expiry::what));
        return all;
    }

    private static Instant after(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// A key that has ended already cannot be read any more: that it has is told as of now.
    private Optional<Instant> key(Path file, OpenPgpForm form) {
        if (!Files.isReadable(file)) return Optional.empty();
        try {
            return RecipientKey.read(file, form, clock).expires();
        } catch (UnusableKeyException unusable) {
            return Optional.of(clock.instant());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private void certificates(String whose, Map<String, String> parameters, List<Expiry> all) {
        parameters.forEach((name, value) -> {
            String text = text(value);
            if (text.contains(CERTIFICATE))
                firstEnd(text).ifPresent(at -> all.add(new Expiry("certificate " + name + " of " + whose, at)));
        });
    }

    /// The value itself, or what lies in the file that it names.
    private String text(String value) {
        try {
            String resolved = references.resolve(value);
            if (resolved.contains(CERTIFICATE) || !resolved.startsWith("/") || resolved.length() > 4096)
                return resolved;
            Path file = Path.of(resolved);
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST ? Files.readString(file) : "";
        } catch (IOException | RuntimeException unreadable) {
            return ""; // told where the door is opened
        }
    }

    private static Optional<Instant> firstEnd(String pem) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(
                            pem.substring(pem.indexOf(CERTIFICATE)).getBytes(StandardCharsets.US_ASCII)))
                    .stream()
                    .map(certificate ->
                            ((X509Certificate) certificate).getNotAfter().toInstant())
                    .min(Comparator.naturalOrder());
        } catch (CertificateException broken) {
            return Optional.empty();
        }
    }
}
