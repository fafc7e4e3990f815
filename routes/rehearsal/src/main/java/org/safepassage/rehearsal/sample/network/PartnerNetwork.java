package org.safepassage.rehearsal.sample.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.rehearsal.sample.SampleNetwork.Options;
import org.safepassage.rehearsal.sample.Summary;

/// Writes every case of a sample to its partner, one at a time, so that thousands need no memory.
public final class PartnerNetwork {
    private static final long SHAPE = 0;

    private PartnerNetwork() {}

    /// Writes the partners' folders and the truth below `out`.
    ///
    /// @throws IOException when the disk refuses
    public static Summary write(Options options, Path out, Consumer<Integer> progress) throws IOException {
        List<CasePlan> plans = new Shape(options.cases(), Dice.of(options.seed(), SHAPE)).plans();
        int filmed = filmed(plans, options);
        Path partners = out.resolve("partners");
        var tally = new Tally(options);
        var teller = new Storyteller(options.seed());
        try (var casebase = new Casebase(partners.resolve(Partner.CASEBASE.word()));
                var fieldnotes = new Fieldnotes(partners.resolve(Partner.FIELDNOTES.word()));
                var sharehub = new Sharehub(partners.resolve(Partner.SHAREHUB.word()));
                var truth = new GroundTruth(out.resolve("truth"))) {
            Map<Partner, PartnerFolder> folders = new EnumMap<>(
                    Map.of(Partner.CASEBASE, casebase, Partner.FIELDNOTES, fieldnotes, Partner.SHAREHUB, sharehub));
            for (CasePlan plan : plans) {
                CaseStory story = teller.tell(plan, plan.number() == filmed ? options.videoBytes() : 0);
                truth.add(
                        story,
                        java.util.Objects.requireNonNull(folders.get(plan.partner()))
                                .add(story));
                tally.add(story);
                progress.accept(plan.number());
            }
            return tally.summary(truth.planted());
        }
    }

    /// The number of the first case with a film, 0 for none.
    private static int filmed(List<CasePlan> plans, Options options) {
        int first = plans.stream()
                .filter(plan -> plan.videos() > 0)
                .mapToInt(CasePlan::number)
                .findFirst()
                .orElse(0);
        if (first == 0 && options.videoBytes() > 0) {
            throw new IllegalArgumentException("a sample of fewer than three cases has no video to be made larger");
        }
        return first;
    }
}
