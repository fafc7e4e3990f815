package org.safepassage.redact.renditions.video;

import static org.safepassage.redact.renditions.video.VideoRefused.unless;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/// A film opened for reading, once from its beginning to its end. Only containers and codings of the two lists below
/// are tried, and no file but this one: playlists and references to other places are not followed. For one thread.
final class FilmSource implements AutoCloseable {
    /// FFmpeg's names of containers that cameras, phones and messengers write.
    private static final String CONTAINERS = "mov,mp4,3gp,matroska,webm,avi,mpegts,mpeg,asf";

    /// FFmpeg's names of decoders.
    private static final String CODINGS = """
            h264,hevc,mpeg4,mpeg2video,mpeg1video,h263,vp8,vp9,libvpx,libvpx-vp9,av1,libaom-av1,libdav1d,mjpeg,\
            wmv1,wmv2,wmv3,vc1,msmpeg4,msmpeg4v2,rawvideo,\
            aac,mp3,mp3float,mp2,ac3,opus,libopus,vorbis,flac,amrnb,amrwb,libopencore_amrnb,libopencore_amrwb,alac,\
            wmav1,wmav2,pcm_s16le,pcm_s16be,pcm_u8,pcm_s24le,pcm_f32le,pcm_alaw,pcm_mulaw""";

    private static final int MOST_STREAMS = 64;
    private static final long MICROS = 1_000_000;

    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVFormatContext input = new AVFormatContext((Pointer) null);

    /// What a film says of itself; none of it need be true.
    ///
    /// @param picture number of the stream that is shown
    /// @param sound number of the first stream that is heard; -1 for none
    /// @param format FFmpeg's name of the picture's coding
    /// @param micros how long it lasts; -1 when it does not say
    /// @param beside kinds of everything but the picture
    record Claims(int picture, int sound, String format, long pixels, long micros, Set<String> beside) {}

    private FilmSource() {}

    /// @throws VideoRefused when it is no film that can be read here
    static FilmSource open(Path file) throws VideoRefused {
        var source = new FilmSource();
        var options = new AVDictionary((Pointer) null);
        try {
            avutil.av_dict_set(options, "protocol_whitelist", "file", 0);
            avutil.av_dict_set(options, "format_whitelist", CONTAINERS, 0);
            avutil.av_dict_set(options, "codec_whitelist", CODINGS, 0);
            avutil.av_dict_set(options, "max_streams", Integer.toString(MOST_STREAMS), 0);
            int opened = avformat.avformat_open_input(source.input, "file:" + file.toAbsolutePath(), null, options);
            // What is no film at all and what was cut cannot be told apart by the number for invalid data.
            unless(
                    opened,
                    opened == avutil.AVERROR_INVALIDDATA || opened == avutil.AVERROR_EOF
                            ? VideoRefusal.DAMAGED
                            : VideoRefusal.UNSUPPORTED);
            unless(avformat.avformat_find_stream_info(source.input, (AVDictionary) null), VideoRefusal.DAMAGED);
            return source;
        } catch (VideoRefused refused) {
            source.close();
            throw refused;
        } finally {
            avutil.av_dict_free(options);
        }
    }

    /// @throws VideoRefused when there is not exactly one moving picture
    Claims claims() throws VideoRefused {
        var beside = new TreeSet<String>();
        int picture = -1;
        int sound = -1;
        for (int i = 0; i < input.nb_streams(); i++) {
            int kind = input.streams(i).codecpar().codec_type();
            boolean still = (input.streams(i).disposition()
                            & (avformat.AV_DISPOSITION_ATTACHED_PIC | avformat.AV_DISPOSITION_TIMED_THUMBNAILS))
                    != 0;
            if (kind == avutil.AVMEDIA_TYPE_VIDEO && !still) {
                if (picture >= 0) {
                    throw new VideoRefused(VideoRefusal.SEVERAL_PICTURES);
                }
                picture = i;
            } else {
                beside.add(word(kind));
                if (kind == avutil.AVMEDIA_TYPE_AUDIO && sound < 0) {
                    sound = i;
                }
            }
        }
        if (picture < 0) {
            throw new VideoRefused(VideoRefusal.EMPTY);
        }
        if (input.nb_chapters() > 0) {
            beside.add("chapters");
        }
        if (avutil.av_dict_count(input.metadata()) > 0) {
            beside.add("metadata");
        }
        AVCodecParameters parameters = input.streams(picture).codecpar();
        return new Claims(
                picture,
                sound,
                avcodec.avcodec_get_name(parameters.codec_id()).getString(),
                (long) parameters.width() * parameters.height(),
                input.duration() == avutil.AV_NOPTS_VALUE ? -1 : input.duration(),
                beside);
    }

    AVStream stream(int number) {
        return input.streams(number);
    }

    /// Where its time begins, in units of a second by a million.
    long startMicros() {
        return input.start_time() == avutil.AV_NOPTS_VALUE ? 0 : input.start_time();
    }

    /// When the last packet of a stream ends, from the film's beginning; 0 when none says its time. Reads to the end.
    ///
    /// @throws VideoRefused when the film ends too early or is damaged
    long endMicros(int stream) throws VideoRefused, IOException {
        var unit = stream(stream).time_base();
        long[] end = {0};
        packets(stream, next -> {
            if (next != null && next.pts() != avutil.AV_NOPTS_VALUE) {
                end[0] = Math.max(end[0], micros(next.pts() + Math.max(0, next.duration()), unit) - startMicros());
            }
        });
        return end[0];
    }

    /// Takes packets while they are there.
    @FunctionalInterface
    interface Taker {
        /// @param packet null when there are no more
        void take(@Nullable AVPacket packet) throws VideoRefused, IOException;
    }

    /// Reads all packets of one stream.
    ///
    /// @throws VideoRefused when the film ends too early or is damaged
    void packets(int stream, Taker taker) throws VideoRefused, IOException {
        boolean more = true;
        while (more) {
            more = next(stream, taker);
        }
    }

    /// Reads the next packet of one stream, and passes by those of others.
    ///
    /// @return whether there was one; the end is passed on as null
    /// @throws VideoRefused when the film ends too early or is damaged
    boolean next(int stream, Taker taker) throws VideoRefused, IOException {
        while (true) {
            int read = avformat.av_read_frame(input, packet);
            if (read == avutil.AVERROR_EOF) {
                taker.take(null);
                return false;
            }
            unless(read, VideoRefusal.DAMAGED);
            try {
                if (packet.stream_index() == stream) {
                    if ((packet.flags() & avcodec.AV_PKT_FLAG_CORRUPT) != 0) {
                        throw new VideoRefused(VideoRefusal.DAMAGED);
                    }
                    taker.take(packet);
                    return true;
                }
            } finally {
                avcodec.av_packet_unref(packet);
            }
        }
    }

    private static String word(int kind) {
        return switch (kind) {
            case avutil.AVMEDIA_TYPE_VIDEO -> "still-pictures";
            case avutil.AVMEDIA_TYPE_AUDIO -> "sound";
            case avutil.AVMEDIA_TYPE_SUBTITLE -> "subtitles";
            case avutil.AVMEDIA_TYPE_ATTACHMENT -> "attachments";
            default -> "data";
        };
    }

    /// A time in a stream's units, in millionths of a second.
    static long micros(long time, org.bytedeco.ffmpeg.avutil.AVRational unit) {
        return Math.round((double) time * unit.num() / unit.den() * MICROS);
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        avformat.avformat_close_input(input);
    }
}
