package org.safepassage.release.consignments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.pgpainless.PGPainless;
import org.safepassage.schemas.Exhibit;
import org.safepassage.schemas.HoldReason;
import org.safepassage.schemas.Withheld;

/// Invented consignments, their keys and the parties that make and check them, in one temporary folder.
final class Parcels {
    static final Instant BEFORE = Instant.parse("2025-01-01T00:00:00Z");
    static final Instant CONSIGNED = Instant.parse("2025-03-04T10:20:30.456Z");
    static final String ID = "cs-2025-0001";
    static final byte[] PROOF = "{\"leaf\":\"invented\"}\n".getBytes(StandardCharsets.UTF_8);
    static final byte[] CHECKPOINT = "hub.example/custody\n7\ninvented-root\n".getBytes(StandardCharsets.UTF_8);

    final Path folder;
    final Path trusted;
    final Path recipientPublic;
    final Path recipientSecret;
    final SigningKey signer;

    Parcels(Path folder) {
        try {
            this.folder = Files.createDirectories(folder);
            this.trusted = folder.resolve("hub.public.asc");
            this.signer = SigningKey.create(
                    folder.resolve("hub.secret.asc"), trusted, Optional.empty(), InstantSource.fixed(BEFORE));
            PGPSecretKeyRing recipient = PGPainless.generateKeyRing().modernKeyRing("Recipient <r@example.org>");
            this.recipientSecret = folder.resolve("recipient.secret.asc");
            Files.writeString(recipientSecret, PGPainless.asciiArmor(recipient));
            this.recipientPublic = folder.resolve("recipient.public.asc");
            Files.writeString(recipientPublic, PGPainless.asciiArmor(PGPainless.extractCertificate(recipient)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnusableKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    static ConsignmentPlan plan(Rendition... more) {
        var renditions = new ArrayList<>(List.of(
                new Rendition("ex-2/page-1.txt", "text/plain", InMemory.of("Сказаў [A-1], што яго білі.\n")),
                new Rendition("ex-1.txt", "text/plain", InMemory.of("A-1 said that B-1 hit him.\n"))));
        renditions.addAll(Arrays.asList(more));
        return new ConsignmentPlan(
                ID,
                "ref-7k2m",
                "platform",
                "accountability",
                "north-platform",
                CONSIGNED,
                InMemory.of("{\"reference\":\"ref-7k2m\",\"persons\":[{\"name\":\"A-1\"}]}\n"),
                renditions,
                List.of(new Withheld("ex-3", Exhibit.Kind.PHOTOGRAPH, "image/jpeg", HoldReason.PIXELS_UNREDACTED)),
                InMemory.of("{\"redactions\":2}\n"),
                Optional.empty());
    }

    List<BagFile> bag(Rendition... more) throws IOException {
        return sealer().sign(new Assembly().assemble(plan(more)), PROOF, CHECKPOINT, signer);
    }

    static Sealer sealer() {
        return new Sealer(InstantSource.system());
    }

    /// Writes the bag as a folder, as if a recipient had unpacked it.
    Path unpacked(String name) throws IOException {
        return write(folder.resolve(name), bag());
    }

    static Path write(Path to, List<BagFile> bag) throws IOException {
        for (BagFile file : bag) {
            Path at = to.resolve(file.path());
            Files.createDirectories(at.getParent());
            try (var bytes = file.content().open()) {
                Files.copy(bytes, at);
            }
        }
        return to;
    }

    RecipientKey recipient() throws IOException, UnusableKeyException {
        return RecipientKey.read(recipientPublic, InstantSource.system());
    }

    Optional<RecipientSecret> secret() throws IOException, UnusableKeyException {
        return Optional.of(RecipientSecret.read(recipientSecret, Optional.empty()));
    }

    Verification verify(Path path) throws IOException, UnusableKeyException {
        return new ConsignmentVerifier().verify(path, trusted, secret(), Parcels::custody);
    }

    /// Stands for the custody log's verifier: the proof and the checkpoint are the ones that were sealed.
    static List<String> custody(byte[] proof, byte[] checkpoint, String id, String payloadDigest) {
        return Arrays.equals(proof, PROOF) && Arrays.equals(checkpoint, CHECKPOINT) && payloadDigest.length() == 64
                ? List.of()
                : List.of("the proof does not lead to the checkpoint");
    }
}
