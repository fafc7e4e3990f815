package org.safepassage.hub.ledger;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.Item;
import org.safepassage.schemas.CaseFileVersion;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Case files, their versions and the exhibits of each. Writes run inside the caller's transaction.
public final class CaseFiles {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

    private final JdbcClient jdbc;
    private final ColumnSeal seal;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /// @param database the ledger's
    /// @param seal encrypts case numbers and paths
    /// @param clock tells when
    public CaseFiles(DataSource database, ColumnSeal seal, InstantSource clock) {
        this.jdbc = JdbcClient.create(database);
        this.seal = seal;
        this.clock = clock;
    }

    /// A file that was sealed with an arrival.
    ///
    /// @param path the partner's path
    /// @param sha256 its digest, null when it was absent
    public record SealedItem(
            String path, Item.Part part, @Nullable String sha256, long size) {
        @Override
        public String toString() {
            return "SealedItem[" + part + "]";
        }
    }

    /// An exhibit's row.
    public record ExhibitRow(
            String exhibit,
            String path,
            Item.Part part,
            @Nullable String sha256,
            long size,
            @Nullable String status,
            @Nullable String mediaType,
            int pages,
            @Nullable String extractionDigest) {
        @Override
        public String toString() {
            return "ExhibitRow[" + exhibit + "]";
        }
    }

    /// What admitting came to.
    ///
    /// @param isNew false when the same content had arrived before
    public record Admission(CaseFileVersion version, boolean isNew) {}

    /// Makes the sealed items of a case the next version of its case file, or finds the version that has the same
    /// content.
    public Admission admit(String partner, String caseNumber, String recordDigest, List<SealedItem> items) {
        String caseFile = caseFile(partner, caseNumber);
        jdbc.sql("select case_file from partner_case where case_file = ? for update")
                .param(caseFile)
                .query(String.class)
                .single();
        String contentMac = seal.mac(
                "content",
                items.stream()
                        .map(item -> item.part() + ":" + item.sha256())
                        .sorted()
                        .toArray(String[]::new));
        Optional<Integer> same = jdbc.sql(
                        "select version from case_file_version where case_file = ? and content_mac = ? "
                                + "and version = (select max(version) from case_file_version where case_file = ?)")
                .params(caseFile, contentMac, caseFile)
                .query(Integer.class)
                .optional();
        if (same.isPresent()) return new Admission(new CaseFileVersion(caseFile, same.get()), false);
        int next = 1
                + jdbc.sql("select coalesce(max(version), 0) from case_file_version where case_file = ?")
                        .param(caseFile)
                        .query(Integer.class)
                        .single();
        jdbc.sql(
                        "insert into case_file_version (case_file, version, partner, content_mac, record_digest, attempt, arrived_at) values (?,?,?,?,?,1,?)")
                .params(caseFile, next, partner, contentMac, recordDigest, Timestamp.from(clock.instant()))
                .update();
        var version = new CaseFileVersion(caseFile, next);
        int number = 0;
        for (SealedItem item : items) insert(version, "x" + ++number, item);
        return new Admission(version, true);
    }

    private void insert(CaseFileVersion version, String exhibit, SealedItem item) {
        jdbc.sql(
                        "insert into exhibit (case_file, version, exhibit, path_sealed, sha256, size, part, pages) values (?,?,?,?,?,?,?,0)")
                .params(
                        version.caseFile(),
                        version.version(),
                        exhibit,
                        seal.seal(item.path(), "exhibit/" + version + "/" + exhibit),
                        item.sha256(),
                        item.size(),
                        item.part().name())
                .update();
    }

    private String caseFile(String partner, String caseNumber) {
        String mac = seal.mac("case-number", partner, caseNumber);
        var known = jdbc.sql("select case_file from partner_case where partner = ? and number_mac = ?")
                .params(partner, mac)
                .query(String.class)
                .optional();
        if (known.isPresent()) return known.get();
        var id = new StringBuilder("cf-");
        for (int i = 0; i < 16; i++) id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        jdbc.sql("insert into partner_case (case_file, partner, number_mac, number_sealed) values (?,?,?,?)")
                .params(id.toString(), partner, mac, seal.seal(caseNumber, "case-number/" + id))
                .update();
        return id.toString();
    }

    /// The partner's own case number.
    public String caseNumber(String caseFile) {
        byte[] sealed = jdbc.sql("select number_sealed from partner_case where case_file = ?")
                .param(caseFile)
                .query(byte[].class)
                .single();
        return seal.open(sealed, "case-number/" + caseFile);
    }

    /// The partner that gave a version.
    public String partner(CaseFileVersion version) {
        return jdbc.sql("select partner from case_file_version where case_file = ? and version = ?")
                .params(version.caseFile(), version.version())
                .query(String.class)
                .single();
    }

    /// Digest of a version's record.
    public String recordDigest(CaseFileVersion version) {
        return jdbc.sql("select record_digest from case_file_version where case_file = ? and version = ?")
                .params(version.caseFile(), version.version())
                .query(String.class)
                .single();
    }

    /// Files of a version in their order.
    public List<ExhibitRow> exhibits(CaseFileVersion version) {
        return jdbc.sql("select * from exhibit where case_file = ? and version = ? order by length(exhibit), exhibit")
                .params(version.caseFile(), version.version())
                .query((row, n) -> new ExhibitRow(
                        row.getString("exhibit"),
                        seal.open(row.getBytes("path_sealed"), "exhibit/" + version + "/" + row.getString("exhibit")),
                        Item.Part.valueOf(row.getString("part")),
                        row.getString("sha256"),
                        row.getLong("size"),
                        row.getString("status"),
                        row.getString("media_type"),
                        row.getInt("pages"),
                        row.getString("extraction_digest")))
                .list();
    }

    /// Notes what extraction found of one exhibit.
    public void extracted(
            CaseFileVersion version, String exhibit, String status, String mediaType, int pages, String digest) {
        jdbc.sql(
                        "update exhibit set status = ?, media_type = ?, pages = ?, extraction_digest = ? where case_file = ? and version = ? and exhibit = ?")
                .params(status, mediaType, pages, digest, version.caseFile(), version.version(), exhibit)
                .update();
    }

    /// Forgets what extraction found of exhibits that are held, so that it is done anew.
    public void forgetHeld(CaseFileVersion version) {
        jdbc.sql(
                        "update exhibit set status = null, extraction_digest = null where case_file = ? and version = ? "
                                + "and exhibit in (select h.exhibit from hold h where h.case_file = ? and h.version = ? and h.cleared_at is null)")
                .params(version.caseFile(), version.version(), version.caseFile(), version.version())
                .update();
    }

    /// Notes what reading an exhibit again found. What was first found of it stays.
    public void reread(CaseFileVersion version, String exhibit, String status, String mediaType, int pages) {
        jdbc.sql(
                        "update exhibit set status = ?, media_type = ?, pages = ? where case_file = ? and version = ? and exhibit = ?")
                .params(status, mediaType, pages, version.caseFile(), version.version(), exhibit)
                .update();
    }

    /// The newest version of a case file.
    public CaseFileVersion newest(String caseFile) {
        int version = jdbc.sql("select max(version) from case_file_version where case_file = ?")
                .param(caseFile)
                .query(Integer.class)
                .single();
        return new CaseFileVersion(caseFile, version);
    }
}
