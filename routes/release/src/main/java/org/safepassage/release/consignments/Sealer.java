package org.safepassage.release.consignments;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bouncycastle.openpgp.PGPPublicKey;

/// Signs an assembled bag, puts it in a tar and encrypts it to its recipient, as a stream: memory does not
/// grow with the payload. Thread-safe.
///
/// Sealing twice gives two different packages of one bag, since every encryption draws a new session key:
/// keep what was sealed and deliver that again.
public final class Sealer {
    private final InstantSource clock;

    /// @param clock tells whether the recipient's key is still valid
    public Sealer(InstantSource clock) {
        this.clock = clock;
    }

    /// Writes the package and leaves `out` open.
    ///
    /// @param custodyProof JSON that [CustodyCheck] can check
    /// @param checkpoint the custody log's signed tree head as text
    /// @throws UnusableKeyException when the recipient's key has expired or was revoked since it was read
    /// @throws IOException when a content cannot be read, has changed since it was assembled, or `out` fails;
    ///     what was written until then is no package and must be thrown away
    public SealedPackage seal(
            AssembledConsignment assembled,
            byte[] custodyProof,
            byte[] checkpoint,
            SigningKey signer,
            RecipientKey recipient,
            OutputStream out)
            throws IOException, UnusableKeyException {
        List<BagFile> bag = sign(assembled, custodyProof, checkpoint, signer);
        MessageDigest digest = Sha256.digest();
        var counted = new CountingOutput(new DigestOutputStream(out, digest));
        List<PGPPublicKey> keys = recipient.usable(clock.instant());
        String name = assembled.id() + ".tar";
        try (OutputStream encrypted = Encryption.to(keys, recipient.form(), counted, name, assembled.createdAt())) {
            new BagTar(assembled.id(), assembled.createdAt()).write(bag, encrypted);
        }
        out.flush();
        return new SealedPackage(Sha256.hex(digest), counted.count());
    }

    /// The whole bag, unencrypted: what the recipient finds after decrypting. Sorted by path.
    List<BagFile> sign(AssembledConsignment assembled, byte[] custodyProof, byte[] checkpoint, SigningKey signer)
            throws IOException {
        Instant at = assembled.createdAt();
        var bag = new ArrayList<BagFile>(assembled.files());
        bag.add(Sha256.file(BagLayout.PROOF, InMemory.of(custodyProof)));
        bag.add(Sha256.file(BagLayout.CHECKPOINT, InMemory.of(checkpoint)));
        bag.add(Sha256.file(BagLayout.CHECKPOINT_SIGNATURE, InMemory.of(signer.sign(checkpoint, at))));
        List<BagFile> tags = bag.stream()
                .filter(file -> BagLayout.LISTED_TAGS.contains(file.path()))
                .toList();
        InMemory manifest = InMemory.of(Manifest.write(tags));
        byte[] signature = signer.sign(manifest.open().readAllBytes(), at);
        bag.add(Sha256.file(BagLayout.TAG_MANIFEST, manifest));
        bag.add(Sha256.file(BagLayout.TAG_SIGNATURE, InMemory.of(signature)));
        bag.sort(Comparator.comparing(BagFile::path));
        return bag;
    }
}
