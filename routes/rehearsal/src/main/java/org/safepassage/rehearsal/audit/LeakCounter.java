package org.safepassage.rehearsal.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Counts planted identities in what recipients got. Every surface form and base form of every person is searched for
/// in every byte of every consignment, read in every way of [Readings], [Parsers] and [Print], and in the names of its
/// files.
///
/// What is a leak in a consignment of case C to recipient R:
/// - any form of a person of C whom C's truth does not permit to R, single names included;
/// - any distinctive form (full name, number, address of mail …) of any person of any other case.
///
/// What is not: a form that equals, or is one word or several neighbouring words of, a form of a person of C who is
/// permitted to R. So a surname, or a given name with a patronymic, that a permitted perpetrator shares with a witness
/// is no leak, but the witness's full name is. Single names of other
/// cases are not searched for, since names are shared by chance. Print in pictures is recognised and searched;
/// faces and handwriting are nothing that is counted. Thread-safe.
public final class LeakCounter {
    private static final long LARGE = 64L * 1024 * 1024;
    private static final int WINDOW = 8 * 1024 * 1024;
    private static final int OVERLAP = 64 * 1024;

    private final GroundTruth truth;
    private final Map<String, List<Needle>> byCase = new LinkedHashMap<>();
    private final Map<String, CaseTruth> cases = new HashMap<>();
    private final NeedleSet distinctive;
    private final Parsers parsers = new Parsers();
    private final Print print = new Print();

    /// A consignment as it lies in its recipient's folder.
    ///
    /// @param recipient who got it
    /// @param id its id
    /// @param folder where it is unpacked
    /// @param caseId the truth's id of its case; empty when nobody knows, then nothing is permitted
    public record Unpacked(String recipient, String id, Path folder, String caseId) {}

    /// One identity in one file of one consignment. The value is an invented one, and still goes to files only.
    ///
    /// @param how the way of reading that showed it
    public record Leak(
            String recipient,
            String consignment,
            String file,
            String how,
            String caseId,
            String person,
            String type,
            String value) {
        @Override
        public String toString() {
            return "Leak[" + consignment + ", " + how + ", " + caseId + ", " + person + ", " + type + "]";
        }
    }

    /// What was counted.
    ///
    /// @param planted distinct identities (case, person, type, value) in the ground truth
    /// @param leaks one for each identity and consignment, at the first place found
    public record Count(int planted, List<Leak> leaks) {
        public Count {
            leaks = List.copyOf(leaks);
        }
    }

    /// A counter for one sample.
    public LeakCounter(GroundTruth truth) {
        this.truth = truth;
        truth.cases().forEach(found -> cases.put(found.id(), found));
        for (var form : truth.forms()) {
            var needles = byCase.computeIfAbsent(form.caseId(), number -> new ArrayList<>());
            needles.add(Needle.of(form, form.value()));
            if (!form.base().isBlank()) {
                needles.add(Needle.of(form, form.base()));
            }
            nationalNumber(form).ifPresent(number -> needles.add(Needle.of(form, number)));
        }
        byCase.replaceAll((number, needles) -> needles.stream()
                .filter(needle -> needle.compact().length() >= 2)
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(
                                needle -> needle.form().person() + "|"
                                        + needle.form().type() + "|" + String.join(" ", needle.words()),
                                needle -> needle,
                                (first, second) -> first,
                                LinkedHashMap::new),
                        unique -> List.copyOf(unique.values()))));
        this.distinctive = new NeedleSet(byCase.values().stream()
                .flatMap(List::stream)
                .filter(Needle::distinctive)
                .toList());
    }

    /// The nine digits of a telephone number that are the same with and without the country's code.
    private static Optional<String> nationalNumber(PlantedForm form) {
        var digits = form.value().replaceAll("[^0-9]", "");
        return form.type().contains("PHONE") && digits.length() > 9
                ? Optional.of(digits.substring(digits.length() - 9))
                : Optional.empty();
    }

    /// How many distinct identities are planted.
    public int planted() {
        var distinct = new HashSet<List<String>>();
        truth.forms().forEach(form -> distinct.add(List.of(form.caseId(), form.person(), form.type(), form.value())));
        return distinct.size();
    }

    /// Counts over all consignments.
    ///
    /// @throws IOException when a consignment's files cannot be read
    public Count count(List<Unpacked> consignments) throws IOException {
        var leaks = new ArrayList<Leak>();
        try (var cores = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var searches = new ArrayList<Future<List<Leak>>>();
            for (var consignment : consignments) {
                searches.add(cores.submit(() -> search(consignment)));
            }
            for (var search : searches) {
                leaks.addAll(found(search));
            }
        }
        return new Count(planted(), leaks);
    }

    private static List<Leak> found(Future<List<Leak>> search) throws IOException {
        try {
            return search.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException("a consignment could not be searched", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while searching consignments", interrupted);
        }
    }

    private List<Leak> search(Unpacked consignment) throws IOException {
        var own = byCase.getOrDefault(consignment.caseId(), List.of());
        var permitted = cases.containsKey(consignment.caseId())
                ? cases.get(consignment.caseId()).permittedTo(consignment.recipient())
                : Set.<String>of();
        var allowed = allowed(own, permitted);
        var local = new NeedleSet(
                own.stream().filter(needle -> isForbidden(needle, allowed)).toList());
        var leaks = new LinkedHashMap<List<String>, Leak>();
        try (var files = Files.walk(consignment.folder())) {
            for (var file : files.sorted().toList()) {
                var name = consignment.folder().relativize(file).toString();
                Consumer<Reading> look = reading -> {
                    var found = new LinkedHashSet<Needle>(local.in(reading.text(), reading.noisy(), allowed));
                    distinctive.in(reading.text(), reading.noisy(), allowed).stream()
                            .filter(needle -> isForbidden(needle, allowed))
                            .forEach(found::add);
                    found.forEach(needle -> {
                        var form = needle.form();
                        leaks.putIfAbsent(
                                List.of(form.caseId(), form.person(), form.type(), needle.compact()),
                                new Leak(
                                        consignment.recipient(),
                                        consignment.id(),
                                        name,
                                        reading.how(),
                                        form.caseId(),
                                        form.person(),
                                        form.type(),
                                        form.value()));
                    });
                };
                look.accept(new Reading("file name", name, false));
                if (Files.isRegularFile(file)) {
                    read(file, look);
                }
            }
        }
        return List.copyOf(leaks.values());
    }

    private void read(Path file, Consumer<Reading> look) throws IOException {
        if (Files.size(file) <= LARGE) {
            Readings.of(Files.readAllBytes(file), look);
        } else {
            try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
                for (long from = 0; from < bytes.length(); from += WINDOW - OVERLAP) {
                    var window = new byte[(int) Math.min(WINDOW, bytes.length() - from)];
                    bytes.seek(from);
                    bytes.readFully(window);
                    Readings.of(window, look);
                }
            }
        }
        parsers.read(file, look);
        print.read(file, look);
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
