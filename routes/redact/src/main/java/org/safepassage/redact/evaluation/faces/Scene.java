package org.safepassage.redact.evaluation.faces;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;

/// A picture whose every face is known.
record Scene(BufferedImage picture, List<ShownFace> faces) {
    Scene {
        faces = List.copyOf(faces);
    }

    /// The same with the camera held otherwise; pixels stay what they are.
    ///
    /// @param quarters clockwise
    Scene turned(int quarters) {
        if (quarters % 4 == 0) {
            return this;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean lying = quarters % 2 != 0;
        var turn = new AffineTransform();
        turn.translate((lying ? height : width) / 2.0, (lying ? width : height) / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-width / 2.0, -height / 2.0);
        var turned = new BufferedImage(lying ? height : width, lying ? width : height, picture.getType());
        Graphics2D graphics = turned.createGraphics();
        graphics.drawImage(picture, turn, null);
        graphics.dispose();
        return new Scene(turned, faces.stream().map(face -> face.moved(turn)).toList());
    }
}
