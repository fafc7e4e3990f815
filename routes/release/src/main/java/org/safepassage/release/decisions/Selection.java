package org.safepassage.release.decisions;

import java.util.Locale;
import java.util.Set;
import org.safepassage.schemas.CaseFile;

/// Which case files an exchange is about at all. What it does not select is never decided, and is no refusal.
/// Immutable.
///
/// @param categories at least one of them must be the case's; empty selects all
/// @param languages at least one statement must be in one of them, compared by the primary BCP 47 subtag, so that `be`
///     selects `be-tarask`; empty selects all, and a case without any statement is selected only by empty
public record Selection(Set<String> categories, Set<String> languages) {
    public Selection {
        categories = Set.copyOf(categories);
        languages = Set.copyOf(languages);
    }

    /// Selects every case file.
    public static Selection everything() {
        return new Selection(Set.of(), Set.of());
    }

    /// Whether the exchange is about this case file.
    public boolean selects(CaseFile caseFile) {
        return selectsCategory(caseFile) && selectsLanguage(caseFile);
    }

    private boolean selectsCategory(CaseFile caseFile) {
        return categories.isEmpty() || caseFile.categories().stream().anyMatch(categories::contains);
    }

    private boolean selectsLanguage(CaseFile caseFile) {
        return languages.isEmpty()
                || caseFile.statements().stream()
                        .map(statement -> primary(statement.language()))
                        .anyMatch(spoken -> languages.stream()
                                .anyMatch(wanted -> primary(wanted).equals(spoken)));
    }

    private static String primary(String tag) {
        int hyphen = tag.indexOf('-');
        return (hyphen < 0 ? tag : tag.substring(0, hyphen)).toLowerCase(Locale.ROOT);
    }
}
