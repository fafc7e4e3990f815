package org.safepassage.redact.renditions.video;

import static org.safepassage.redact.renditions.video.VideoRefused.unless;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;

/// An MP4 file to write, without one word about where it comes from or what wrote it. For one thread.
final class Container implements AutoCloseable {
    /// Units a second of all times: what streams of films commonly count in.
    private static final int UNITS = 90_000;

    private final AVFormatContext output = new AVFormatContext((Pointer) null);
    private final AVIOContext file = new AVIOContext((Pointer) null);

    Container(Path path) throws VideoRefused {
        unless(avformat.avformat_alloc_output_context2(output, null, "mp4", null), VideoRefusal.CRASHED);
        output.flags(output.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        int opened = avformat.avio_open(file, "file:" + path.toAbsolutePath(), avformat.AVIO_FLAG_WRITE);
        if (opened < 0) {
            close();
            throw new VideoRefused(VideoRefusal.NO_ROOM);
        }
        output.pb(file);
    }

    /// A stream of what this encoder makes.
    AVStream add(AVCodecContext encoder) throws VideoRefused {
        AVStream stream = avformat.avformat_new_stream(output, null);
        unless(avcodec.avcodec_parameters_from_context(stream.codecpar(), encoder), VideoRefusal.CRASHED);
        stream.time_base().num(1).den(UNITS);
        return stream;
    }

    /// A stream that is copied from another film.
    AVStream add(AVStream copied) throws VideoRefused {
        AVStream stream = avformat.avformat_new_stream(output, null);
        unless(avcodec.avcodec_parameters_copy(stream.codecpar(), copied.codecpar()), VideoRefusal.CRASHED);
        stream.codecpar().codec_tag(0);
        stream.time_base().num(1).den(UNITS);
        return stream;
    }

    /// No stream is added from here on.
    void begin() throws VideoRefused {
        unless(avformat.avformat_write_header(output, (AVDictionary) null), VideoRefusal.CRASHED);
    }

    /// @param packet taken over; its times are in units of its stream
    void put(AVPacket packet) throws VideoRefused {
        int written = avformat.av_interleaved_write_frame(output, packet);
        // Times that the container cannot hold are no matter of the disk.
        unless(written, written == avutil.AVERROR_EINVAL() ? VideoRefusal.CRASHED : VideoRefusal.NO_ROOM);
    }

    void end() throws VideoRefused {
        unless(avformat.av_write_trailer(output), VideoRefusal.NO_ROOM);
        // What a full disk did not take shows only when the last bytes are written.
        avformat.avio_flush(output.pb());
        unless(output.pb().error(), VideoRefusal.NO_ROOM);
    }

    @Override
    public void close() {
        if (!file.isNull()) {
            avformat.avio_closep(file);
        }
        avformat.avformat_free_context(output);
    }
}
