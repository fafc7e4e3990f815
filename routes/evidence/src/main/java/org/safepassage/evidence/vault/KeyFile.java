package org.safepassage.evidence.vault;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.safepassage.evidence.vault.KeyRingException.Reason;

/// The text of a key file, version 1: two Tink JSON keysets, `sealing` and `naming`, plain or encrypted under a
/// passphrase, with a checksum that tells a damaged file from a wrong passphrase.
final class KeyFile {
    private static final String FORMAT = "safe-passage-keyring";
    private static final int VERSION = 1;
    private static final int MAX_CHARACTERS = 1 << 20;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(MAX_CHARACTERS)
                        .maxNestingDepth(16)
                        .build());
    }

    /// What a file holds once it is open.
    record Opened(Keys keys, Optional<Wrapping> wrapping) {}

    private KeyFile() {}

    static byte[] write(Keys keys, Optional<Wrapping> wrapping) throws IOException, GeneralSecurityException {
        ObjectNode root = JSON.createObjectNode().put("format", FORMAT).put("version", VERSION);
        if (wrapping.isPresent()) {
            root.putObject("passphrase")
                    .put("kdf", Wrapping.KDF)
                    .put("iterations", wrapping.get().iterations())
                    .put(
                            "salt",
                            Base64.getEncoder().encodeToString(wrapping.get().salt()));
        }
        ObjectNode keysets = root.putObject("keysets");
        keysets.set("sealing", keyset(keys.sealing(), "sealing", wrapping));
        keysets.set("naming", keyset(keys.naming(), "naming", wrapping));
        root.put("checksum", checksum(root));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    /// @param place how messages name the file
    static Opened read(byte[] text, Optional<char[]> passphrase, String place) {
        JsonNode root = parse(text, place);
        JsonNode protection = root.path("passphrase");
        if (protection.isObject() && passphrase.isEmpty()) {
            throw new KeyRingException(
                    Reason.PASSPHRASE_NEEDED, place + " is protected by a passphrase: give it and start again");
        }
        if (!protection.isObject() && passphrase.isPresent()) {
            throw new KeyRingException(
                    Reason.PASSPHRASE_NOT_USED,
                    place + " has no passphrase though one was given: check that this is the right file");
        }
        try {
            Optional<Wrapping> wrapping = passphrase.isPresent()
                    ? Optional.of(Wrapping.derive(
                            passphrase.get(),
                            Base64.getDecoder().decode(protection.path("salt").asText()),
                            protection.path("iterations").asInt()))
                    : Optional.empty();
            return new Opened(keys(root, wrapping), wrapping);
        } catch (GeneralSecurityException | IllegalArgumentException | IOException e) {
            // The cause is left out: parsers quote what they read, and here that is key material.
            throw passphrase.isPresent()
                    ? new KeyRingException(
                            Reason.WRONG_PASSPHRASE,
                            place + " does not open with this passphrase: check it; the file itself is whole")
                    : damaged(place);
        }
    }

    /// The same file again after another process rotated it, with the key that was derived before.
    static Keys reread(byte[] text, Optional<Wrapping> wrapping, String place) {
        try {
            return keys(parse(text, place), wrapping);
        } catch (GeneralSecurityException | IOException e) {
            throw damaged(place);
        }
    }

    private static JsonNode parse(byte[] text, String place) {
        try {
            JsonNode root = JSON.readTree(text);
            if (!FORMAT.equals(root.path("format").asText())) {
                throw damaged(place);
            }
            if (root.path("version").asInt() > VERSION) {
                throw new KeyRingException(
                        Reason.NEWER_FORMAT, place + " was written by a later release: start that release instead");
            }
            if (!root.path("checksum").asText().equals(checksum(root))) {
                throw damaged(place);
            }
            return root;
        } catch (IOException e) {
            throw damaged(place);
        }
    }

    private static Keys keys(JsonNode root, Optional<Wrapping> wrapping) throws GeneralSecurityException, IOException {
        return new Keys(handle(root, "sealing", wrapping), handle(root, "naming", wrapping));
    }

    private static KeysetHandle handle(JsonNode root, String name, Optional<Wrapping> wrapping)
            throws GeneralSecurityException, IOException {
        String keyset = JSON.writeValueAsString(root.path("keysets").path(name));
        return wrapping.isPresent()
                ? TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                        keyset, wrapping.get().aead(), context(name), Keys.TINK)
                : TinkJsonProtoKeysetFormat.parseKeyset(keyset, Keys.TINK, InsecureSecretKeyAccess.get());
    }

    private static JsonNode keyset(KeysetHandle handle, String name, Optional<Wrapping> wrapping)
            throws GeneralSecurityException, IOException {
        return JSON.readTree(
                wrapping.isPresent()
                        ? TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                                handle, wrapping.get().aead(), context(name), Keys.TINK)
                        : TinkJsonProtoKeysetFormat.serializeKeyset(handle, Keys.TINK, InsecureSecretKeyAccess.get()));
    }

    private static byte[] context(String name) {
        return (FORMAT + "/" + VERSION + "/" + name).getBytes(StandardCharsets.UTF_8);
    }

    private static String checksum(JsonNode root) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(JSON.writeValueAsBytes(root.path("passphrase")));
            return HexFormat.of().formatHex(digest.digest(JSON.writeValueAsBytes(root.path("keysets"))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static KeyRingException damaged(String place) {
        return new KeyRingException(
                Reason.DAMAGED, place + " is cut short or was changed: put the backup of the key file in its place");
    }
}
