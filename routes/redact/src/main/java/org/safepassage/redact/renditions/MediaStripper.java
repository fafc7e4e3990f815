package org.safepassage.redact.renditions;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.safepassage.schemas.Content;

/// Copies a photograph or video without what it says of itself: camera, place, time, author, thumbnails, texts
/// and whatever hides behind its end. What shows picture or sound stays bit for bit; what is not known to be
/// needed for that goes. A picture's stored orientation goes too. Not reached: words inside the compressed data
/// itself, such as a video encoder's own messages.
///
/// A medium is read twice, the first time only to see whether it can be stripped whole, so that nothing is
/// written of one that cannot. Memory does not grow with its size. Stateless and safe to share.
public final class MediaStripper {
    private static final int BUFFER = 1 << 16;

    /// A stripper.
    public MediaStripper() {}

    /// Writes a copy of `in` without metadata to `out`, which is flushed but not closed.
    ///
    /// @param mediaType as detected; JPEG, PNG, MP4 and QuickTime are known
    /// @throws IOException when the medium is damaged, with the place in bytes where it is known, or cannot be
    ///     read or written
    public StripResult strip(Content in, String mediaType, OutputStream out) throws IOException {
        return switch (mediaType.toLowerCase(Locale.ROOT)) {
            case "image/jpeg", "image/pjpeg" -> copy(in, out, JpegCopy::copy);
            case "image/png" -> copy(in, out, PngCopy::copy);
            case "video/mp4", "video/x-m4v", "video/quicktime", "video/3gpp", "application/mp4" ->
                copy(in, out, MovieCopy::copy);
            default -> new StripResult.Unsupported("media of this type cannot be stripped of their metadata");
        };
    }

    private static StripResult copy(Content in, OutputStream out, Copying copying) throws IOException {
        try {
            run(in, OutputStream.nullOutputStream(), copying);
        } catch (UnsupportedMedia e) {
            return new StripResult.Unsupported(e.reason());
        }
        var buffered = new BufferedOutputStream(out, BUFFER);
        Set<String> dropped = run(in, buffered, copying);
        buffered.flush();
        return new StripResult.Stripped(dropped.stream().toList());
    }

    private static Set<String> run(Content in, OutputStream out, Copying copying) throws IOException {
        var dropped = new TreeSet<String>();
        try (InputStream stream = new BufferedInputStream(in.open(), BUFFER)) {
            copying.copy(new MediaInput(stream), out, dropped);
        }
        return dropped;
    }

    /// One format's way to copy.
    private interface Copying {
        /// @param dropped takes the kinds of what is left out
        void copy(MediaInput in, OutputStream out, Set<String> dropped) throws IOException;
    }
}
