package org.safepassage.release.consignments;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.safepassage.release.consignments.Verification.Problem;

/// What a package holds, learned in one pass and without writing anything: the digest and size of every file, the bytes
/// of the few that the bag's rules are written in, and everything that no honest package has. Not thread-safe.
final class PackageContents {
    /// @param sha256 lower-case hex
    /// @param size bytes
    record Found(String sha256, long size) {}

    private final PackageLimits limits;
    private final Map<String, Found> files = new TreeMap<>();
    private final Map<String, byte[]> tags = new TreeMap<>();
    private final Set<String> folded = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private int seen;

    PackageContents(PackageLimits limits) {
        this.limits = limits;
    }

    /// Reads one file to its end.
    void file(String path, InputStream bytes) throws IOException {
        count();
        if (!BagPath.isValid(path)) {
            problem(path, "is a name that no consignment has");
            return;
        }
        // Two names that differ only in case are one file on the recipient's disk, and the second hides the first.
        if (!folded.add(path.toLowerCase(Locale.ROOT))) {
            problem(path, "is there twice");
            return;
        }
        MessageDigest digest = Sha256.digest();
        var digested = new DigestInputStream(bytes, digest);
        boolean tag = BagLayout.LISTED_TAGS.contains(path) || BagLayout.UNLISTED_TAGS.contains(path);
        if (tag) {
            tags.put(path, held(path, digested));
        }
        long rest = digested.transferTo(java.io.OutputStream.nullOutputStream());
        long size = tag ? tags.getOrDefault(path, new byte[0]).length + rest : rest;
        files.put(path, new Found(Sha256.hex(digest), size));
    }

    /// Something that is no regular file.
    void odd(String path, String what) throws IOException {
        count();
        problem(path, what);
    }

    void problem(String place, String message) {
        if (problems.size() < limits.problems()) {
            problems.add(new Problem(BagPath.shown(place), message));
        }
    }

    Map<String, Found> files() {
        return files;
    }

    /// Bytes of a tag file, empty when it is not there.
    byte[] tag(String path) {
        return tags.getOrDefault(path, new byte[0]);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void count() throws UnreadablePackage {
        if (++seen > limits.files()) {
            throw new UnreadablePackage("holds more than " + limits.files() + " files");
        }
    }

    private byte[] held(String path, InputStream bytes) throws IOException {
        int largest = limits.largest(path);
        byte[] held = bytes.readNBytes(largest + 1);
        if (held.length > largest) {
            throw new UnreadablePackage("holds a " + path + " of more than " + largest + " bytes");
        }
        return held;
    }
}
