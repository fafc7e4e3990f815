package org.safepassage.redact.renditions.pictures;

/// A face as a detector reports it, in pixels of the whole picture.
///
/// @param score 0 to 1
/// @param quarters by which the head is turned in the picture, anticlockwise
record Sighting(double x, double y, double width, double height, double score, int quarters) {
    /// Shares of a face's box that the head has beside and below it, and above it.
    private static final double BESIDE = 0.25;

    private static final double ABOVE = 0.4;

    /// An upright face.
    Sighting(double x, double y, double width, double height, double score) {
        this(x, y, width, height, score, 0);
    }

    /// Shared area by the area of both together, 0 to 1.
    double overlap(Sighting other) {
        double shared = shared(other);
        return shared / (area() + other.area() - shared);
    }

    /// Share of the smaller one that lies in the other, 0 to 1.
    double nested(Sighting other) {
        return shared(other) / Math.min(area(), other.area());
    }

    private double shared(Sighting other) {
        double across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        return across <= 0 || down <= 0 ? 0 : across * down;
    }

    private double area() {
        return Math.max(1e-6, width * height);
    }

    /// The same in a picture that was turned by quarters clockwise before it was searched.
    ///
    /// @param turnedWidth width of the turned picture
    /// @param turnedHeight height of the turned picture
    Sighting turnedBack(int turned, double turnedWidth, double turnedHeight) {
        return switch (turned) {
            case 1 -> new Sighting(y, turnedWidth - x - width, height, width, score, turned);
            case 2 -> new Sighting(turnedWidth - x - width, turnedHeight - y - height, width, height, score, turned);
            case 3 -> new Sighting(turnedHeight - y - height, x, height, width, score, turned);
            default -> this;
        };
    }

    /// The place of the whole head, with hair, ears and chin: the models report from brows to mouth.
    Region head(String detector) {
        var face = new Region(
                Region.Kind.FACE,
                (int) Math.floor(x),
                (int) Math.floor(y),
                (int) Math.ceil(width),
                (int) Math.ceil(height),
                Math.round(score * 100) / 100.0,
                detector);
        return switch (quarters) {
            case 0 -> face.with(BESIDE, ABOVE, BESIDE);
            case 2 -> face.with(BESIDE, BESIDE, ABOVE);
            // Where the hair is lies to one side, and as much on the other does no harm.
            default -> face.with(ABOVE, BESIDE, BESIDE);
        };
    }
}
