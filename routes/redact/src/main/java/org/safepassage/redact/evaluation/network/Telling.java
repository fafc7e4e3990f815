package org.safepassage.redact.evaluation.network;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.evaluation.network.SampledCase.Planted;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.Role;

/// What has to become of planted forms in one case for one recipient. Immutable, made once for all documents.
final class Telling {
    private final Set<String> permitted;
    private final Set<String> perpetrators;
    private final Set<String> allowedWords = new HashSet<>();
    private final NameBeginnings beginnings;
    private final Set<String> namesakes = new HashSet<>();

    Telling(SampledCase sampled, Allowance allowance) {
        this.permitted = sampled.persons().stream()
                .filter(allowance::names)
                .map(Person::id)
                .collect(Collectors.toSet());
        this.perpetrators = sampled.persons().stream()
                .filter(person -> person.role() == Role.ALLEGED_PERPETRATOR && permitted.contains(person.id()))
                .map(Person::id)
                .collect(Collectors.toSet());
        sampled.planted().stream()
                .filter(form -> form.isName() && permitted.contains(form.person()))
                .forEach(form -> allowedWords.addAll(Words.of(form.value())));
        this.beginnings = new NameBeginnings(sampled.planted());
        sampled.planted().stream()
                .filter(form -> form.type().equals("PERSON.SURNAME") && likeSomebodyElse(form))
                .forEach(form -> namesakes.add(form.person()));
    }

    /// Whether the form may stand nowhere.
    boolean mustGo(Planted form) {
        return form.isDirect()
                && !permitted.contains(form.person())
                && !(form.isName() && allowedWords.containsAll(Words.of(form.value())));
    }

    /// Whether the form is a perpetrator's who may be named, and can be nobody else's. Of a spoilt form the surname
    /// says whose it can be, since its own letters may be any.
    boolean shouldStay(Planted form) {
        return form.isName()
                && perpetrators.contains(form.person())
                && !(form.isSpoilt() && namesakes.contains(form.person()))
                && !likeSomebodyElse(form);
    }

    private boolean likeSomebodyElse(Planted form) {
        return Words.of(form.value()).stream().anyMatch(word -> beginnings.likeSomebodyElse(word, form.person()));
    }
}
