package org.safepassage.connectors.http;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;

/// A private key from a PEM file: PKCS#8, also encrypted, or the older forms of OpenSSL.
final class PemKey {
    private PemKey() {}

    static PrivateKey read(Parameters parameters, Path file) throws DoorProblem {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.US_ASCII);
                PEMParser pem = new PEMParser(reader)) {
            Object found = pem.readObject();
            PrivateKeyInfo key = switch (found) {
                case PrivateKeyInfo plain -> plain;
                case PEMKeyPair pair -> pair.getPrivateKeyInfo();
                case PKCS8EncryptedPrivateKeyInfo locked -> unlock(parameters, locked);
                case null, default -> throw parameters.refused("clientKeyFile", "holds no private key in PEM form");
            };
            return new JcaPEMKeyConverter().getPrivateKey(key);
        } catch (DoorProblem problem) {
            throw problem;
        } catch (IOException unreadable) {
            throw parameters.refused("clientKeyFile", "cannot be read as a private key in PEM form");
        }
    }

    private static PrivateKeyInfo unlock(Parameters parameters, PKCS8EncryptedPrivateKeyInfo locked)
            throws DoorProblem {
        try {
            return locked.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(new BouncyCastleProvider())
                    .build(parameters.text("passphrase").toCharArray()));
        } catch (OperatorCreationException | PKCSException wrong) {
            throw parameters.refused("passphrase", "does not open the key in clientKeyFile");
        }
    }
}
