package org.safepassage.redact.renditions.pictures;

import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/// A model that finds faces on square tiles of one size. For one thread.
interface FaceDetector {
    /// As reports name it.
    String name();

    /// Side of the tiles that [#look] takes, in pixels.
    int side();

    /// What it sees on a tile, in pixels of the tile; the same face many times.
    List<Sighting> look(Mat tile, double leastScore);
}
