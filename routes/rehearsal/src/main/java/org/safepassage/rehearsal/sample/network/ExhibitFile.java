package org.safepassage.rehearsal.sample.network;

import java.util.List;
import org.safepassage.rehearsal.sample.truth.Planted;
import org.safepassage.schemas.Exhibit;
import org.safepassage.schemas.Extraction;

/// A file that comes with a case.
///
/// @param path as the partner's record has it, relative to the case
/// @param kind what it shows
/// @param format such as `docx`, for the truth
/// @param language of its words, `und` when it has none
/// @param pages pages of a document, 0 for anything else
/// @param captured when it was made, as the partner wrote it
/// @param status what extraction should say of it
/// @param payload its bytes
/// @param planted what is in it and in its name
public record ExhibitFile(
        String path,
        Exhibit.Kind kind,
        String format,
        String language,
        int pages,
        String captured,
        Extraction.Status status,
        Payload payload,
        List<Planted> planted) {
    public ExhibitFile {
        planted = List.copyOf(planted);
    }
}
