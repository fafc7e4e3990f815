package org.safepassage.extract.worker;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.tika.exception.TikaException;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.microsoft.ooxml.OPCPackageWrapper;

/// A DOCX without its references to parts that are not in it: one such reference, which word processors overlook, ends
/// Tika's reading before the first word.
final class MendedPackage {
    private MendedPackage() {}

    /// Whether a document may be readable once it is mended.
    static boolean mayHelp(MediaType type, Exception thrown) {
        return type.getSubtype().startsWith("vnd.openxmlformats-officedocument.wordprocessingml.")
                && (thrown instanceof IllegalArgumentException
                        || thrown.getCause() instanceof IllegalArgumentException);
    }

    /// Opens the file; closing what is returned leaves the file as it was.
    static OPCPackageWrapper open(Path file) throws TikaException, IOException {
        try {
            OPCPackage whole = OPCPackage.open(file.toFile(), PackageAccess.READ_WRITE);
            for (PackagePart part : whole.getParts()) {
                if (!part.isRelationshipPart()) {
                    mend(whole, part);
                }
            }
            return new OPCPackageWrapper(whole);
        } catch (OpenXML4JException damaged) {
            throw new TikaException("no package", damaged);
        }
    }

    private static void mend(OPCPackage whole, PackagePart part) throws OpenXML4JException {
        for (PackageRelationship relation : part.getRelationships()) {
            if (relation.getTargetMode() == TargetMode.INTERNAL && whole.getPart(relation) == null) {
                part.removeRelationship(relation.getId());
            }
        }
    }
}
