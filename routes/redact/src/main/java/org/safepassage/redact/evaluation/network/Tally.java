package org.safepassage.redact.evaluation.network;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.safepassage.redact.check.CheckResult;
import org.safepassage.redact.check.Hit;
import org.safepassage.redact.evaluation.Figure;
import org.safepassage.redact.evaluation.Goal;
import org.safepassage.redact.evaluation.Measure;
import org.safepassage.redact.evaluation.Place;
import org.safepassage.redact.evaluation.Rate;
import org.safepassage.redact.evaluation.network.SampledCase.Planted;

/// What became of all cases for one recipient. For one thread.
final class Tally {
    private static final String CORPUS = "sample network";

    private final String recipient;
    private final Consumer<NetworkMiss> missed;
    private long forms;
    private long left;
    private long names;
    private long gone;
    private long consignments;
    private long held;

    Tally(String recipient, Consumer<NetworkMiss> missed) {
        this.recipient = recipient;
        this.missed = missed;
    }

    /// Counts a document's planted forms in what it said and in what is left of it.
    void document(SampledCase sampled, String file, Telling telling, String source, String rendition) {
        var before = new SpacedText(source);
        var after = new SpacedText(rendition);
        for (Planted form : sampled.plantedIn(file)) {
            long stood = before.count(form.value());
            if (stood > 0 && telling.mustGo(form)) {
                forms++;
                if (after.count(form.value()) > 0) {
                    left++;
                    miss(sampled, file, form.person(), form.type(), Measure.PLANTED_LEFT);
                }
            } else if (stood > 0 && telling.shouldStay(form)) {
                long lost = Math.max(0, stood - after.count(form.value()));
                names += stood;
                gone += lost;
                if (lost > 0) {
                    miss(sampled, file, form.person(), form.type(), Measure.WRONGLY_REMOVED);
                }
            }
        }
    }

    /// Counts what the exit check said.
    void consignment(SampledCase sampled, CheckResult result) {
        consignments++;
        switch (result) {
            case CheckResult.Clean clean -> {}
            case CheckResult.Leaks leaks -> {
                held++;
                for (Hit hit : leaks.hits()) {
                    miss(sampled, hit.file(), hit.place(), hit.type(), Measure.CHECK_HELD);
                }
            }
            case CheckResult.Unreadable unreadable -> {
                held++;
                miss(sampled, unreadable.file(), unreadable.why(), "", Measure.CHECK_HELD);
            }
        }
    }

    List<Figure> figures() {
        return List.of(
                figure(Measure.PLANTED_LEFT, left, forms, Optional.of(Goal.atMost(0))),
                figure(Measure.WRONGLY_REMOVED, gone, names, Optional.of(Goal.atMost(0.02))),
                figure(Measure.CHECK_HELD, held, consignments, Optional.empty()));
    }

    private Figure figure(Measure measure, long part, long whole, Optional<Goal> goal) {
        return new Figure(CORPUS, "", Place.AS_WRITTEN, recipient, measure, new Rate(part, whole), goal);
    }

    private void miss(SampledCase sampled, String file, String place, String type, Measure measure) {
        missed.accept(new NetworkMiss(CORPUS, sampled.id(), recipient, file, place, type, measure));
    }
}
