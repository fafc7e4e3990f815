package org.safepassage.redact.check;

import java.io.IOException;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;

/// Reads what was assembled as a recipient's software would. The exit check owns this interface; the hub adapts it
/// to an extractor that shares nothing with the one that read the originals.
@FunctionalInterface
public interface ReadBack {
    /// What can be read of the content, embedded files included.
    ///
    /// @param name its file name, a hint for the format
    /// @throws IOException when reading could not be tried now; a file that nobody can read is a result
    Extraction read(Content content, String name) throws IOException;
}
