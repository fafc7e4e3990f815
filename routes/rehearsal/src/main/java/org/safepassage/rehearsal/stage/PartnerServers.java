package org.safepassage.rehearsal.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The three partners of the demonstration over a copy of a sample folder: `casebase` (a database and a file store),
/// `fieldnotes` (SFTP) and `sharehub` (WebDAV). The sample itself stays as generated, since what the hub pulls it also
/// acknowledges, and that moves the partner's files.
public final class PartnerServers implements AutoCloseable {
    private final Path sample;
    private final Path live;
    private final CaseDatabase casebase;
    private final FolderOverSftp fieldnotes;
    private final FolderOverWebDav sharehub;

    private PartnerServers(
            Path sample, Path live, CaseDatabase casebase, FolderOverSftp fieldnotes, FolderOverWebDav sharehub) {
        this.sample = sample;
        this.live = live;
        this.casebase = casebase;
        this.fieldnotes = fieldnotes;
        this.sharehub = sharehub;
    }

    /// Starts all three.
    ///
    /// @param sample what the generator wrote; has `partners/`
    /// @param live empty folder for the partners' own copies
    /// @throws IOException when the sample is incomplete or a server does not start
    public static PartnerServers start(Path sample, Path live) throws IOException {
        var partners = sample.resolve("partners");
        Folders.copy(partners.resolve("casebase/files"), live.resolve("casebase/files"));
        Folders.copy(partners.resolve("fieldnotes/outbox"), live.resolve("fieldnotes/outbox"));
        Folders.copy(partners.resolve("sharehub/share"), live.resolve("sharehub/share"));
        return new PartnerServers(
                partners,
                live,
                CaseDatabase.start(partners.resolve("casebase/database.sql"), Credentials.random("hub")),
                FolderOverSftp.start(live.resolve("fieldnotes"), Credentials.random("hub")),
                FolderOverWebDav.start(
                        live.resolve("sharehub/share"), live.resolve("sharehub/server"), Credentials.random("hub")));
    }

    /// What the hub's configuration needs to reach them: `SP_CASEBASE_*`, `SP_FIELDNOTES_*`, `SP_SHAREHUB_*`.
    public Map<String, String> environment() {
        var environment = new TreeMap<String, String>();
        environment.put("SP_CASEBASE_URL", casebase.url());
        environment.put("SP_CASEBASE_USER", casebase.credentials().user());
        environment.put("SP_CASEBASE_PASSWORD", casebase.credentials().password());
        environment.put(
                "SP_CASEBASE_FILES",
                live.resolve("casebase/files").toAbsolutePath().toString());
        environment.putAll(sftp("SP_FIELDNOTES", fieldnotes));
        // Folders appear here file by file, each by a rename, and the record last: there is nothing to wait for.
        environment.put("SP_FIELDNOTES_SETTLE", "0");
        environment.put("SP_SHAREHUB_URL", sharehub.url());
        environment.put("SP_SHAREHUB_USER", sharehub.credentials().user());
        environment.put("SP_SHAREHUB_PASSWORD", sharehub.credentials().password());
        return Map.copyOf(environment);
    }

    static Map<String, String> sftp(String prefix, FolderOverSftp server) {
        return Map.of(
                prefix + "_HOST", server.host(),
                prefix + "_PORT", Integer.toString(server.port()),
                prefix + "_USER", server.credentials().user(),
                prefix + "_PASSWORD", server.credentials().password(),
                prefix + "_HOSTKEY", server.fingerprint());
    }

    /// The partners change some cases, as the sample's updates say: the next pull finds second versions.
    ///
    /// @throws IOException when the sample's updates cannot be read or applied
    public void applyUpdates() throws IOException {
        Folders.copyIfPresent(sample.resolve("sharehub/updates"), live.resolve("sharehub/share"));
        Folders.copyIfPresent(sample.resolve("fieldnotes/updates"), live.resolve("fieldnotes/outbox"));
        var script = sample.resolve("casebase/database-update1.sql");
        if (Files.exists(script)) {
            casebase.apply(script);
        }
    }

    @Override
    public void close() throws IOException {
        sharehub.close();
        fieldnotes.close();
        casebase.close();
    }
}
