package org.safepassage.connectors.s3;

import java.util.List;
import java.util.Map;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.http.Ask;

/// The tag on a record or bundle that tells which state of its case is sealed. A new version has no tag, and an exhibit
/// that changed makes another fingerprint: both come again.
///
/// @param line to the bucket
record Mark(S3Line line) {
    private static final String NAME = "safe-passage-sealed";
    private static final int MOST_TAGS = 10;

    boolean given(S3Case found) throws DoorProblem {
        return tags(found.head()).stream()
                .anyMatch(
                        tag -> tag.text("Key").equals(NAME) && tag.text("Value").equals(found.fingerprint()));
    }

    /// Sets the tag beside those that are there.
    void give(S3Case found) throws DoorProblem {
        var kept = tags(found.head()).stream()
                .filter(tag -> !tag.text("Key").equals(NAME))
                .toList();
        if (kept.size() >= MOST_TAGS) {
            throw new DoorProblem(
                    Kind.PERMISSION, "a record has ten tags already; S3 allows no more: use move or none");
        }
        var set = new StringBuilder("<Tagging xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><TagSet>");
        kept.forEach(tag -> set.append(written(tag.text("Key"), tag.text("Value"))));
        set.append(written(NAME, found.fingerprint())).append("</TagSet></Tagging>");
        line.done(
                Ask.of("PUT", line.object(found.head().key(), query(found.head())))
                        .text("application/xml", set.toString()),
                200,
                204);
    }

    private List<S3Xml.Entry> tags(S3Object object) throws DoorProblem {
        byte[] bytes;
        try (var answer = line.send(Ask.get(line.object(object.key(), query(object))), 200)) {
            bytes = answer.bytes(1 << 16);
        }
        // A server may answer nothing at all for an object without tags.
        return bytes.length == 0
                ? List.of()
                : S3Xml.read(bytes).entries().stream()
                        .filter(entry -> entry.name().equals("Tag"))
                        .toList();
    }

    private static Map<String, String> query(S3Object object) {
        return object.version().isEmpty()
                ? Map.of("tagging", "")
                : Map.of("tagging", "", "versionId", object.version());
    }

    private static String written(String key, String value) {
        return "<Tag><Key>" + S3Xml.escaped(key) + "</Key><Value>" + S3Xml.escaped(value) + "</Value></Tag>";
    }
}
