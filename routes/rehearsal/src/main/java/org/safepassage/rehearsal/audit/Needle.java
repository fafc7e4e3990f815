package org.safepassage.rehearsal.audit;

import java.util.List;

/// One identity as it is searched for.
///
/// @param form where it was planted first
/// @param words its words, folded
/// @param compact its letters and digits, folded
/// @param distinctive whether it is so telling that it may occur in no consignment at all, whatever the case: full
///     names, numbers, addresses of mail; a single name may be shared by chance and is searched for in its own case
/// only
record Needle(PlantedForm form, List<String> words, String compact, boolean distinctive) {
    /// Shorter than this, letters and digits in a row occur by chance once what divides them is ignored.
    private static final int LEAST_COMPACT = 9;

    static Needle of(PlantedForm form, String value) {
        var folded = Folding.folded(value);
        var words = Folding.words(folded);
        return new Needle(form, List.copyOf(words), Folding.compact(folded), isDistinctive(form, words));
    }

    private static boolean isDistinctive(PlantedForm form, List<String> words) {
        if (form.isName()) {
            return words.size() >= 2
                    && words.stream().filter(word -> word.length() >= 3).count() >= 2;
        }
        return switch (form.type()) {
            case String type when type.contains("BIRTH") || type.startsWith("DATE") -> false;
            case String type when type.contains("WORK") || type.startsWith("ORGANISATION") -> false;
            case String type when type.startsWith("LOCATION") && !type.contains("ADDRESS") -> false;
            case String type when type.startsWith("DEMOGRAPHIC") || type.startsWith("QUANTITY") -> false;
            default -> Folding.compact(Folding.folded(form.value())).length() >= 5;
        };
    }

    /// Whether it can be searched for without regard to what divides its letters and digits.
    boolean isLong() {
        return compact.length() >= LEAST_COMPACT;
    }

    /// Whether it can be told from chance in bytes that may be no text at all.
    boolean survivesNoise() {
        return compact.length() >= 6;
    }
}
