package org.safepassage.release.consignments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.release.consignments.Verification.Problem;

class ConsignmentVerifierTest {
    @TempDir
    private Path temp;

    private Parcels parcels;

    @BeforeEach
    void makeKeys() {
        parcels = new Parcels(temp.resolve("keys"));
    }

    @Test
    void anUnpackedBagATarAndTheEncryptedPackageAllVerify() throws Exception {
        // Given
        Path folder = parcels.unpacked("bag");
        Path tar = tar(parcels.bag());
        Path encrypted = temp.resolve("package.pgp");
        SealedPackage sealed = seal(encrypted);

        // When / Then
        for (Path form : List.of(folder, tar, encrypted)) {
            assertThat(parcels.verify(form)).isEqualTo(new Verification(true, Parcels.ID, List.of()));
        }
        assertThat(sealed)
                .isEqualTo(new SealedPackage(Sha256.of(Files.readAllBytes(encrypted)), Files.size(encrypted)));
    }

    @Test
    void everyFileThatWasAddedRemovedOrRenamedIsTold() throws Exception {
        List<BagFile> bag = parcels.bag();
        int round = 0;
        for (BagFile file : bag) {
            // Given
            Path removed = Parcels.write(temp.resolve("removed-" + round), bag);
            Files.delete(removed.resolve(file.path()));
            Path renamed = Parcels.write(temp.resolve("renamed-" + round), bag);
            Files.move(renamed.resolve(file.path()), renamed.resolve(file.path() + "2"));
            round++;

            // When / Then
            assertThat(problems(removed)).as("without %s", file.path()).anyMatch(at(file.path()));
            assertThat(problems(renamed))
                    .as("renamed %s", file.path())
                    .anyMatch(at(file.path()))
                    .anyMatch(at(file.path() + "2"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fetch.txt",
                "data/renditions/more.txt",
                "data/more.json",
                "more.txt",
                "custody/more.json",
                "tagmanifest-sha512.txt",
                "manifest-md5.txt",
                "hub.public.asc"
            })
    void aFileThatNoManifestListsFailsThePackage(String added) throws Exception {
        // Given
        Path bag = parcels.unpacked("bag");
        Files.writeString(bag.resolve(added), "more");

        // When / Then
        assertThat(problems(bag)).anyMatch(at(added));
    }

    @Test
    void twoFilesThatChangedPlacesAreTold() throws Exception {
        // Given
        Path bag = parcels.unpacked("bag");
        Path first = bag.resolve("data/renditions/ex-1.txt");
        Path second = bag.resolve("data/renditions/ex-2/page-1.txt");
        byte[] held = Files.readAllBytes(first);
        Files.write(first, Files.readAllBytes(second));
        Files.write(second, held);

        // When / Then
        assertThat(problems(bag))
                .anyMatch(at("data/renditions/ex-1.txt"))
                .anyMatch(at("data/renditions/ex-2/page-1.txt"));
    }

    @Test
    void aSignatureFromAnotherFileOfTheSameKeyFails() throws Exception {
        // Given
        Path bag = parcels.unpacked("bag");
        Files.copy(
                bag.resolve(BagLayout.CHECKPOINT_SIGNATURE),
                bag.resolve(BagLayout.TAG_SIGNATURE),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        // When / Then
        assertThat(problems(bag))
                .containsExactly(
                        new Problem(BagLayout.TAG_SIGNATURE, "is not in the one encoding that the format allows"));
    }

    @Test
    void aBagThatAnotherKeySignedFailsEvenWithThatKeyInside() throws Exception {
        // Given: an attacker rebuilds the whole bag and puts the own public key where one might look for it.
        var attacker = new Parcels(temp.resolve("attacker"));
        Path bag = attacker.unpacked("bag");
        Path tagManifest = bag.resolve(BagLayout.TAG_MANIFEST);
        byte[] key = attacker.signer.publicKey();
        Files.write(bag.resolve("custody/key.asc"), key);
        Files.writeString(tagManifest, Sha256.of(key) + "  custody/key.asc\n", StandardOpenOption.APPEND);
        Files.write(
                bag.resolve(BagLayout.TAG_SIGNATURE),
                attacker.signer.sign(Files.readAllBytes(tagManifest), Parcels.CONSIGNED));

        // When / Then
        assertThat(problems(bag))
                .contains(
                        new Problem(
                                BagLayout.TAG_SIGNATURE,
                                "is not a valid signature of the trusted key over these bytes"),
                        new Problem(
                                BagLayout.CHECKPOINT_SIGNATURE,
                                "is not a valid signature of the trusted key over these bytes"),
                        new Problem(BagLayout.TAG_MANIFEST, "does not list exactly the tag files of the format"));
    }

    @Test
    void aSignatureFileThatCarriesMoreThanTheSignatureFails() throws Exception {
        // Given
        Path bag = parcels.unpacked("bag");
        Files.write(bag.resolve(BagLayout.TAG_SIGNATURE), parcels.signer.publicKey(), StandardOpenOption.APPEND);

        // When / Then
        assertThat(problems(bag)).anyMatch(at(BagLayout.TAG_SIGNATURE));
    }

    @Test
    void aCustodyProofThatDoesNotHoldFailsThePackage() throws Exception {
        // Given
        Path bag = parcels.unpacked("bag");

        // When
        Verification refused = new ConsignmentVerifier()
                .verify(
                        bag,
                        parcels.trusted,
                        Optional.empty(),
                        (proof, checkpoint, id, digest) -> List.of("no entry for " + id + " " + digest));
        Verification broken = new ConsignmentVerifier()
                .verify(bag, parcels.trusted, Optional.empty(), (proof, checkpoint, id, digest) -> {
                    throw new IllegalStateException("deep inside");
                });

        // Then
        String digest = Sha256.of(Files.readAllBytes(bag.resolve(BagLayout.MANIFEST)));
        assertThat(refused.problems())
                .containsExactly(new Problem(BagLayout.PROOF, "no entry for " + Parcels.ID + " " + digest));
        assertThat(broken.problems())
                .containsExactly(new Problem(BagLayout.PROOF, "cannot be read as a custody proof"));
    }

    @Test
    void aLinkInTheFolderIsNeverFollowed() throws Exception {
        // Given: the link leads to the very bytes that belong there.
        Path bag = parcels.unpacked("bag");
        Path outside = temp.resolve("outside.txt");
        Files.move(bag.resolve("data/renditions/ex-1.txt"), outside);
        Files.createSymbolicLink(bag.resolve("data/renditions/ex-1.txt"), outside);

        // When / Then
        assertThat(problems(bag))
                .contains(new Problem("data/renditions/ex-1.txt", "is a link or a special file, not a regular file"));
    }

    @Test
    void anEncryptedPackageWithoutTheKeyOrWithAnotherOneIsNotVerified() throws Exception {
        // Given
        Path encrypted = temp.resolve("package.pgp");
        seal(encrypted);
        var another = new Parcels(temp.resolve("another"));

        // When
        var without = new ConsignmentVerifier().verify(encrypted, parcels.trusted, Optional.empty(), Parcels::custody);
        var wrong = new ConsignmentVerifier().verify(encrypted, parcels.trusted, another.secret(), Parcels::custody);

        // Then
        assertThat(without.problems())
                .containsExactly(new Problem(
                        "package", "is neither a bag nor a tar; if it is encrypted, give the recipient's secret key"));
        assertThat(wrong.problems())
                .containsExactly(
                        new Problem("package", "cannot be decrypted with this key, or was changed on its way"));
    }

    @Test
    void anEncryptedPackageThatWasCutOrChangedIsNotVerified() throws Exception {
        // Given
        Path encrypted = temp.resolve("package.pgp");
        seal(encrypted);
        byte[] whole = Files.readAllBytes(encrypted);

        // When / Then
        for (int at = 0; at < whole.length; at += 193) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            assertThat(parcels.verify(Files.write(temp.resolve("changed"), changed))
                            .valid())
                    .as("byte %s of %s changed", at, whole.length)
                    .isFalse();
            byte[] cut = java.util.Arrays.copyOf(whole, at);
            assertThat(parcels.verify(Files.write(temp.resolve("cut"), cut)).valid())
                    .as("cut to %s of %s", at, whole.length)
                    .isFalse();
        }
    }

    @Test
    void whatTheOperatorGaveWrongIsAnErrorAndNotAVerdict() throws Exception {
        // Given
        Path bag = parcels.unpacked("bag");
        Path nothing = temp.resolve("nothing");
        Path noKey = Files.writeString(temp.resolve("no.key"), "no key");
        Path secretKey = temp.resolve("keys/hub.secret.asc");

        // When / Then
        var verifier = new ConsignmentVerifier();
        assertThatThrownBy(() -> verifier.verify(nothing, parcels.trusted, Optional.empty(), Parcels::custody))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> verifier.verify(bag, noKey, Optional.empty(), Parcels::custody))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining("not an OpenPGP public key");
        assertThatThrownBy(() -> verifier.verify(bag, nothing, Optional.empty(), Parcels::custody))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining("no such file");
        assertThatThrownBy(() -> verifier.verify(bag, secretKey, Optional.empty(), Parcels::custody))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining("secret key");
    }

    @Test
    void verifyingWritesNothing() throws Exception {
        // Given
        Path encrypted = temp.resolve("package.pgp");
        seal(encrypted);
        List<Path> before = everything();

        // When
        parcels.verify(encrypted);

        // Then
        assertThat(everything()).isEqualTo(before);
    }

    private List<Path> everything() throws IOException {
        try (Stream<Path> all = Files.walk(temp)) {
            return all.sorted().toList();
        }
    }

    private SealedPackage seal(Path to) throws IOException, UnusableKeyException {
        AssembledConsignment assembled = new Assembly().assemble(Parcels.plan());
        try (OutputStream out = Files.newOutputStream(to)) {
            return Parcels.sealer()
                    .seal(assembled, Parcels.PROOF, Parcels.CHECKPOINT, parcels.signer, parcels.recipient(), out);
        }
    }

    private Path tar(List<BagFile> bag) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new BagTar(Parcels.ID, Parcels.CONSIGNED).write(bag, bytes);
        return Files.write(temp.resolve("package.tar"), bytes.toByteArray());
    }

    private List<Problem> problems(Path path) throws IOException, UnusableKeyException {
        Verification verification = parcels.verify(path);
        assertThat(verification.valid()).isEqualTo(verification.problems().isEmpty());
        return verification.problems();
    }

    private static java.util.function.Predicate<Problem> at(String place) {
        return problem -> problem.place().equals(place);
    }
}
