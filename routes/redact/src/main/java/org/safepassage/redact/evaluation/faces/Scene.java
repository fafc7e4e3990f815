package org.safepassage.redact.evaluation.faces;

import java.awt.image.BufferedImage;
import java.util.List;

/// A picture whose every face is known.
record Scene(BufferedImage picture, List<ShownFace> faces) {
    Scene {
        faces = List.copyOf(faces);
    }
}
