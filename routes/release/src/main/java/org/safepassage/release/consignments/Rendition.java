package org.safepassage.release.consignments;

import org.safepassage.schemas.Content;

/// One redacted exhibit as it goes out.
///
/// @param path below `data/renditions/`: segments of ASCII letters, digits, `.`, `-` and `_`, divided by `/`
/// @param mediaType such as `application/pdf`
/// @param content read twice, once to assemble and once to seal; it must not change in between
public record Rendition(String path, String mediaType, Content content) {
    public Rendition {
        BagPath.require(path);
        if (!mediaType.matches("[a-z0-9.+-]{1,80}/[a-z0-9.+-]{1,80}")) {
            throw new IllegalArgumentException("a rendition's media type is type/subtype in lower case");
        }
    }

    @Override
    public String toString() {
        return "Rendition[" + path + "]";
    }
}
