package org.safepassage.redact.renditions.pictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// The searches of pictures for whoever has many pictures of one scene, such as the frames of a film. Only in a child,
/// since the models and OpenCV's libraries are loaded. For one thread.
public final class FrameSearch {
    private final FaceSearch faces;
    private final WordSearch words;

    /// @throws IOException when a model is missing
    public FrameSearch(PictureSettings settings) throws IOException {
        this.faces = FaceSearch.of(settings);
        this.words = new WordSearch(settings);
    }

    /// What was found in one frame.
    ///
    /// @param regions with their margins, perhaps beyond the frame's edges
    /// @param doubts of this frame alone
    public record Found(List<Region> regions, Set<Doubt> doubts) {
        public Found {
            regions = List.copyOf(regions);
            doubts = Set.copyOf(doubts);
        }
    }

    /// Upright faces that the first detector sees, at most a few times smaller than [#facesThoroughly] finds them.
    ///
    /// @param frame of type [BufferedImage#TYPE_3BYTE_BGR]
    public Found faces(BufferedImage frame) {
        var findings = new Findings();
        faces.glance(frame, findings);
        return found(findings);
    }

    /// Faces nearly as in a photograph.
    ///
    /// @param frame of type [BufferedImage#TYPE_3BYTE_BGR]
    public Found facesThoroughly(BufferedImage frame) {
        var findings = new Findings();
        faces.searchFrame(frame, findings);
        return found(findings);
    }

    /// Words as in a photograph.
    ///
    /// @param frame of type [BufferedImage#TYPE_3BYTE_BGR]
    public Found words(BufferedImage frame) {
        var findings = new Findings();
        words.search(frame, findings);
        return found(findings);
    }

    private static Found found(Findings findings) {
        return new Found(findings.regions(), findings.doubts());
    }
}
