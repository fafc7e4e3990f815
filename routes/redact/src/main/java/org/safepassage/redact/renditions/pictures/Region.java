package org.safepassage.redact.renditions.pictures;

/// A rectangle of a picture that is covered, in pixels of the picture as it stands upright, from the top left corner.
///
/// @param kind what is there
/// @param confidence 0 to 1, as the surest detector says
/// @param detector names of those that saw it, joined by `+`
public record Region(Kind kind, int x, int y, int width, int height, double confidence, String detector) {
    /// What a region shows.
    public enum Kind {
        /// A face.
        FACE,
        /// Words: a plate, a badge, a screen, a sign, a paper.
        WORDS
    }

    long area() {
        return (long) width * height;
    }

    int right() {
        return x + width;
    }

    int bottom() {
        return y + height;
    }

    /// Pixels that both have.
    long shared(Region other) {
        long across = (long) Math.min(right(), other.right()) - Math.max(x, other.x);
        long down = (long) Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
        return across <= 0 || down <= 0 ? 0 : across * down;
    }

    /// The part of it that lies in a picture of this size.
    Region within(int pictureWidth, int pictureHeight) {
        int left = Math.clamp(x, 0, pictureWidth);
        int top = Math.clamp(y, 0, pictureHeight);
        return new Region(
                kind,
                left,
                top,
                Math.clamp(right(), left, pictureWidth) - left,
                Math.clamp(bottom(), top, pictureHeight) - top,
                confidence,
                detector);
    }

    /// The same in a picture that is so many times larger.
    Region times(double factor) {
        int left = (int) Math.floor(x * factor);
        int top = (int) Math.floor(y * factor);
        return new Region(
                kind,
                left,
                top,
                (int) Math.ceil(right() * factor) - left,
                (int) Math.ceil(bottom() * factor) - top,
                confidence,
                detector);
    }

    /// Larger by these shares of its own width and height on each side.
    Region with(double sides, double above, double below) {
        int aside = (int) Math.ceil(width * sides);
        int up = (int) Math.ceil(height * above);
        int down = (int) Math.ceil(height * below);
        return new Region(kind, x - aside, y - up, width + 2 * aside, height + up + down, confidence, detector);
    }
}
