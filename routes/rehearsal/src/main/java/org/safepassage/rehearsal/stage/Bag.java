package org.safepassage.rehearsal.stage;

import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A BagIt bag (RFC 8493) judged by the Library of Congress's own library, which shares no code with the hub.
public final class Bag {
    private Bag() {}

    /// The folder with `bagit.txt` in or directly below `folder`.
    ///
    /// @throws IOException when there is none, or more than one
    public static Path find(Path folder) throws IOException {
        try (var paths =
                Files.find(folder, 2, (path, attributes) -> path.endsWith("bagit.txt") && attributes.isRegularFile())) {
            var declarations = paths.toList();
            if (declarations.size() != 1) {
                throw new IOException("expected one bag, found " + declarations.size());
            }
            return declarations.getFirst().resolveSibling("").normalize();
        }
    }

    /// Whether the bag in `root` is complete and every digest matches.
    ///
    /// @throws IOException when its files cannot be read
    /// @throws InterruptedException when the thread is interrupted while digests are computed
    // The validator declares a dozen checked exceptions, one a way in which a bag can be wrong: all mean no.
    public static boolean isValid(Path root) throws IOException, InterruptedException {
        try (var verifier = new BagVerifier()) {
            verifier.isValid(new BagReader().read(root), false);
            return true;
        } catch (IOException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return false;
        }
    }
}
