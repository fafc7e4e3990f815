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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.safepassage.redact.evaluation.faces.ShownFace.Trait;

/// Composes scenes: every other one a whole photograph taken nearer or farther, turned and in other light, the rest
/// heads of several photographs on a painted ground. One seed gives one row of scenes. For one thread.
final class Scenes {
    private static final double SMALLEST = 24;
    private static final double LARGEST = 400;
    private static final double SMALL = 48;
    private static final int CROWD = 8;
    private static final int MOST = 14;

    private final List<FacePicture> pictures;
    private final Random chance;
    private boolean whole;

    Scenes(List<FacePicture> pictures, long seed) {
        this.pictures = List.copyOf(pictures);
        this.chance = new Random(seed);
    }

    Scene next() {
        whole = !whole;
        return whole ? photograph(any()) : composed();
    }

    /// Pictures with many faces come oftener, so that each face comes as often as any other.
    private FacePicture any() {
        int face = chance.nextInt(
                pictures.stream().mapToInt(each -> each.faces().size()).sum());
        for (FacePicture each : pictures) {
            face -= each.faces().size();
            if (face < 0) {
                return each;
            }
        }
        throw new IllegalStateException("there is no picture");
    }

    private Scene photograph(FacePicture from) {
        double least = from.faces().stream()
                .mapToInt(face -> Math.min(face.width, face.height))
                .min()
                .orElseThrow();
        double scale =
                Math.min(size(SMALLEST, 200) / least, 1600.0 / from.pixels().getWidth());
        int width = Math.max(320, (int) (from.pixels().getWidth() * scale * 1.1));
        int height = Math.max(240, (int) (from.pixels().getHeight() * scale * 1.1));
        BufferedImage canvas = ground(width, height);
        double angle = angle();
        var place = new AffineTransform();
        place.translate(width / 2.0, height / 2.0);
        place.rotate(angle);
        place.scale(scale, scale);
        place.translate(-from.pixels().getWidth() / 2.0, -from.pixels().getHeight() / 2.0);
        Graphics2D graphics = fine(canvas);
        graphics.drawImage(Heads.shrunk(from.pixels(), scale), shrunk(place, scale), null);
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (angle != 0) {
            traits.add(Trait.TURNED);
        }
        var faces = new ArrayList<ShownFace>();
        for (Rectangle face : from.faces()) {
            faces.add(shown(graphics, face, place, face.width * scale, traits));
        }
        graphics.dispose();
        return inLight(canvas, faces, least * scale);
    }

    private Scene composed() {
        int width = 640 + chance.nextInt(960);
        int height = 480 + chance.nextInt(720);
        BufferedImage canvas = ground(width, height);
        Graphics2D graphics = fine(canvas);
        int wanted = chance.nextInt(3) == 0 ? CROWD + chance.nextInt(MOST - CROWD) : 1 + chance.nextInt(CROWD - 1);
        double largest = Math.min(LARGEST, Math.min(width, height) / Math.sqrt(wanted) / 1.6);
        var taken = new ArrayList<Rectangle>();
        var faces = new ArrayList<ShownFace>();
        double least = LARGEST;
        for (int tries = 0; tries < wanted * 20 && faces.size() < wanted; tries++) {
            FacePicture from = any();
            Rectangle face = from.faces().get(chance.nextInt(from.faces().size()));
            Rectangle head = from.head(face);
            double scale = size(SMALLEST, largest) / face.width;
            int w = (int) Math.ceil(head.width * scale);
            int h = (int) Math.ceil(head.height * scale);
            var spot = new Rectangle(chance.nextInt(width), chance.nextInt(height), w, h);
            if (!new Rectangle(width, height).contains(spot)
                    || taken.stream().anyMatch(other -> other.intersects(spot))) {
                continue;
            }
            taken.add(spot);
            double angle = angle();
            var place = new AffineTransform();
            place.translate(spot.getCenterX(), spot.getCenterY());
            place.rotate(angle);
            place.scale(scale, scale);
            place.translate(-head.getCenterX(), -head.getCenterY());
            var cut = new AffineTransform(place);
            cut.translate(head.x, head.y);
            graphics.drawImage(Heads.shrunk(Heads.feathered(from.pixels(), head), scale), shrunk(cut, scale), null);
            Set<Trait> traits = EnumSet.noneOf(Trait.class);
            if (angle != 0) {
                traits.add(Trait.TURNED);
            }
            faces.add(shown(graphics, face, place, face.width * scale, traits));
            least = Math.min(least, face.width * scale);
        }
        graphics.dispose();
        return inLight(canvas, faces, least);
    }

    /// One in four is half hidden: behind a bar, a scarf, or something at its side.
    private ShownFace shown(Graphics2D graphics, Rectangle face, AffineTransform place, double width, Set<Trait> all) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        traits.addAll(all);
        if (width < SMALL) {
            traits.add(Trait.SMALL);
        }
        if (chance.nextInt(4) == 0) {
            traits.add(Trait.HALF_HIDDEN);
            AffineTransform before = graphics.getTransform();
            graphics.transform(place);
            graphics.setColor(new Color(chance.nextInt(1 << 24)));
            switch (chance.nextInt(3)) {
                case 0 -> graphics.fillRect(face.x, face.y + face.height * 3 / 10, face.width, face.height / 5);
                case 1 ->
                    graphics.fillRect(face.x, face.y + face.height * 62 / 100, face.width, face.height * 38 / 100);
                default -> graphics.fillRect(face.x, face.y, face.width * 35 / 100, face.height);
            }
            graphics.setTransform(before);
        }
        var oval = new AffineTransform(place);
        oval.translate(face.getCenterX(), face.getCenterY());
        oval.scale(face.width / 2.0, face.height / 2.0);
        return new ShownFace(oval, width, traits);
    }

    private Scene inLight(BufferedImage canvas, List<ShownFace> faces, double least) {
        Set<Trait> all = EnumSet.noneOf(Trait.class);
        BufferedImage lit = canvas;
        if (chance.nextInt(4) == 0) {
            lit = Light.blurred(lit, Math.min(4, 0.03 * least));
            all.add(Trait.BLURRED);
        }
        if (chance.nextInt(4) == 0) {
            Light.darken(lit, 0.25 + 0.3 * chance.nextDouble(), chance);
            all.add(Trait.DARK);
        }
        if (faces.size() >= CROWD) {
            all.add(Trait.CROWD);
        }
        return new Scene(
                lit,
                faces.stream()
                        .map(face -> {
                            Set<Trait> traits = EnumSet.copyOf(all.isEmpty() ? EnumSet.noneOf(Trait.class) : all);
                            traits.addAll(face.traits());
                            return new ShownFace(face.place(), face.width(), traits);
                        })
                        .toList());
    }

    /// Small sizes are as frequent as large ones on a scale of proportions.
    private double size(double from, double to) {
        return from * Math.pow(Math.max(1, to / from), chance.nextDouble());
    }

    /// Upright for two of three, else at most 25 degrees aside.
    private double angle() {
        return chance.nextInt(3) > 0 ? 0 : Math.toRadians(chance.nextDouble(-25, 25));
    }

    private static AffineTransform shrunk(AffineTransform place, double scale) {
        double left = Heads.left(scale);
        var rest = new AffineTransform(place);
        rest.scale(1 / left, 1 / left);
        return rest;
    }

    private static Graphics2D fine(BufferedImage canvas) {
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return graphics;
    }

    /// A painted ground: light that changes, and things that are no faces.
    private BufferedImage ground(int width, int height) {
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
}
