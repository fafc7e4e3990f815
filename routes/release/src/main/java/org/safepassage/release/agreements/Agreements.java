package org.safepassage.release.agreements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The agreements that are configured, by name. Immutable; a changed folder is loaded anew.
public final class Agreements {
    private final Map<String, Agreement> byName;

    private Agreements(Map<String, Agreement> byName) {
        this.byName = Map.copyOf(byName);
    }

    /// These agreements, of which no two may have one name.
    ///
    /// @throws IllegalArgumentException when a name is there twice
    public static Agreements of(Collection<Agreement> agreements) {
        var byName = new TreeMap<String, Agreement>();
        for (Agreement agreement : agreements) {
            if (byName.put(agreement.name(), agreement) != null) {
                throw new IllegalArgumentException("two agreements are named " + agreement.name());
            }
        }
        return new Agreements(byName);
    }

    /// Reads every `*.yaml` of the folder, hidden files aside. All files are read before it gives up, so that an
    /// operator sees every problem at once.
    ///
    /// @throws InvalidAgreementsException when any file is not a valid agreement
    /// @throws IOException when the folder or a file cannot be read
    public static Agreements load(Path folder) throws IOException, InvalidAgreementsException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(Agreements::isAgreement).sorted().toList();
        }
        var problems = new ArrayList<String>();
        var agreements = new ArrayList<Agreement>();
        var reader = new AgreementReader();
        for (Path file : files) {
            reader.read(file, problems).ifPresent(agreements::add);
        }
        if (!problems.isEmpty()) {
            throw new InvalidAgreementsException(problems);
        }
        return of(agreements);
    }

    /// The agreement of this name.
    public Optional<Agreement> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// All agreements, sorted by name.
    public List<Agreement> all() {
        return List.copyOf(new TreeMap<>(byName).values());
    }

    private static boolean isAgreement(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") && !name.startsWith(".");
    }
}
