package org.safepassage.release.consignments;

import java.util.Set;

/// Names of the files that every consignment has; there are no others outside `data/renditions/`.
final class BagLayout {
    static final String BAGIT = "bagit.txt";
    static final String BAG_INFO = "bag-info.txt";
    static final String MANIFEST = "manifest-sha256.txt";
    static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
    /// Not at the bag's root: a reader of BagIt takes every file there whose name starts so for a manifest.
    static final String TAG_SIGNATURE = "custody/tagmanifest-sha256.txt.asc";
    static final String PROOF = "custody/proof.json";
    static final String CHECKPOINT = "custody/checkpoint.txt";
    static final String CHECKPOINT_SIGNATURE = "custody/checkpoint.txt.asc";

    static final String DATA = "data/";
    static final String CASE_FILE = "data/case-file.json";
    static final String REDACTION_REPORT = "data/redaction-report.json";
    static final String RENDITIONS = "data/renditions/";
    static final String RENDITION_LIST = "data/renditions.json";
    static final String WITHHELD = "data/withheld.json";

    /// RFC 8493, 2.1.1: these bytes and no others.
    static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    /// Version of the consignment's own format, in `bag-info.txt`.
    static final String FORMAT = "1";

    /// What the tag manifest lists.
    static final Set<String> LISTED_TAGS = Set.of(BAGIT, BAG_INFO, MANIFEST, PROOF, CHECKPOINT, CHECKPOINT_SIGNATURE);

    /// What carries the trust in the rest and so cannot be listed.
    static final Set<String> UNLISTED_TAGS = Set.of(TAG_MANIFEST, TAG_SIGNATURE);

    /// The payload that is always there.
    static final Set<String> FIXED_PAYLOAD = Set.of(CASE_FILE, REDACTION_REPORT, RENDITION_LIST, WITHHELD);

    private BagLayout() {}
}
