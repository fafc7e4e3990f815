package org.safepassage.rehearsal.sample.documents;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.safepassage.rehearsal.sample.Dice;

/// Draws a picture of nothing real: an empty [Room], or a sky and a wall, some shapes, ovals for faces, and grain as of
/// a
/// cheap camera, which a hub that looks well doubts.
final class Picture {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;
    private static final int GRAIN = 6000;
    private static final int EMPTY_ROOMS = 40;
    private static final float QUALITY = 0.82f;

    private Picture() {}

    static BufferedImage draw(Dice dice) {
        return dice.percent(EMPTY_ROOMS) ? Room.draw(dice, WIDTH, HEIGHT) : crowd(dice);
    }

    private static BufferedImage crowd(Dice dice) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(new GradientPaint(0, 0, color(dice, 120), WIDTH, HEIGHT, color(dice, 40)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < 14; i++) {
            graphics.setColor(color(dice, 60));
            graphics.fill(new Rectangle2D.Double(
                    dice.below(WIDTH), dice.below(HEIGHT), dice.between(30, 200), dice.between(20, 160)));
        }
        for (int i = dice.below(4); i > 0; i--) {
            face(graphics, dice);
        }
        for (int i = 0; i < GRAIN; i++) {
            image.setRGB(dice.below(WIDTH), dice.below(HEIGHT), dice.below(0x1000000));
        }
        graphics.dispose();
        return image;
    }

    private static void face(Graphics2D graphics, Dice dice) {
        double x = dice.between(60, WIDTH - 200);
        double y = dice.between(40, HEIGHT - 220);
        double wide = dice.between(60, 130);
        graphics.setColor(new Color(dice.between(190, 235), dice.between(150, 190), dice.between(120, 160)));
        graphics.fill(new Ellipse2D.Double(x, y, wide, wide * 1.35));
        graphics.setColor(Color.DARK_GRAY);
        graphics.fill(new Ellipse2D.Double(x + wide * 0.25, y + wide * 0.5, wide * 0.12, wide * 0.09));
        graphics.fill(new Ellipse2D.Double(x + wide * 0.63, y + wide * 0.5, wide * 0.12, wide * 0.09));
        graphics.fill(new Rectangle2D.Double(x + wide * 0.35, y + wide, wide * 0.3, wide * 0.05));
    }

    private static Color color(Dice dice, int least) {
        return new Color(dice.between(least, 230), dice.between(least, 230), dice.between(least, 230));
    }

    /// The picture at a quarter of its size, as cameras keep it beside the large one.
    static BufferedImage small(BufferedImage large) {
        var small = new BufferedImage(WIDTH / 5, HEIGHT / 5, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < small.getWidth(); x++) {
            for (int y = 0; y < small.getHeight(); y++) {
                small.setRGB(x, y, large.getRGB(x * 5, y * 5));
            }
        }
        return small;
    }

    static byte[] jpeg(BufferedImage image) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
