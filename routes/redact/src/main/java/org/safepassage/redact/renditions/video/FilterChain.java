package org.safepassage.redact.renditions.video;

import static org.safepassage.redact.renditions.video.VideoRefused.unless;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/// FFmpeg's filters in a row: decoded frames go in, frames of one known form come out. For one thread.
final class FilterChain implements AutoCloseable {
    /// Takes frames while they are there.
    @FunctionalInterface
    interface Taker {
        void take(AVFrame frame) throws VideoRefused, IOException;
    }

    /// What the next call may give, once more has been put in (POSIX; the same number on Linux and macOS is not
    /// promised, but natives are there for Linux alone).
    static final int NOT_YET = -11;

    private static final int LONGEST_LAYOUT = 128;

    private final AVFilterGraph graph = avfilter.avfilter_graph_alloc();
    private final AVFilterContext in = new AVFilterContext((Pointer) null);
    private final AVFilterContext out = new AVFilterContext((Pointer) null);
    private final AVFrame filtered = avutil.av_frame_alloc();

    private FilterChain(String source, String arguments, String sink, String filters) throws VideoRefused {
        AVFilterInOut inputs = avfilter.avfilter_inout_alloc();
        AVFilterInOut outputs = avfilter.avfilter_inout_alloc();
        try {
            unless(
                    avfilter.avfilter_graph_create_filter(
                            in, avfilter.avfilter_get_by_name(source), "in", arguments, null, graph),
                    VideoRefusal.DAMAGED);
            unless(
                    avfilter.avfilter_graph_create_filter(
                            out, avfilter.avfilter_get_by_name(sink), "out", null, null, graph),
                    VideoRefusal.CRASHED);
            outputs.name(name("in")).filter_ctx(in).pad_idx(0).next(null);
            inputs.name(name("out")).filter_ctx(out).pad_idx(0).next(null);
            unless(avfilter.avfilter_graph_parse_ptr(graph, filters, inputs, outputs, null), VideoRefusal.CRASHED);
            unless(avfilter.avfilter_graph_config(graph, null), VideoRefusal.DAMAGED);
        } catch (VideoRefused refused) {
            close();
            throw refused;
        } finally {
            avfilter.avfilter_inout_free(inputs);
            avfilter.avfilter_inout_free(outputs);
        }
    }

    /// For pictures like this first one.
    static FilterChain pictures(AVFrame first, AVRational timeBase, String filters) throws VideoRefused {
        AVRational shape = first.sample_aspect_ratio();
        String arguments = String.format(
                Locale.ROOT,
                "video_size=%dx%d:pix_fmt=%d:time_base=%d/%d:pixel_aspect=%d/%d:colorspace=%d:range=%d",
                first.width(),
                first.height(),
                first.format(),
                timeBase.num(),
                timeBase.den(),
                Math.max(0, shape.num()),
                Math.max(1, shape.den()),
                first.colorspace(),
                first.color_range());
        return new FilterChain("buffer", arguments, "buffersink", filters);
    }

    /// For sound like this first piece of it.
    static FilterChain sounds(AVFrame first, AVRational timeBase, String filters) throws VideoRefused {
        byte[] layout = new byte[LONGEST_LAYOUT];
        int length = unless(
                avutil.av_channel_layout_describe(first.ch_layout(), layout, layout.length), VideoRefusal.DAMAGED);
        String arguments = String.format(
                Locale.ROOT,
                "time_base=%d/%d:sample_rate=%d:sample_fmt=%d:channel_layout=%s",
                timeBase.num(),
                timeBase.den(),
                first.sample_rate(),
                first.format(),
                new String(layout, 0, Math.clamp(length - 1L, 0, LONGEST_LAYOUT), StandardCharsets.US_ASCII));
        return new FilterChain("abuffer", arguments, "abuffersink", filters);
    }

    /// Unit of the frames' times.
    AVRational timeBase() {
        return avfilter.av_buffersink_get_time_base(out);
    }

    /// Pieces of sound of this many samples each, the last one apart.
    void pieces(int samples) {
        avfilter.av_buffersink_set_frame_size(out, samples);
    }

    /// @param frame taken over; null when there are no more
    void put(@Nullable AVFrame frame, Taker taker) throws VideoRefused, IOException {
        unless(avfilter.av_buffersrc_add_frame(in, frame), VideoRefusal.DAMAGED);
        while (true) {
            int got = avfilter.av_buffersink_get_frame(out, filtered);
            if (got == NOT_YET || got == avutil.AVERROR_EOF) {
                return;
            }
            unless(got, VideoRefusal.DAMAGED);
            try {
                taker.take(filtered);
            } finally {
                avutil.av_frame_unref(filtered);
            }
        }
    }

    /// A copy that FFmpeg frees.
    private static BytePointer name(String name) {
        try (var ours = new BytePointer(name)) {
            return avutil.av_strdup(ours);
        }
    }

    @Override
    public void close() {
        avutil.av_frame_free(filtered);
        avfilter.avfilter_graph_free(graph);
    }
}
