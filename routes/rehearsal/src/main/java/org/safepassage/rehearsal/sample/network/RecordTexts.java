package org.safepassage.rehearsal.sample.network;

import java.util.ArrayList;
import java.util.List;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.rehearsal.sample.language.Narrator;
import org.safepassage.rehearsal.sample.language.Phrasebook;
import org.safepassage.rehearsal.sample.language.Scene;
import org.safepassage.rehearsal.sample.network.CaseStory.Finding;
import org.safepassage.rehearsal.sample.network.CaseStory.Happening;
import org.safepassage.rehearsal.sample.network.CaseStory.Saying;
import org.safepassage.rehearsal.sample.people.Persona;
import org.safepassage.rehearsal.sample.truth.Planted;

/// The texts of a partner's record: its title, events, statements and findings, in the language of the case.
final class RecordTexts {
    private static final String PLACE = "record";

    private final CasePlan plan;
    private final Scene scene;
    private final Dice dice;
    private final Narrator narrator;
    private final Phrasebook phrases;

    RecordTexts(CasePlan plan, Scene scene, Dice dice) {
        this.plan = plan;
        this.scene = scene;
        this.dice = dice;
        this.narrator = new Narrator(scene, plan.language(), dice);
        this.phrases = Phrasebook.of(plan.language());
    }

    String title() {
        return sentences("title.record", 1);
    }

    List<Happening> events() {
        var dates = new PartnerDates(plan.partner(), dice);
        var events = new ArrayList<Happening>();
        events.add(event("arrest", dates.of(scene.day()), "say.arrest"));
        events.add(event("detention", dates.of(scene.day()), "third"));
        if (!plan.categories().equals(List.of("arbitrary-detention"))) {
            events.add(event("ill-treatment", dates.rangeFrom(scene.day()), "say.beating"));
        }
        if (dice.percent(20)) {
            events.add(event("threat", dates.malformed(scene.day()), "say.after"));
        }
        return events;
    }

    List<Saying> statements() {
        var dates = new PartnerDates(plan.partner(), dice);
        var sayings = new ArrayList<Saying>();
        sayings.add(saying(scene.person('C'), dates, "say.beating", "say.after"));
        if (dice.percent(50)) {
            sayings.add(saying(scene.person('W'), dates, "saw", "saw"));
        }
        return sayings;
    }

    List<Finding> examinations() {
        var dates = new PartnerDates(plan.partner(), dice);
        Persona doctor = scene.person('D');
        return plan.documents().stream()
                        .anyMatch(
                                paper -> paper.kind() == org.safepassage.rehearsal.sample.language.DocumentKind.MEDICAL)
                ? List.of(new Finding(
                        scene.person('C').id(),
                        doctor.id(),
                        dates.of(scene.day().plusDays(3)),
                        sentences("body.medical", 5)))
                : List.of();
    }

    Saying laterStatement() {
        return saying(scene.person('C'), new PartnerDates(plan.partner(), dice), "say.people", "say.cell");
    }

    /// What has been planted in the texts told so far.
    List<Planted> planted() {
        return narrator.planted();
    }

    private Happening event(String kind, String date, String section) {
        return new Happening(kind, date, scene.town(), scene.station(), sentences(section, 2));
    }

    private Saying saying(Persona who, PartnerDates dates, String first, String second) {
        String words = sentences(first, 4) + " " + sentences(second, 3);
        return new Saying(who.id(), plan.language().tag(), dates.of(scene.day().plusDays(dice.between(4, 30))), words);
    }

    private String sentences(String section, int count) {
        List<String> fit = dice.shuffled(
                phrases.section(section).stream().filter(narrator::fits).toList());
        return String.join(
                " ",
                fit.stream()
                        .limit(count)
                        .map(phrase -> narrator.say(PLACE, phrase))
                        .toList());
    }
}
