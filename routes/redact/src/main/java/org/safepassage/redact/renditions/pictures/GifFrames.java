package org.safepassage.redact.renditions.pictures;

import java.io.IOException;
import javax.imageio.ImageReader;

/// How many frames a GIF has: its reader, asked for all, goes through a million of them.
public final class GifFrames {
    private GifFrames() {}

    /// Counts no more frames than tell that there are more than `most`.
    ///
    /// @param reader that has its input and may go back
    /// @throws IOException when the file is damaged
    public static int count(ImageReader reader, int most) throws IOException {
        for (int frame = 0; frame <= most; frame++) {
            try {
                reader.getWidth(frame);
            } catch (IndexOutOfBoundsException end) {
                return frame;
            }
        }
        return most + 1;
    }
}
