package org.safepassage.connectors.folders;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.bundles.ZipBundle;
import org.safepassage.connectors.plumbing.Fingerprint;
import org.safepassage.connectors.plumbing.ItemPaths;
import org.safepassage.connectors.plumbing.ResumingStream;

/// One look at a ZIP bundle that lies beside the case folders.
///
/// @param kind what counts as a bundle
/// @param seen the bundle's file
/// @param tailDigest SHA-256 of its last 64 KiB: a ZIP has its directory there, with every member's size
///     and checksum
record CaseBundle(Kind kind, SharedFiles.Seen seen, String tailDigest) implements SharedCase {
    private static final int TAIL = 1 << 16;

    /// What counts as a bundle.
    ///
    /// @param caseName finds the case number in a file name: group 1
    /// @param recordFile name of the record in it
    /// @param limits what it may hold
    record Kind(Pattern caseName, String recordFile, ZipBundle.Limits limits) {
        /// The case number in the name of a bundle; empty when the name is none of a bundle.
        Optional<String> caseNumber(String wire) {
            Matcher name = caseName.matcher(WirePaths.text(wire));
            return name.matches() ? Optional.of(ItemPaths.shown(name.group(1))) : Optional.empty();
        }
    }

    /// Looks at the bundle that was seen there.
    static CaseBundle look(SharedFiles files, String path, SharedFiles.Seen seen, Kind kind) throws IOException {
        try (InputStream in = files.open(path, Math.max(0, seen.size() - TAIL))) {
            byte[] tail = in.readNBytes(TAIL);
            return new CaseBundle(
                    kind, seen, HexFormat.of().formatHex(Fingerprint.sha256().digest(tail)));
        }
    }

    @Override
    public String name() {
        return seen.name();
    }

    @Override
    public Instant newest() {
        return seen.modified();
    }

    @Override
    public String fingerprint() {
        return Fingerprint.of(List.of("bundle", seen.fact(), tailDigest));
    }

    private Item original() {
        return Item.present(ItemPaths.shown(WirePaths.text(name())), seen.size(), Item.Part.ORIGINAL);
    }

    @Override
    public Arrival arrival() {
        String shown = ItemPaths.shown(WirePaths.text(name()));
        return new Arrival(kind.caseNumber(name()).orElse(shown), name(), fingerprint(), "", List.of(original()));
    }

    @Override
    public void read(SharedFiles files, String path, ItemReader reader) throws IOException {
        ResumingStream.Opener opener = offset -> UnchangedFile.open(files, path, seen, offset);
        ZipBundle.read(original(), opener, kind.recordFile(), kind.limits(), reader);
    }

    @Override
    public String toString() {
        return "CaseBundle[" + seen.size() + "]";
    }
}
