package org.safepassage.rehearsal.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safepassage.rehearsal.stage.Json;
import org.safepassage.rehearsal.stage.Reception;
import org.safepassage.schemas.Receipt;

/// What one recipient's own folder tells.
///
/// @param recipient whose
/// @param folder where
/// @param receptions its journal, in order
record RecipientFolder(String recipient, Path folder, List<Reception> receptions) {
    RecipientFolder {
        receptions = List.copyOf(receptions);
    }

    /// Reads the folder.
    ///
    /// @throws IOException when the journal cannot be read
    static RecipientFolder read(String recipient, Path folder) throws IOException {
        var receptions = new ArrayList<Reception>();
        var journal = folder.resolve("received.jsonl");
        if (Files.exists(journal)) {
            for (var line : Files.readAllLines(journal, StandardCharsets.UTF_8)) {
                receptions.add(Json.MAPPER.readValue(line, Reception.class));
            }
        }
        return new RecipientFolder(recipient, folder, receptions);
    }

    /// How often each id arrived.
    Map<String, Long> arrivals() {
        return receptions.stream().collect(Collectors.groupingBy(Reception::consignment, Collectors.counting()));
    }

    /// How many packages came again.
    long duplicated() {
        return receptions.stream()
                .filter(reception -> reception.kind() == Reception.Kind.DUPLICATE)
                .count();
    }

    /// Whether a package with this id lies here, was taken once, and its bag was complete and unchanged.
    boolean holdsOnce(String consignment) {
        return arrivals().getOrDefault(consignment, 0L) == 1
                && Files.isRegularFile(folder.resolve("encrypted").resolve(consignment + ".tar.gpg"))
                && receptions.stream()
                        .anyMatch(reception -> reception.consignment().equals(consignment)
                                && reception.status() == Receipt.Status.ACCEPTED);
    }

    /// Where a package is unpacked.
    Path unpacked(String consignment) {
        return folder.resolve("unpacked").resolve(consignment);
    }
}
