package org.safepassage.redact.renditions.video;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;

/// How frames must be turned, by the matrix that a camera stores beside them (ISO/IEC 14496-12, 6.2.2).
final class Upright {
    private static final double NEARLY = 1;

    private Upright() {}

    /// FFmpeg's filters that set this frame upright, ended by a comma; nothing when it stands so.
    ///
    /// @throws VideoRefused when it is turned by anything but quarters
    static String filters(AVFrame frame) throws VideoRefused {
        AVFrameSideData side = avutil.av_frame_get_side_data(frame, avutil.AV_FRAME_DATA_DISPLAYMATRIX);
        if (side == null || side.isNull() || side.size() < 9 * Integer.BYTES) {
            return "";
        }
        int[] matrix = new int[9];
        new IntPointer(side.data()).get(matrix);
        double turned = avutil.av_display_rotation_get(matrix);
        if (Double.isNaN(turned)) {
            throw new VideoRefused(VideoRefusal.DAMAGED);
        }
        long quarters = Math.round(-turned / 90);
        if (Math.abs(turned + 90.0 * quarters) > NEARLY) {
            throw new VideoRefused(VideoRefusal.UNSUPPORTED);
        }
        boolean mirrored = (long) matrix[0] * matrix[4] - (long) matrix[1] * matrix[3] < 0;
        return switch (Math.floorMod(quarters, 4)) {
            case 1 -> mirrored ? "transpose=cclock_flip," : "transpose=clock,";
            case 2 -> mirrored ? "hflip," : "hflip,vflip,";
            case 3 -> mirrored ? "transpose=clock_flip," : "transpose=cclock,";
            default -> mirrored ? "vflip," : "";
        };
    }
}
