package org.safepassage.rehearsal.audit;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The sample's originals, set against the names of the vault's objects.
///
/// @param findings takes what does not fit
record ArrivedOriginals(OutsideReconciliation.Folders folders, GroundTruth truth, HubClaims claims, Findings findings) {
    private static final Set<String> PAPERS = Set.of("interview", "medical-document", "document");

    /// Counts the originals of first versions whose bytes are in the vault, by kind, papers together as `documents`
    /// and their pages as `pages`; one that is not there, of a version that arrived, does not fit.
    ///
    /// @throws IOException when the vault's folder or the sample cannot be read
    Map<String, Long> figures() throws IOException {
        var vault = VaultFolder.digests(folders.data());
        var files = new SampleFiles(folders.sample());
        var arrived = new HashSet<List<Object>>();
        claims.lines().forEach(line -> arrived.add(List.of(line.partner(), line.caseNumber(), line.version())));
        var figures = new HashMap<String, Long>();
        for (var sampled : truth.cases()) {
            for (var original : sampled.originals()) {
                boolean there = vault.contains(files.sha256(original.file()));
                if (!there && arrived.contains(List.of(sampled.partner(), sampled.caseNumber(), original.version()))) {
                    findings.add("not-in-vault", sampled.id(), original.kind());
                }
                if (there && original.version() == 1) {
                    boolean paper = PAPERS.contains(original.kind());
                    figures.merge(paper ? "documents" : original.kind(), 1L, Long::sum);
                    figures.merge("pages", paper ? original.pages() : 0L, Long::sum);
                }
            }
        }
        return figures;
    }
}
