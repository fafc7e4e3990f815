package org.safepassage.connectors.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority for a test: `NAME.pem` and `NAME.key` files in a folder, `ca.pem` for the authority.
public final class Certificates {
    private static final Duration DAY = Duration.ofDays(1);

    private final Path folder;
    private final String authority;
    private final KeyPair key;
    private long serial = 1;

    /// @param authority common name of the authority
    public Certificates(Path folder, String authority) {
        this.folder = folder;
        this.authority = authority;
        this.key = pair();
        Instant now = Instant.now();
        write("ca", "CN=" + authority, key, now.minus(DAY), now.plus(DAY), true, "localhost");
    }

    /// The authority's own certificate.
    public Path ca() {
        return folder.resolve("ca.pem");
    }

    /// A certificate for `localhost` and 127.0.0.1 that holds from yesterday to tomorrow; answers its file.
    public Path issue(String name) {
        return issue(name, Instant.now().minus(DAY), Instant.now().plus(DAY));
    }

    /// The same with other dates.
    public Path issue(String name, Instant from, Instant to) {
        return write(name, "CN=" + name, pair(), from, to, false, "localhost");
    }

    /// A certificate for another host name only.
    public Path issueFor(String name, String host) {
        Instant now = Instant.now();
        return write(name, "CN=" + host, pair(), now.minus(DAY), now.plus(DAY), false, host);
    }

    /// The key of an issued certificate.
    public Path key(String name) {
        return folder.resolve(name + ".key");
    }

    /// Locks the key of an issued certificate with a passphrase, in a file of its own.
    public Path lockedKey(String name, String passphrase) {
        try (var pem = new PEMParser(Files.newBufferedReader(key(name)))) {
            var plain = (PrivateKeyInfo) pem.readObject();
            var locking = new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                    .setProvider(new BouncyCastleProvider())
                    .setPassword(passphrase.toCharArray())
                    .build();
            Path file = folder.resolve(name + ".locked");
            try (var writer = new JcaPEMWriter(Files.newBufferedWriter(file))) {
                writer.writeObject(new PKCS8Generator(plain, locking));
            }
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings("JavaUtilDate") // Bouncy Castle's builder takes no other.
    private Path write(
            String name, String subject, KeyPair pair, Instant from, Instant to, boolean isAuthority, String host) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=" + authority),
                    BigInteger.valueOf(serial++),
                    Date.from(from),
                    Date.from(to),
                    new X500Name(subject),
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(
                            host.equals("localhost")
                                    ? new GeneralName[] {
                                        new GeneralName(GeneralName.dNSName, host),
                                        new GeneralName(GeneralName.iPAddress, "127.0.0.1")
                                    }
                                    : new GeneralName[] {new GeneralName(GeneralName.dNSName, host)}));
            Path file = folder.resolve(name + ".pem");
            try (var writer = new JcaPEMWriter(Files.newBufferedWriter(file, StandardCharsets.US_ASCII))) {
                writer.writeObject(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
            }
            try (var writer = new JcaPEMWriter(Files.newBufferedWriter(key(name), StandardCharsets.US_ASCII))) {
                writer.writeObject(new JcaPKCS8Generator(pair.getPrivate(), null));
            }
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
