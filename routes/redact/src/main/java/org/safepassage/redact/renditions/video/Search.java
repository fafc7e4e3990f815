package org.safepassage.redact.renditions.video;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.renditions.pictures.Doubt;
import org.safepassage.redact.renditions.pictures.FrameSearch;
import org.safepassage.redact.renditions.pictures.Region;

/// The first pass through a film: decides which frames are searched and how, and keeps what is found as tracks. Every
/// frame is compared with the last searched one, so that nothing that changes the picture waits for the next step. For
/// one thread.
final class Search implements Frames.Taker, AutoCloseable {
    /// Width of the frames that are compared, and of those in which things are followed.
    private static final int TINY = 64;

    private static final int SMALL = 640;
    /// Mean differences of brightness, of 255: something moved; another scene.
    private static final double MOVED = 8;

    private static final double CUT = 30;

    private final FrameSearch search;
    private final VideoSettings settings;
    private final Tracks tracks = new Tracks();
    private final Set<VideoDoubt> doubts = EnumSet.noneOf(VideoDoubt.class);
    private @Nullable Mat compared;
    private long searched = Long.MIN_VALUE / 2;
    private long searchedSlowly = Long.MIN_VALUE / 2;
    private long frames;
    private long micros;

    Search(FrameSearch search, VideoSettings settings) {
        this.search = search;
        this.settings = settings;
    }

    @Override
    public void take(FilmFrame frame) throws VideoRefused {
        frames = frame.number() + 1;
        micros = frame.micros();
        Mat tiny = frame.grey(TINY);
        double moved = compared == null ? 255 : difference(compared, tiny);
        boolean due = frame.micros() - searched >= settings.stepMillis() * 1000L || moved > MOVED;
        if (!due) {
            tiny.close();
            return;
        }
        if (compared != null) {
            compared.close();
        }
        compared = tiny;
        searched = frame.micros();
        boolean cut = moved > CUT;
        tracks.look(frame, frame.grey(SMALL), found(frame, cut), cut);
    }

    private List<Region> found(FilmFrame frame, boolean cut) {
        BufferedImage picture = frame.picture();
        boolean slowly = cut || frame.micros() - searchedSlowly >= settings.slowStepMillis() * 1000L;
        FrameSearch.Found faces = slowly ? search.facesThoroughly(picture) : search.faces(picture);
        var regions = new ArrayList<>(faces.regions());
        if (faces.doubts().contains(Doubt.DETECTORS_DISAGREE)) {
            doubts.add(VideoDoubt.DETECTORS_DISAGREE);
        }
        if (slowly) {
            searchedSlowly = frame.micros();
            FrameSearch.Found words = search.words(picture);
            regions.addAll(words.regions());
            if (words.doubts().contains(Doubt.WORDS_ILLEGIBLE)) {
                doubts.add(VideoDoubt.WORDS_ILLEGIBLE);
            }
            if (words.doubts().contains(Doubt.WORDS_UNSEARCHED)) {
                doubts.add(VideoDoubt.WORDS_UNSEARCHED);
            }
        }
        return regions;
    }

    private static double difference(Mat one, Mat other) {
        try (var apart = new Mat()) {
            opencv_core.absdiff(one, other, apart);
            try (Scalar mean = opencv_core.mean(apart)) {
                return mean.get(0);
            }
        }
    }

    /// All tracks; nothing is taken in any more.
    List<Track> tracks() {
        return tracks.end();
    }

    /// What came up, each once.
    Set<VideoDoubt> doubts() {
        var all = EnumSet.copyOf(tracks.doubts().isEmpty() ? EnumSet.noneOf(VideoDoubt.class) : tracks.doubts());
        all.addAll(doubts);
        return all;
    }

    /// How many frames there were.
    long frames() {
        return frames;
    }

    /// Time of the last one.
    long micros() {
        return micros;
    }

    @Override
    public void close() {
        tracks.close();
        if (compared != null) {
            compared.close();
        }
    }
}
