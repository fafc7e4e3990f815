package org.safepassage.redact.evaluation.faces;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
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
        BufferedImage canvas = Ground.painted(width, height, chance);
        double angle = angle();
        var place = new AffineTransform();
        place.translate(width / 2.0, height / 2.0);
        place.rotate(angle);
        place.scale(scale, scale);
        place.translate(-from.pixels().getWidth() / 2.0, -from.pixels().getHeight() / 2.0);
        Graphics2D graphics = Ground.fine(canvas);
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
        BufferedImage canvas = Ground.painted(width, height, chance);
        Graphics2D graphics = Ground.fine(canvas);
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
            Ground.hide(graphics, face, place, chance);
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
}
