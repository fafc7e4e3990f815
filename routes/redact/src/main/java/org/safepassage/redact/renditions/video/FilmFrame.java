package org.safepassage.redact.renditions.video;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.BitSet;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// One frame, upright, in planes of brightness and of two colours at half the size (YUV 4:2:0). Good only while it is
/// handed over.
///
/// @param number counted from 0
/// @param micros time from the film's beginning; more than that of the frame before
/// @param lasts how long it is shown, in millionths of a second, as far as is known
/// @param planes width and height are even
record FilmFrame(long number, long micros, long lasts, AVFrame planes) {
    private static final int PLANES = 3;
    private static final int BLACK = 16;
    private static final int NO_COLOUR = 128;

    int width() {
        return planes.width();
    }

    int height() {
        return planes.height();
    }

    /// Brightness alone, smaller where it is wider than `mostWide`.
    Mat grey(int mostWide) {
        int width = Math.min(mostWide, width());
        int height = Math.max(1, (int) Math.round((double) height() * width / width()));
        var small = new Mat();
        try (Mat luma = plane(0);
                var size = new Size(width, height)) {
            opencv_imgproc.resize(luma, small, size, 0, 0, opencv_imgproc.INTER_AREA);
        }
        return small;
    }

    /// As detectors want it.
    BufferedImage picture() {
        var picture = new BufferedImage(width(), height(), BufferedImage.TYPE_3BYTE_BGR);
        int width = width();
        int height = height();
        try (var joined = new Mat(height * 3 / 2, width, opencv_core.CV_8UC1);
                var colours = new Mat()) {
            long at = 0;
            for (int plane = 0; plane < PLANES; plane++) {
                try (Mat from = plane(plane);
                        BytePointer place = joined.data().getPointer(at);
                        var to = new Mat(from.rows(), from.cols(), opencv_core.CV_8UC1, place, from.cols())) {
                    from.copyTo(to);
                    at += (long) from.rows() * from.cols();
                }
            }
            opencv_imgproc.cvtColor(joined, colours, opencv_imgproc.COLOR_YUV2BGR_I420);
            byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
            colours.data().get(pixels);
        }
        return picture;
    }

    /// Paints these places black; colour is kept for two by two pixels, so edges go outwards to even numbers.
    ///
    /// @return the share of the frame that is covered, 0 to 1
    double cover(List<Rectangle> places) {
        var covered = new BitSet();
        var frame = new Rectangle(width() / 2, height() / 2);
        for (Rectangle place : places) {
            int left = Math.floorDiv(place.x, 2);
            int top = Math.floorDiv(place.y, 2);
            int right = Math.ceilDiv(place.x + place.width, 2);
            int bottom = Math.ceilDiv(place.y + place.height, 2);
            Rectangle cells = new Rectangle(left, top, right - left, bottom - top).intersection(frame);
            if (cells.isEmpty()) {
                continue;
            }
            paint(0, new Rectangle(2 * cells.x, 2 * cells.y, 2 * cells.width, 2 * cells.height), BLACK);
            paint(1, cells, NO_COLOUR);
            paint(2, cells, NO_COLOUR);
            for (int row = cells.y; row < cells.y + cells.height; row++) {
                int first = row * frame.width + cells.x;
                covered.set(first, first + cells.width);
            }
        }
        return covered.cardinality() / ((double) frame.width * frame.height);
    }

    private void paint(int plane, Rectangle place, int shade) {
        try (Mat whole = plane(plane);
                var rectangle = new Rect(place.x, place.y, place.width, place.height);
                var part = new Mat(whole, rectangle);
                var colour = new Scalar(shade)) {
            part.put(colour);
        }
    }

    /// A view, not a copy.
    private Mat plane(int plane) {
        int shift = plane == 0 ? 0 : 1;
        return new Mat(
                height() >> shift, width() >> shift, opencv_core.CV_8UC1, planes.data(plane), planes.linesize(plane));
    }
}
