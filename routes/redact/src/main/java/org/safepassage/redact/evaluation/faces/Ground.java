package org.safepassage.redact.evaluation.faces;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/// What stands around faces and before them. Stateless.
final class Ground {
    private Ground() {}

    /// To draw smoothly with.
    static Graphics2D fine(BufferedImage canvas) {
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return graphics;
    }

    /// A painted ground: light that changes, and things that are no faces.
    static BufferedImage painted(int width, int height, Random chance) {
        var canvas = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = fine(canvas);
        graphics.setPaint(new GradientPaint(
                0, 0, new Color(chance.nextInt(1 << 24)), width, height, new Color(chance.nextInt(1 << 24))));
        graphics.fillRect(0, 0, width, height);
        for (int i = 0; i < 30; i++) {
            graphics.setColor(new Color(chance.nextInt(256), chance.nextInt(256), chance.nextInt(256), 110));
            int x = chance.nextInt(width);
            int y = chance.nextInt(height);
            int across = 10 + chance.nextInt(width / 3);
            int down = 10 + chance.nextInt(height / 3);
            switch (chance.nextInt(3)) {
                case 0 -> graphics.fillRect(x, y, across, down);
                case 1 -> graphics.fill(new Ellipse2D.Double(x, y, across, down));
                default -> {
                    graphics.setStroke(new BasicStroke(1 + chance.nextInt(12)));
                    graphics.drawLine(x, y, x + across, y + down);
                }
            }
        }
        graphics.dispose();
        return canvas;
    }

    /// Hides about half of a face behind a bar, a scarf, or something at its side.
    ///
    /// @param place takes the face's picture to the scene
    static void hide(Graphics2D graphics, Rectangle face, AffineTransform place, Random chance) {
        AffineTransform before = graphics.getTransform();
        graphics.transform(place);
        graphics.setColor(new Color(chance.nextInt(1 << 24)));
        switch (chance.nextInt(3)) {
            case 0 -> graphics.fillRect(face.x, face.y + face.height * 3 / 10, face.width, face.height / 5);
            case 1 -> graphics.fillRect(face.x, face.y + face.height * 62 / 100, face.width, face.height * 38 / 100);
            default -> graphics.fillRect(face.x, face.y, face.width * 35 / 100, face.height);
        }
        graphics.setTransform(before);
    }
}
