package org.safepassage.rehearsal.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

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

    private final PlantedIdentities planted;
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
        this.planted = new PlantedIdentities(truth);
    }

    /// How many distinct identities are planted.
    public int planted() {
        return planted.count();
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
        var sought = planted.soughtIn(consignment.caseId(), consignment.recipient());
        var leaks = new LinkedHashMap<List<String>, Leak>();
        try (var files = Files.walk(consignment.folder())) {
            for (var file : files.sorted().toList()) {
                var name = consignment.folder().relativize(file).toString();
                Consumer<Reading> look = reading -> {
                    sought.in(reading).forEach(needle -> {
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
}
