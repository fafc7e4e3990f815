package org.safepassage.release.consignments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;

/// Tells whether a package is exactly what the holder of a pinned key sealed. Works offline, writes nothing, unpacks
/// nothing, and trusts no byte of the package before its digest and signature are checked. Thread-safe.
public final class ConsignmentVerifier {
    private static final String WHOLE = "package";

    private final PackageLimits limits;

    public ConsignmentVerifier() {
        this(PackageLimits.DEFAULT);
    }

    ConsignmentVerifier(PackageLimits limits) {
        this.limits = limits;
    }

    /// Verifies a bag's folder, a tar of it, or an encrypted tar; which one it is, is told by its bytes.
    ///
    /// @param path the package
    /// @param trustedKey file with the hub's public key, or several after a change of keys, got by another way than
    ///     the package; a key inside the package counts for nothing
    /// @param secret needed only for an encrypted package
    /// @param custody checks the custody proof
    /// @return what is wrong with the package, which is never an exception
    /// @throws UnusableKeyException when the trusted key cannot be read
    /// @throws IOException when there is nothing at `path`, or the disk fails
    public Verification verify(Path path, Path trustedKey, Optional<RecipientSecret> secret, CustodyCheck custody)
            throws IOException, UnusableKeyException {
        PGPPublicKeyRingCollection trusted = KeyFiles.publicKeys(trustedKey);
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        var contents = new PackageContents(limits);
        Optional<String> folder;
        try {
            folder = new PackageReader(limits).read(path, secret, contents);
        } catch (IOException e) {
            contents.problem(WHOLE, reason(e));
            return verification("", contents);
        }
        var rules = new BagRules(contents, trusted);
        rules.check();
        Map<String, String> info = rules.info();
        String id = info.getOrDefault("External-Identifier", "");
        if (!ConsignmentPlan.WORD.matcher(id).matches()) {
            return verification("", contents);
        }
        folder.filter(name -> !name.equals(id))
                .ifPresent(name -> contents.problem(WHOLE, "has a folder that is not named as its id"));
        custody(custody, id, contents);
        return verification(id, contents);
    }

    private static void custody(CustodyCheck custody, String id, PackageContents contents) {
        String payloadDigest = Sha256.of(contents.tag(BagLayout.MANIFEST));
        try {
            custody.problems(contents.tag(BagLayout.PROOF), contents.tag(BagLayout.CHECKPOINT), id, payloadDigest)
                    .forEach(problem -> contents.problem(BagLayout.PROOF, problem));
        } catch (RuntimeException e) {
            // A proof that breaks its checker proves nothing.
            contents.problem(BagLayout.PROOF, "cannot be read as a custody proof");
        }
    }

    private static String reason(IOException e) {
        return e instanceof UnreadablePackage ? String.valueOf(e.getMessage()) : "ends early or cannot be read";
    }

    private static Verification verification(String id, PackageContents contents) {
        return new Verification(contents.problems().isEmpty(), id, contents.problems());
    }
}
