package org.safepassage.redact.renditions.video;

import static org.safepassage.redact.renditions.video.VideoRefused.unless;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
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
import org.safepassage.redact.policies.Voice;

/// Puts the sound of an original, changed, beside the picture of its rendition, which is copied bit for bit. Sound is
/// decoded and written anew (AAC, one channel), so nothing that rode beside it is left. For one thread.
final class Sound implements AutoCloseable {
    private static final int RATE = 44_100;
    private static final int BITS = 96_000;
    private static final long MICROS = 1_000_000;
    /// A filter is switched on and off between pieces, so that its times are as exact as these are short: in 1/[#RATE]
    /// s.
    private static final int PIECE = 64;

    private static final double PIECE_SECONDS = (double) PIECE / RATE;
    /// Sound may end a little later than the picture.
    private static final long LONGER = 5 * MICROS;

    /// A fifth lower, with all that makes a throat known; then every wave begins anywhere, so that no melody is left.
    private static final String CHANGED = "asetrate=44100*0.8,aresample=44100,atempo=1.25,"
            + "afftfilt=real='hypot(re,im)*cos((random(0)*2-1)*2*PI)':imag='hypot(re,im)*sin((random(1)*2-1)*2*PI)'"
            + ":win_size=512:overlap=0.75,";

    private final Container container;
    private final AVStream picture;
    private final String filters;
    private final long longest;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private @Nullable FilterChain chain;
    private @Nullable AVCodecContext encoder;
    private @Nullable AVStream heard;
    private long pictureTime;
    private long soundTime;
    private long followingTime = Long.MIN_VALUE;

    private Sound(Path out, AVStream picture, Voice voice, List<Silence> silences, long longest) throws VideoRefused {
        this.container = new Container(out);
        this.longest = longest;
        // Silent first: what is not there any more cannot be smeared or moved into its neighbourhood.
        this.filters = "aresample=44100:async=1:first_pts=0,aformat=channel_layouts=mono,"
                + silent(silences)
                + (voice == Voice.CHANGE ? CHANGED : "")
                + "aformat=sample_fmts=fltp:sample_rates=44100:channel_layouts=mono";
        this.picture = container.add(picture);
    }

    /// @param film the rendition without sound
    /// @throws VideoRefused when the sound is damaged or longer than the picture by far
    static void join(Path film, Path original, Path out, Voice voice, List<Silence> silences)
            throws VideoRefused, IOException {
        try (FilmSource shown = FilmSource.open(film);
                FilmSource source = FilmSource.open(original)) {
            int from = source.claims().sound();
            int show = shown.claims().picture();
            long longest = shown.claims().micros() + LONGER;
            try (var sound = new Sound(out, shown.stream(show), voice, silences, longest)) {
                sound.join(shown, show, source, from);
            }
        }
    }

    private void join(FilmSource shown, int show, FilmSource source, int from) throws VideoRefused, IOException {
        if (from < 0) {
            container.begin();
            shown.packets(show, next -> copy(next, shown.stream(show)));
            container.end();
            return;
        }
        AVStream stream = source.stream(from);
        begin();
        try (var decoder = new Decoder(stream, 1)) {
            boolean more = true;
            boolean moreSound = true;
            // By turns, so that a player finds both near each other and neither is piled up in memory.
            while (more || moreSound) {
                if (more && (pictureTime <= soundTime || !moreSound)) {
                    more = shown.next(show, next -> copy(next, shown.stream(show)));
                } else {
                    moreSound = source.next(
                            from, next -> decoder.put(next, frame -> decoded(frame, stream, source.startMicros())));
                }
            }
        }
        if (chain != null) {
            chain.put(null, this::encode);
        }
        encode(null);
        container.end();
    }

    private void begin() throws VideoRefused {
        AVCodec codec = avcodec.avcodec_find_encoder(avcodec.AV_CODEC_ID_AAC);
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        encoder = context;
        context.sample_fmt(avutil.AV_SAMPLE_FMT_FLTP);
        context.sample_rate(RATE);
        avutil.av_channel_layout_default(context.ch_layout(), 1);
        context.bit_rate(BITS);
        context.time_base(new AVRational().num(1).den(RATE));
        context.thread_count(1);
        context.flags(context.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER | avcodec.AV_CODEC_FLAG_BITEXACT);
        unless(avcodec.avcodec_open2(context, codec, (AVDictionary) null), VideoRefusal.CRASHED);
        heard = container.add(context);
        container.begin();
    }

    private void copy(@Nullable AVPacket next, AVStream from) throws VideoRefused {
        if (next == null) {
            return;
        }
        pictureTime = FilmSource.micros(next.dts(), from.time_base());
        avcodec.av_packet_rescale_ts(next, from.time_base(), picture.time_base());
        next.stream_index(picture.index());
        container.put(next);
    }

    private void decoded(AVFrame frame, AVStream stream, long start) throws VideoRefused, IOException {
        if (chain == null) {
            chain = FilterChain.sounds(frame, stream.time_base(), filters);
            chain.pieces(Objects.requireNonNull(encoder).frame_size());
        }
        long begin = units(start / (double) MICROS, stream);
        // Without a time it follows the last one: a filter that knows no time would silence nothing.
        long time = frame.best_effort_timestamp() == avutil.AV_NOPTS_VALUE
                ? Math.max(begin, followingTime)
                : frame.best_effort_timestamp();
        followingTime = time + units((double) frame.nb_samples() / frame.sample_rate(), stream);
        soundTime = FilmSource.micros(time, stream.time_base()) - start;
        if (soundTime > longest) {
            throw new VideoRefused(VideoRefusal.TOO_LONG);
        }
        frame.pts(time - begin);
        chain.put(frame, this::encode);
    }

    private static long units(double seconds, AVStream stream) {
        return Math.round(
                seconds * stream.time_base().den() / stream.time_base().num());
    }

    private void encode(@Nullable AVFrame frame) throws VideoRefused {
        AVCodecContext context = Objects.requireNonNull(encoder);
        AVStream stream = Objects.requireNonNull(heard);
        unless(avcodec.avcodec_send_frame(context, frame), VideoRefusal.DAMAGED);
        while (true) {
            int got = avcodec.avcodec_receive_packet(context, packet);
            if (got == FilterChain.NOT_YET || got == avutil.AVERROR_EOF) {
                return;
            }
            unless(got, VideoRefusal.CRASHED);
            avcodec.av_packet_rescale_ts(packet, context.time_base(), stream.time_base());
            packet.stream_index(stream.index());
            container.put(packet);
        }
    }

    private static String silent(List<Silence> silences) {
        if (silences.isEmpty()) {
            return "";
        }
        return silences.stream()
                .map(silence -> String.format(
                        Locale.ROOT,
                        "volume=volume=0:enable='between(t,%.4f,%.4f)',",
                        silence.fromMillis() / 1000.0 - PIECE_SECONDS,
                        silence.toMillis() / 1000.0 + PIECE_SECONDS))
                .collect(Collectors.joining("", "asetnsamples=n=" + PIECE + ":p=0,", ""));
    }

    @Override
    public void close() {
        if (chain != null) {
            chain.close();
        }
        if (encoder != null) {
            avcodec.avcodec_free_context(encoder);
        }
        avcodec.av_packet_free(packet);
        container.close();
    }
}
