package org.safepassage.redact.recognisers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.safepassage.redact.text.Skeleton;
import org.safepassage.schemas.Sex;

/// Given names of Belarus, its neighbours and the diaspora: which spellings and everyday forms are one name. Loaded
/// once from `given-names.tsv`, which is our own; immutable.
final class GivenNames {
    private static final GivenNames STANDARD = load();

    /// One name with its spellings.
    ///
    /// @param sex of who bears it
    /// @param official spellings for papers, lower case
    /// @param everyday diminutives, lower case
    record Group(Sex sex, List<String> official, List<String> everyday) {}

    private final Map<String, List<Group>> byForm = new HashMap<>();
    private final Map<String, List<Group>> bySon = new HashMap<>();
    private final Map<String, Declension> stems = new HashMap<>();
    private final Set<String> exact = new LinkedHashSet<>();

    private GivenNames(List<Group> groups) {
        for (Group group : groups) {
            indexSons(group);
            for (List<String> names : List.of(group.official(), group.everyday())) {
                for (String name : names) {
                    index(Folding.of(name), group);
                }
            }
        }
    }

    private void index(String folded, Group group) {
        byForm.computeIfAbsent(folded, key -> new ArrayList<>()).add(group);
        exact.add(folded);
        if (folded.charAt(0) >= 0x0400) {
            Declension.stems(folded).forEach((stem, declension) -> {
                if (stem.length() > 1) {
                    stems.putIfAbsent(stem, declension);
                }
            });
        }
    }

    static GivenNames standard() {
        return STANDARD;
    }

    /// Names of which this is a base form, a spelling or an everyday form.
    List<Group> of(String name) {
        return byForm.getOrDefault(Folding.of(name), List.of());
    }

    /// Whether a word in any case of declension is a given name of the list.
    boolean contains(String word) {
        String folded = Folding.of(word);
        if (exact.contains(folded)) {
            return true;
        }
        boolean ordinary = (Lexicon.standard().of(word) & Lexicon.WORD) != 0;
        // Without an ending it is how one is called (`Сонь!`), and as good as never what is a word besides (`сон`).
        for (int cut = folded.length() - (ordinary ? 1 : 0); cut >= Math.max(2, folded.length() - 3); cut--) {
            Declension declension = stems.get(folded.substring(0, cut));
            if (declension != null && declension.takes(folded.substring(cut))) {
                return true;
            }
        }
        return false;
    }

    /// Groups in which a patronymic made from the name would be this one, by sound.
    List<Group> fathers(String patronymic) {
        return bySon.getOrDefault(Skeleton.of(Folding.of(patronymic)), List.of());
    }

    private void indexSons(Group group) {
        for (String name : group.official()) {
            if (group.sex() == Sex.MALE && name.charAt(0) >= 0x0400) {
                for (String made : Patronymics.of(name)) {
                    List<Group> fathers =
                            bySon.computeIfAbsent(Skeleton.of(Folding.of(made)), key -> new ArrayList<>(1));
                    if (!fathers.contains(group)) {
                        fathers.add(group);
                    }
                }
            }
        }
    }

    private static GivenNames load() {
        var groups = new ArrayList<Group>();
        var resource = Objects.requireNonNull(
                GivenNames.class.getResourceAsStream("given-names.tsv"), "given-names.tsv is part of the jar");
        try (var reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] fields = line.split("\t", -1);
                if (!line.startsWith("#") && fields.length >= 2) {
                    Sex sex = fields[0].equals("m") ? Sex.MALE : Sex.FEMALE;
                    groups.add(new Group(sex, words(fields[1]), fields.length > 2 ? words(fields[2]) : List.of()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new GivenNames(groups);
    }

    private static List<String> words(String field) {
        return field.isBlank() ? List.of() : List.of(field.trim().split(" +"));
    }
}
