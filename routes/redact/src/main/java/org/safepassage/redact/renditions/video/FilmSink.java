package org.safepassage.redact.renditions.video;

import static org.safepassage.redact.renditions.video.VideoRefused.unless;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/// Writes frames as H.264 (by OpenH264) in MP4, which every player and browser shows: constant quality, times as
/// given, nothing of the original's but its pixels and their shape and colours. The same frames give the same bytes.
/// For one thread.
final class FilmSink implements AutoCloseable {
    private static final int MICROS = 1_000_000;
    private static final int FRAMES_A_SECOND = 30;
    private static final int FRAMES_A_KEY = 60;
    /// Quantisers of H.264: the finest and the coarsest that is used, so that injuries stay to be judged.
    private static final int FINEST = 12;

    private static final int COARSEST = 28;
    private static final double BITS_A_PIXEL = 0.25;

    private final Container container;
    private final AVCodecContext encoder;
    private final AVStream stream;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private long lasts;

    /// @param first of the frames that will come, for their form
    FilmSink(Path file, AVFrame first) throws VideoRefused {
        AVCodec codec = avcodec.avcodec_find_encoder_by_name("libopenh264");
        this.encoder = avcodec.avcodec_alloc_context3(codec);
        this.container = new Container(file);
        try {
            form(first);
            unless(avutil.av_opt_set(encoder.priv_data(), "rc_mode", "quality", 0), VideoRefusal.CRASHED);
            unless(avutil.av_opt_set(encoder.priv_data(), "allow_skip_frames", "0", 0), VideoRefusal.CRASHED);
            unless(avcodec.avcodec_open2(encoder, codec, (AVDictionary) null), VideoRefusal.TOO_LARGE);
            this.stream = container.add(encoder);
            container.begin();
        } catch (VideoRefused refused) {
            close();
            throw refused;
        }
    }

    private void form(AVFrame first) {
        encoder.width(first.width());
        encoder.height(first.height());
        encoder.pix_fmt(avutil.AV_PIX_FMT_YUV420P);
        encoder.time_base(new AVRational().num(1).den(MICROS));
        encoder.framerate(new AVRational().num(FRAMES_A_SECOND).den(1));
        encoder.sample_aspect_ratio(first.sample_aspect_ratio());
        encoder.color_range(avutil.AVCOL_RANGE_MPEG);
        encoder.colorspace(first.colorspace());
        encoder.color_primaries(first.color_primaries());
        encoder.color_trc(first.color_trc());
        encoder.bit_rate((long) (BITS_A_PIXEL * FRAMES_A_SECOND * first.width() * first.height()));
        encoder.qmin(FINEST);
        encoder.qmax(COARSEST);
        encoder.gop_size(FRAMES_A_KEY);
        // More threads cut frames into slices by their number: other bytes on another machine.
        encoder.thread_count(1);
        encoder.flags(encoder.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER | avcodec.AV_CODEC_FLAG_BITEXACT);
    }

    /// Writes this frame at its time; changes it.
    void put(FilmFrame frame) throws VideoRefused {
        AVFrame planes = frame.planes();
        // Captions, clocks and places ride beside frames.
        while (planes.nb_side_data() > 0) {
            avutil.av_frame_remove_side_data(planes, planes.side_data(0).type());
        }
        planes.pts(frame.micros());
        planes.duration(frame.lasts());
        planes.pict_type(avutil.AV_PICTURE_TYPE_NONE);
        lasts = frame.lasts();
        encode(planes);
    }

    /// Ends the film; nothing may follow.
    void end() throws VideoRefused {
        encode(null);
        container.end();
    }

    private void encode(@Nullable AVFrame planes) throws VideoRefused {
        unless(avcodec.avcodec_send_frame(encoder, planes), VideoRefusal.CRASHED);
        while (true) {
            int got = avcodec.avcodec_receive_packet(encoder, packet);
            if (got == FilterChain.NOT_YET || got == avutil.AVERROR_EOF) {
                return;
            }
            unless(got, VideoRefusal.CRASHED);
            avcodec.av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
            packet.duration(lasts * stream.time_base().den() / MICROS);
            packet.stream_index(stream.index());
            container.put(packet);
        }
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(encoder);
        container.close();
    }
}
