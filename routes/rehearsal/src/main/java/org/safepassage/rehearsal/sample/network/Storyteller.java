package org.safepassage.rehearsal.sample.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.rehearsal.sample.language.Scene;
import org.safepassage.rehearsal.sample.network.CaseStory.Finding;
import org.safepassage.rehearsal.sample.network.CaseStory.Happening;
import org.safepassage.rehearsal.sample.network.CaseStory.Permission;
import org.safepassage.rehearsal.sample.network.CaseStory.PermittedUse;
import org.safepassage.rehearsal.sample.network.CaseStory.Saying;
import org.safepassage.rehearsal.sample.people.Persona;
import org.safepassage.schemas.Consent.Status;

/// Tells one planned case whole: cast, record texts, consents, files. The same plan and seed give the same story.
public final class Storyteller {
    private final long seed;

    /// A storyteller for one sample.
    public Storyteller(long seed) {
        this.seed = seed;
    }

    /// The whole case.
    ///
    /// @param videoBytes size of its first film; 0 leaves it as small as it is
    public CaseStory tell(CasePlan plan, long videoBytes) {
        Dice dice = Dice.of(seed, plan.number());
        Scene scene = Casting.of(plan, dice.fork());
        var told = new RecordTexts(plan, scene, dice.fork());
        var maker = new ExhibitMaker(plan, scene, dice.fork());
        String title = told.title();
        List<Happening> events = told.events();
        List<Saying> sayings = told.statements();
        List<Finding> findings = told.examinations();
        var planted = told.planted();
        Saying later = told.laterStatement();
        var plantedLater = told.planted().subList(planted.size(), told.planted().size());
        return new CaseStory(
                plan,
                scene,
                title,
                events,
                sayings,
                findings,
                consents(plan, scene, dice.fork()),
                maker.all(videoBytes),
                plan.updated() ? List.of(maker.later()) : List.of(),
                later,
                planted,
                plantedLater);
    }

    private static List<Permission> consents(CasePlan plan, Scene scene, Dice dice) {
        var consents = new ArrayList<Permission>();
        LocalDate given = scene.day().plusDays(dice.between(5, 200));
        ConsentStory story = plan.consent();
        Status status = switch (story) {
            case REFUSED -> Status.REFUSED;
            case UNCLEAR -> Status.UNCLEAR;
            case WITHDRAWN -> Status.WITHDRAWN;
            default -> Status.GIVEN;
        };
        consents.add(new Permission(scene.person('C').id(), status, given, scopes(story)));
        Persona witness = scene.person('W');
        if (dice.percent(50)) {
            ConsentStory ofWitness = dice.percent(40) ? ConsentStory.BOTH_BY_NAME : ConsentStory.BOTH;
            consents.add(new Permission(witness.id(), Status.GIVEN, given.plusDays(2), scopes(ofWitness)));
        }
        return consents;
    }

    private static List<PermittedUse> scopes(ConsentStory story) {
        boolean byName = story == ConsentStory.BOTH_BY_NAME;
        String until = story == ConsentStory.EXPIRED ? "2024-12-31" : "";
        List<String> categories = List.of(story == ConsentStory.OTHER_CATEGORY ? "torture" : "*");
        var iapb = new PermittedUse("iapb", "accountability", categories, byName, until);
        var unExamination = new PermittedUse("un-examination", "un-examination", categories, byName, until);
        return switch (story) {
            case REFUSED -> List.of();
            case ONLY_IAPB -> List.of(iapb);
            case ONLY_UN_EXAMINATION -> List.of(unExamination);
            default -> List.of(iapb, unExamination);
        };
    }
}
