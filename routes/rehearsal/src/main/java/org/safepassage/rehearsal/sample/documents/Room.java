package org.safepassage.rehearsal.sample.documents;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.safepassage.rehearsal.sample.Dice;

/// Draws an empty room: a wall, a floor with a stain, sometimes a window, and faint grain. Nobody and nothing written
/// is
/// in it, so that a hub that looks well may pass it on.
final class Room {
    private static final int GRAIN = 4;

    private Room() {}

    static BufferedImage draw(Dice dice, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int tone = dice.between(140, 200);
        int floor = dice.between(height * 2 / 3, height * 5 / 6);
        graphics.setPaint(new GradientPaint(0, 0, grey(tone), width, height, grey(tone - 40)));
        graphics.fillRect(0, 0, width, floor);
        graphics.setPaint(new GradientPaint(0, floor, grey(tone - 50), 0, height, grey(tone - 80)));
        graphics.fillRect(0, floor, width, height - floor);
        if (dice.percent(40)) {
            window(graphics, dice.between(80, width / 2), grey(tone - 60));
        }
        stain(graphics, dice.between(100, width - 250), floor + 60);
        graphics.dispose();
        grain(image, dice);
        return image;
    }

    private static void window(Graphics2D graphics, int x, Color frame) {
        var pane = new Rectangle2D.Double(x, 60, 220, 200);
        graphics.setColor(new Color(200, 215, 225));
        graphics.fill(pane);
        graphics.setColor(frame);
        graphics.setStroke(new BasicStroke(8));
        graphics.draw(pane);
    }

    private static void stain(Graphics2D graphics, int x, int y) {
        graphics.setPaint(new RadialGradientPaint(new Point2D.Double(x, y), 90, new float[] {0, 1}, new Color[] {
            new Color(110, 40, 60, 150), new Color(110, 40, 60, 0)
        }));
        graphics.fill(new Ellipse2D.Double(x - 110.0, y - 40.0, 220, 80));
    }

    private static void grain(BufferedImage image, Dice dice) {
        byte[] noise = dice.bytes(image.getWidth() * image.getHeight());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int lighter = noise[y * image.getWidth() + x] % (GRAIN + 1);
                var pixel = new Color(image.getRGB(x, y));
                image.setRGB(
                        x,
                        y,
                        new Color(
                                        within(pixel.getRed() + lighter),
                                        within(pixel.getGreen() + lighter),
                                        within(pixel.getBlue() + lighter))
                                .getRGB());
            }
        }
    }

    private static int within(int value) {
        return Math.clamp(value, 0, 255);
    }

    private static Color grey(int tone) {
        return new Color(within(tone), within(tone - 5), within(tone - 12));
    }
}
