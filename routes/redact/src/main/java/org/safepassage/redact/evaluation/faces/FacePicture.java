package org.safepassage.redact.evaluation.faces;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;

/// A picture of a public package and the faces on it.
///
/// @param origin the package and the path inside it
/// @param faces from hairline to chin and from temple to temple
record FacePicture(String origin, BufferedImage pixels, List<Rectangle> faces) {
    FacePicture {
        faces = List.copyOf(faces);
    }

    /// The head with hair and neck, as far as the picture shows them and nobody else's face begins.
    Rectangle head(Rectangle face) {
        var head = new Rectangle(face);
        head.grow(face.width * 6 / 10, face.height * 5 / 10);
        head = head.intersection(new Rectangle(pixels.getWidth(), pixels.getHeight()));
        for (Rectangle other : faces) {
            if (!other.equals(face) && other.intersects(head)) {
                head = without(head, other, face);
            }
        }
        return head;
    }

    private static Rectangle without(Rectangle head, Rectangle other, Rectangle face) {
        int left = head.x;
        int right = head.x + head.width;
        int top = head.y;
        int bottom = head.y + head.height;
        if (other.x >= face.x + face.width) {
            right = Math.min(right, other.x);
        } else if (other.x + other.width <= face.x) {
            left = Math.max(left, other.x + other.width);
        } else if (other.y >= face.y + face.height) {
            bottom = Math.min(bottom, other.y);
        } else {
            top = Math.max(top, Math.min(other.y + other.height, face.y));
        }
        return new Rectangle(left, top, right - left, bottom - top);
    }
}
