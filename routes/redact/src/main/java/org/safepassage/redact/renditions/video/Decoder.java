package org.safepassage.redact.renditions.video;

import static org.safepassage.redact.renditions.video.VideoRefused.unless;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/// Decodes one stream of a film. Anything that a decoder could not make out is damage, never shown as it came. For
/// one thread.
final class Decoder implements AutoCloseable {
    private final AVCodecContext context;
    private final AVFrame frame = avutil.av_frame_alloc();

    /// @param mostPixels larger frames are an error of the decoder before they cost memory
    /// @throws VideoRefused when its coding is not read here
    Decoder(AVStream stream, long mostPixels) throws VideoRefused {
        AVCodec codec = avcodec.avcodec_find_decoder(stream.codecpar().codec_id());
        if (codec == null || codec.isNull()) {
            avutil.av_frame_free(frame);
            throw new VideoRefused(VideoRefusal.UNSUPPORTED);
        }
        this.context = avcodec.avcodec_alloc_context3(codec);
        try {
            unless(avcodec.avcodec_parameters_to_context(context, stream.codecpar()), VideoRefusal.DAMAGED);
            context.thread_count(1);
            context.max_pixels(mostPixels);
            context.pkt_timebase(stream.time_base());
            unless(avcodec.avcodec_open2(context, codec, (AVDictionary) null), VideoRefusal.UNSUPPORTED);
        } catch (VideoRefused refused) {
            close();
            throw refused;
        }
    }

    /// @param packet null when there are no more
    void put(@Nullable AVPacket packet, FilterChain.Taker taker) throws VideoRefused, IOException {
        unless(avcodec.avcodec_send_packet(context, packet), VideoRefusal.DAMAGED);
        while (true) {
            int got = avcodec.avcodec_receive_frame(context, frame);
            if (got == FilterChain.NOT_YET || got == avutil.AVERROR_EOF) {
                return;
            }
            unless(got, VideoRefusal.DAMAGED);
            try {
                if (frame.decode_error_flags() != 0 || (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0) {
                    throw new VideoRefused(VideoRefusal.DAMAGED);
                }
                taker.take(frame);
            } finally {
                avutil.av_frame_unref(frame);
            }
        }
    }

    @Override
    public void close() {
        avutil.av_frame_free(frame);
        avcodec.avcodec_free_context(context);
    }
}
