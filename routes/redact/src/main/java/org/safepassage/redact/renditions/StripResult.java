package org.safepassage.redact.renditions;

import java.util.List;

/// How stripping a medium ended.
public sealed interface StripResult {
    /// A copy without metadata was written. The pixels and the sound in it are as they were: unredacted.
    ///
    /// @param dropped kinds of what was left out or emptied, such as `exif` or `trailing-data`, each once, in
    ///     order; words of ours, never the file's
    record Stripped(List<String> dropped) implements StripResult {
        public Stripped {
            dropped = List.copyOf(dropped);
        }
    }

    /// Nothing was written.
    ///
    /// @param reason one sentence, without any content of the medium
    record Unsupported(String reason) implements StripResult {}
}
