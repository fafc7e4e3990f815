package org.safepassage.rehearsal.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The identities of one sample, and which of them may not stand in a consignment. Immutable, so thread-safe.
final class PlantedIdentities {
    private final int count;
    private final Map<String, List<Needle>> byCase = new LinkedHashMap<>();
    private final Map<String, CaseTruth> cases = new HashMap<>();
    private final NeedleSet distinctive;

    PlantedIdentities(GroundTruth truth) {
        this.count = truth.forms().stream()
                .map(form -> List.of(form.caseId(), form.person(), form.type(), form.value()))
                .collect(Collectors.toSet())
                .size();
        truth.cases().forEach(found -> cases.put(found.id(), found));
        for (var form : truth.forms()) {
            var needles = byCase.computeIfAbsent(form.caseId(), number -> new ArrayList<>());
            needles.add(Needle.of(form, form.value()));
            if (!form.base().isBlank()) {
                needles.add(Needle.of(form, form.base()));
            }
            nationalNumber(form).ifPresent(number -> needles.add(Needle.of(form, number)));
        }
        byCase.replaceAll((number, needles) -> eachOnce(needles));
        this.distinctive = new NeedleSet(byCase.values().stream()
                .flatMap(List::stream)
                .filter(Needle::distinctive)
                .toList());
    }

    /// How many distinct ones there are (case, person, type, value).
    int count() {
        return count;
    }

    /// What may not stand in a consignment of this case to this recipient.
    Sought soughtIn(String caseId, String recipient) {
        var own = byCase.getOrDefault(caseId, List.of());
        var permitted = cases.containsKey(caseId) ? cases.get(caseId).permittedTo(recipient) : Set.<String>of();
        var allowed = allowed(own, permitted);
        var local = new NeedleSet(
                own.stream().filter(needle -> isForbidden(needle, allowed)).toList());
        return new Sought(local, distinctive, allowed);
    }

    /// The forms of the case's own persons who may not be named, and the telling forms of all others.
    ///
    /// @param allowed forms, written as one, that point to somebody who may be named
    record Sought(NeedleSet local, NeedleSet distinctive, Set<String> allowed) {
        /// Those that stand in what was read.
        Set<Needle> in(Reading reading) {
            var found = new LinkedHashSet<Needle>(local.in(reading.text(), reading.noisy(), allowed));
            distinctive.in(reading.text(), reading.noisy(), allowed).stream()
                    .filter(needle -> isForbidden(needle, allowed))
                    .forEach(found::add);
            return found;
        }

        @Override
        public String toString() {
            return "Sought[]";
        }
    }

    private static List<Needle> eachOnce(List<Needle> needles) {
        var unique = new LinkedHashMap<String, Needle>();
        for (Needle needle : needles) {
            if (needle.compact().length() >= 2) {
                var form = needle.form();
                unique.putIfAbsent(form.person() + "|" + form.type() + "|" + String.join(" ", needle.words()), needle);
            }
        }
        return List.copyOf(unique.values());
    }

    /// The nine digits of a telephone number that are the same with and without the country's code.
    private static Optional<String> nationalNumber(PlantedForm form) {
        var digits = form.value().replaceAll("[^0-9]", "");
        return form.type().contains("PHONE") && digits.length() > 9
                ? Optional.of(digits.substring(digits.length() - 9))
                : Optional.empty();
    }

    private static Set<String> allowed(List<Needle> own, Set<String> permitted) {
        var allowed = new HashSet<String>();
        own.stream()
                .filter(needle -> permitted.contains(needle.form().person()))
                .forEach(needle -> {
                    allowed.add(needle.compact());
                    if (needle.form().isName()) {
                        allowed.addAll(runs(needle.words()));
                    }
                });
        return allowed;
    }

    /// Every word by itself and every row of neighbouring words, written as one.
    private static Set<String> runs(List<String> words) {
        var runs = new HashSet<String>();
        for (int from = 0; from < words.size(); from++) {
            var run = new StringBuilder();
            for (String word : words.subList(from, words.size())) {
                runs.add(run.append(word).toString());
            }
        }
        return runs;
    }

    private static boolean isForbidden(Needle needle, Set<String> allowed) {
        return !allowed.contains(needle.compact());
    }
}
