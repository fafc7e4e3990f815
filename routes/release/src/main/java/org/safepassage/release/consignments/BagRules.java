package org.safepassage.release.consignments;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;

/// The rules of a consignment, asked one after the other of what a package holds. Each fault becomes a problem of
/// `contents`, with its place.
///
/// @param contents what the package holds
/// @param trusted the pinned keys
record BagRules(PackageContents contents, PGPPublicKeyRingCollection trusted) {
    void check() {
        if (!text(BagLayout.BAGIT).equals(BagLayout.DECLARATION)) {
            contents.problem(BagLayout.BAGIT, "is not the declaration of BagIt 1.0 in UTF-8");
        }
        Map<String, String> tags = manifest(BagLayout.TAG_MANIFEST);
        Map<String, String> payload = manifest(BagLayout.MANIFEST);
        listsExactly(tags.keySet());
        hasFixedPayload(payload.keySet());
        digests(tags);
        digests(payload);
        nothingElse(tags.keySet(), payload.keySet());
        signature(BagLayout.TAG_SIGNATURE, BagLayout.TAG_MANIFEST);
        signature(BagLayout.CHECKPOINT_SIGNATURE, BagLayout.CHECKPOINT);
    }

    /// Values of `bag-info.txt` by label.
    Map<String, String> info() {
        var values = new LinkedHashMap<String, String>();
        for (String line : text(BagLayout.BAG_INFO).split("\n")) {
            int colon = line.indexOf(": ");
            if (colon < 1 || values.put(line.substring(0, colon), line.substring(colon + 2)) != null) {
                contents.problem(BagLayout.BAG_INFO, "has a line that is no label and value, or a label twice");
                return values;
            }
        }
        if (!BagLayout.FORMAT.equals(values.get("Consignment-Format"))) {
            contents.problem(BagLayout.BAG_INFO, "tells of a format that this verifier does not know");
        }
        if (!ConsignmentPlan.WORD
                .matcher(values.getOrDefault("External-Identifier", ""))
                .matches()) {
            contents.problem(BagLayout.BAG_INFO, "has no valid External-Identifier");
        }
        if (!oxum().equals(values.get("Payload-Oxum"))) {
            contents.problem(BagLayout.BAG_INFO, "has a Payload-Oxum that differs from the payload");
        }
        return values;
    }

    private String oxum() {
        var payload = contents.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith(BagLayout.DATA))
                .toList();
        long octets = payload.stream().mapToLong(file -> file.getValue().size()).sum();
        return octets + "." + payload.size();
    }

    private Map<String, String> manifest(String path) {
        return Manifest.read(text(path), problem -> contents.problem(path, problem));
    }

    private void listsExactly(Set<String> tags) {
        if (!tags.equals(BagLayout.LISTED_TAGS)) {
            contents.problem(BagLayout.TAG_MANIFEST, "does not list exactly the tag files of the format");
        }
    }

    private void hasFixedPayload(Set<String> payload) {
        for (String path : BagLayout.FIXED_PAYLOAD.stream().sorted().toList()) {
            if (!payload.contains(path)) {
                contents.problem(path, "is not in the manifest");
            }
        }
        for (String path : payload) {
            if (!path.startsWith(BagLayout.RENDITIONS) && !BagLayout.FIXED_PAYLOAD.contains(path)) {
                contents.problem(path, "is in the manifest but no payload of the format");
            }
        }
    }

    private void digests(Map<String, String> listed) {
        listed.forEach((path, sha256) -> {
            PackageContents.Found found = contents.files().get(path);
            if (found == null) {
                contents.problem(path, "is missing");
            } else if (!found.sha256().equals(sha256)) {
                contents.problem(path, "was changed: its digest differs from the manifest");
            }
        });
    }

    private void nothingElse(Set<String> tags, Set<String> payload) {
        var extra = new TreeSet<String>(contents.files().keySet());
        List.of(tags, payload, BagLayout.UNLISTED_TAGS, BagLayout.LISTED_TAGS).forEach(extra::removeAll);
        extra.forEach(path -> contents.problem(path, "is in no manifest; nothing in it is to be trusted, keys least"));
        for (String path : BagLayout.UNLISTED_TAGS.stream().sorted().toList()) {
            if (!contents.files().containsKey(path)) {
                contents.problem(path, "is missing");
            }
        }
    }

    private void signature(String signature, String signed) {
        DetachedSignature.problem(contents.tag(signature), contents.tag(signed), trusted)
                .ifPresent(problem -> contents.problem(signature, problem));
    }

    private String text(String path) {
        return new String(contents.tag(path), StandardCharsets.UTF_8);
    }
}
