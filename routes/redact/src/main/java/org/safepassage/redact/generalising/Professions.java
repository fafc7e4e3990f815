package org.safepassage.redact.generalising;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The group of a profession, by how its word begins. Words of two groups make nothing.
final class Professions {
    private record Group(List<String> words, Pattern beginnings) {}

    private static final List<Group> GROUPS = groups();

    private Professions() {}

    static String group(String written, String language) {
        String lower = written.toLowerCase(Locale.ROOT);
        var found = new LinkedHashSet<Group>();
        for (Group group : GROUPS) {
            if (group.beginnings().matcher(lower).find()) {
                found.add(group);
            }
        }
        return found.size() == 1 ? found.getFirst().words().get(Table.column(language)) : "";
    }

    static List<String> words() {
        return GROUPS.stream().flatMap(group -> group.words().stream()).toList();
    }

    private static List<Group> groups() {
        var groups = new ArrayList<Group>();
        for (List<String> row : Table.rows("professions.tsv")) {
            String beginnings = String.join(
                    "|",
                    List.of(row.get(4).split(",", -1)).stream()
                            .map(Pattern::quote)
                            .toList());
            groups.add(new Group(row.subList(1, 4), Pattern.compile("(?U)(?<!\\p{L})(?:" + beginnings + ")")));
        }
        return List.copyOf(groups);
    }
}
