package org.safepassage.redact.renditions.pictures;

/// A face as a detector reports it, in pixels of the whole picture.
///
/// @param score 0 to 1
record Sighting(double x, double y, double width, double height, double score) {
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
    Sighting turnedBack(int quarters, double turnedWidth, double turnedHeight) {
        return switch (quarters) {
            case 1 -> new Sighting(y, turnedWidth - x - width, height, width, score);
            case 2 -> new Sighting(turnedWidth - x - width, turnedHeight - y - height, width, height, score);
            case 3 -> new Sighting(turnedHeight - y - height, x, height, width, score);
            default -> this;
        };
    }
}
