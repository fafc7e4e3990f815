package org.safepassage.rehearsal.sample.people;

import static org.safepassage.rehearsal.sample.people.Declension.endsIn;
import static org.safepassage.rehearsal.sample.people.Declension.inflect;

import org.safepassage.schemas.Sex;

/// Russian names through the cases: the classes of the school grammar that our tables of names need.
final class RussianDeclension implements Declension {
    private static final String HUSHING = "жшчщц";
    private static final String SEVEN_LETTERS = "гкхжшчщ";

    @Override
    public String surname(String name, Sex sex, GrammaticalCase to) {
        if (name.endsWith("ая")) {
            return inflect(name, 2, to, "ой", "ой", "ую", "ой", "ой");
        }
        boolean possessive = name.matches(".*([оеё]в|[иы]н)");
        if (name.matches(".*([оеё]в|[иы]н)а") && sex == Sex.FEMALE) {
            return name.equals("Дубина") ? given(name, sex, to) : inflect(name, 1, to, "ой", "ой", "у", "ой", "ой");
        }
        if (name.endsWith("о") || (sex == Sex.FEMALE && !endsIn(name, "ая"))) {
            return name;
        }
        if (name.matches(".*([сц]кий)")) {
            return inflect(name, 2, to, "ого", "ому", "ого", "им", "ом");
        }
        return possessive ? inflect(name, 0, to, "а", "у", "а", "ым", "е") : given(name, sex, to);
    }

    @Override
    public String given(String name, Sex sex, GrammaticalCase to) {
        String stem = name.equals("Павел") ? "Павл" : name.equals("Пётр") ? "Петр" : name;
        if (name.endsWith("ия")) {
            return inflect(name, 1, to, "и", "и", "ю", "ей", "и");
        }
        if (name.endsWith("я")) {
            return inflect(name, 1, to, "и", "е", "ю", "ей", "е");
        }
        if (name.endsWith("а")) {
            String root = name.substring(0, name.length() - 1);
            return inflect(
                    name,
                    1,
                    to,
                    endsIn(root, SEVEN_LETTERS) ? "и" : "ы",
                    "е",
                    "у",
                    endsIn(root, HUSHING) ? "ей" : "ой",
                    "е");
        }
        if (name.endsWith("ый")) {
            return inflect(name, 2, to, "ого", "ому", "ого", "ым", "ом");
        }
        if (name.endsWith("ий")) {
            return inflect(name, 1, to, "я", "ю", "я", "ем", "и");
        }
        if (endsIn(name, "йь")) {
            return inflect(name, 1, to, "я", "ю", "я", "ем", "е");
        }
        if (name.endsWith("ёк")) {
            return inflect(name, 2, to, "ька", "ьку", "ька", "ьком", "ьке");
        }
        if (to == GrammaticalCase.NOMINATIVE) {
            return name;
        }
        return inflect(stem, 0, to, "а", "у", "а", endsIn(stem, HUSHING) ? "ем" : "ом", "е");
    }

    @Override
    public String patronymic(String name, GrammaticalCase to) {
        return name.endsWith("а")
                ? inflect(name, 1, to, "ы", "е", "у", "ой", "е")
                : inflect(name, 0, to, "а", "у", "а", "ем", "е");
    }
}
