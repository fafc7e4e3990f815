package org.safepassage.rehearsal.sample.network;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.rehearsal.sample.documents.Caption;
import org.safepassage.rehearsal.sample.documents.JpegFile;
import org.safepassage.rehearsal.sample.documents.Mp4File;
import org.safepassage.rehearsal.sample.documents.PngFile;
import org.safepassage.rehearsal.sample.language.Narrator;
import org.safepassage.rehearsal.sample.language.Phrasebook;
import org.safepassage.rehearsal.sample.language.Scene;
import org.safepassage.rehearsal.sample.people.Persona;
import org.safepassage.rehearsal.sample.truth.Planted;
import org.safepassage.schemas.Exhibit;
import org.safepassage.schemas.Extraction;

/// Makes the photographs and films of one case. What a camera tells of its owner is in them: description, author,
/// place of the complainant's home.
final class MediaMaker {
    private static final int PNG_PERCENT = 8;
    private static final int LOCATED_PERCENT = 70;

    private final CasePlan plan;
    private final Scene scene;
    private final Dice dice;
    private final ExhibitNames names;

    MediaMaker(CasePlan plan, Scene scene, ExhibitNames names, Dice dice) {
        this.plan = plan;
        this.scene = scene;
        this.dice = dice;
        this.names = names;
    }

    ExhibitFile photograph() {
        boolean png = dice.percent(PNG_PERCENT);
        var narrator = new Narrator(scene, plan.language(), dice.fork());
        Caption caption = caption(narrator, png ? "png-text" : "exif", !png && dice.percent(LOCATED_PERCENT));
        byte[] bytes = png ? PngFile.write(caption, dice.fork()) : JpegFile.write(caption, dice.fork());
        return file(
                FileWord.PHOTOGRAPH, png ? "png" : "jpg", png ? "png" : "jpeg", caption, narrator, Payload.of(bytes));
    }

    /// A film of this many bytes, or as small as it is when that is more.
    ExhibitFile video(long bytes) {
        var narrator = new Narrator(scene, plan.language(), dice.fork());
        Caption caption = caption(narrator, "video-metadata", true);
        byte[] film = Mp4File.write(caption, dice.fork());
        return file(FileWord.VIDEO, "mp4", "mp4", caption, narrator, out -> Mp4File.writeLarge(film, bytes, out));
    }

    private Caption caption(Narrator narrator, String place, boolean located) {
        List<String> captions = Phrasebook.of(plan.language()).section("caption");
        String description = narrator.say(
                place, dice.pick(captions.stream().filter(narrator::fits).toList()));
        String author = narrator.say(place, dice.percent(60) ? "{I gs}" : "{C gs}");
        LocalDateTime taken =
                scene.day().plusDays(dice.between(2, 6)).atTime(dice.between(8, 20), dice.below(60), dice.below(60));
        return new Caption(
                description,
                author,
                dice.digits(9),
                taken,
                located,
                near(scene.town().latitude()),
                near(scene.town().longitude()));
    }

    /// Somewhere in town, to four decimals.
    private double near(double degrees) {
        return Math.round((degrees + (dice.below(400) - 200) / 10_000.0) * 10_000) / 10_000.0;
    }

    private ExhibitFile file(
            FileWord word, String extension, String format, Caption caption, Narrator narrator, Payload payload) {
        Persona about = scene.person('C');
        ExhibitNames.Named named = names.of(word, about, extension);
        var planted = new ArrayList<>(narrator.planted());
        String place = planted.getFirst().place();
        if (caption.located()) {
            String where = String.format(Locale.ROOT, "%.4f, %.4f", caption.latitude(), caption.longitude());
            planted.add(new Planted(place, about.id(), about.role(), "LOCATION.GPS", where, where));
        }
        planted.addAll(named.planted());
        return new ExhibitFile(
                named.path(),
                word == FileWord.VIDEO ? Exhibit.Kind.VIDEO : Exhibit.Kind.PHOTOGRAPH,
                format,
                "und",
                0,
                new PartnerDates(plan.partner(), dice).of(caption.taken().toLocalDate()),
                Extraction.Status.NO_TEXT,
                payload,
                planted);
    }
}
