package org.safepassage.release.consignments;

import org.safepassage.schemas.Content;

/// One file of a bag.
///
/// @param path from the bag's folder, divided by `/`
/// @param content its bytes
/// @param sha256 their digest in lower-case hex
/// @param size their number
public record BagFile(String path, Content content, String sha256, long size) {
    public BagFile {
        BagPath.require(path);
    }

    @Override
    public String toString() {
        return "BagFile[" + path + "]";
    }
}
