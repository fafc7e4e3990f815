package org.safepassage.release.consignments;

import java.time.Instant;
import java.util.List;

/// A bag before its custody proof: complete for the exit check, not yet signed. Immutable; made by [Assembly].
public final class AssembledConsignment {
    private final String id;
    private final Instant createdAt;
    private final List<BagFile> files;

    AssembledConsignment(String id, Instant createdAt, List<BagFile> files) {
        this.id = id;
        this.createdAt = createdAt;
        this.files = List.copyOf(files);
    }

    /// The consignment's id.
    public String id() {
        return id;
    }

    /// When it was consigned, whole seconds.
    public Instant createdAt() {
        return createdAt;
    }

    /// Every file, sorted by path. Sealing adds only custody, tag manifest and signatures.
    public List<BagFile> files() {
        return files;
    }

    /// What the custody log commits to: SHA-256 of `manifest-sha256.txt` in lower-case hex.
    public String payloadDigest() {
        return files.stream()
                .filter(file -> file.path().equals(BagLayout.MANIFEST))
                .map(BagFile::sha256)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return "AssembledConsignment[" + id + "]";
    }
}
