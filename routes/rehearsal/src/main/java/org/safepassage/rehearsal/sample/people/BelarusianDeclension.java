package org.safepassage.rehearsal.sample.people;

import static org.safepassage.rehearsal.sample.people.Declension.endsIn;
import static org.safepassage.rehearsal.sample.people.Declension.inflect;

import java.util.Map;
import java.util.Set;
import org.safepassage.schemas.Sex;

/// Belarusian names through the cases. The dative and locative of women's names in -а change the last consonant
/// (Вольга, Вользе; Сарока, Сароцы), men's take -у there.
final class BelarusianDeclension implements Declension {
    private static final String VELAR = "гкх";
    private static final String HARDENED = "жшчцр";
    private static final Map<String, String> OTHER_STEM = Map.of("Пётр", "Пятр", "Павел", "Паўл", "Зміцер", "Змітр");
    private static final Set<String> STRESSED_ENDING =
            Set.of("Васіль", "Каваль", "Міхась", "Пятрусь", "Юрась", "Кулік");

    @Override
    public String surname(String name, Sex sex, GrammaticalCase to) {
        boolean possessive = name.matches(".*([оаеё][ўв]|[іы]н)а?") && !name.equals("Дубіна");
        if (sex == Sex.FEMALE) {
            if (name.endsWith("ая")) {
                return inflect(name, 2, to, "ай", "ай", "ую", "ай", "ай");
            }
            if (!endsIn(name, "ая")) {
                return name;
            }
            return possessive ? inflect(name, 1, to, "ай", "ай", "у", "ай", "ай") : given(name, sex, to);
        }
        if (name.matches(".*[сц]кі")) {
            return inflect(name, 1, to, "ага", "аму", "ага", "ім", "ім");
        }
        if (possessive) {
            return name.endsWith("ў")
                    ? inflect(name, 1, to, "ва", "ву", "ва", "вым", "ве")
                    : inflect(name, 0, to, "а", "у", "а", "ым", "е");
        }
        return given(name, sex, to);
    }

    @Override
    public String given(String name, Sex sex, GrammaticalCase to) {
        if (to == GrammaticalCase.NOMINATIVE) {
            return name;
        }
        if (name.endsWith("я")) {
            return sex == Sex.FEMALE
                    ? inflect(name, 1, to, "і", "і", "ю", "яй", "і")
                    : inflect(name, 1, to, "і", "ю", "ю", "ем", "ю");
        }
        return name.endsWith("а") ? inA(name, sex, to) : masculine(name, to);
    }

    private static String inA(String name, Sex sex, GrammaticalCase to) {
        String root = name.substring(0, name.length() - 1);
        String genitive = endsIn(root, VELAR) ? "і" : "ы";
        if (sex != Sex.FEMALE) {
            return inflect(name, 1, to, genitive, "у", "у", "ам", "у");
        }
        return switch (to) {
            case DATIVE, LOCATIVE -> softened(root);
            default -> inflect(name, 1, to, genitive, "", "у", "ай", "");
        };
    }

    /// Вольг → Вользе, Сарок → Сароцы, Март → Марце, Вер → Веры.
    private static String softened(String root) {
        String before = root.substring(0, root.length() - 1);
        char last = root.charAt(root.length() - 1);
        return switch (last) {
            case 'г' -> before + "зе";
            case 'к' -> before + "цы";
            case 'х' -> before + "се";
            case 'т' -> before + "це";
            case 'д' -> before + "дзе";
            default -> root + (HARDENED.indexOf(last) >= 0 ? "ы" : "е");
        };
    }

    private static String masculine(String name, GrammaticalCase to) {
        if (endsIn(name, "йь")) {
            return inflect(name, 1, to, "я", "ю", "я", STRESSED_ENDING.contains(name) ? "ём" : "ем", "ю");
        }
        if (name.endsWith("ў")) {
            return inflect(name, 1, to, "ва", "ву", "ва", "вам", "ве");
        }
        if (name.endsWith("ёк")) {
            return inflect(name, 2, to, "ька", "ьку", "ька", "ьком", "ьку");
        }
        if (name.endsWith("д")) {
            return inflect(name, 1, to, "да", "ду", "да", "дам", "дзе");
        }
        String stem = OTHER_STEM.getOrDefault(name, name);
        boolean stressed = stem.matches(".*([ую]к|тр)") || STRESSED_ENDING.contains(name);
        boolean inU = endsIn(stem, VELAR) || endsIn(stem, HARDENED);
        return inflect(stem, 0, to, "а", "у", "а", stressed && !stem.endsWith("андр") ? "ом" : "ам", inU ? "у" : "е");
    }

    @Override
    public String patronymic(String name, GrammaticalCase to) {
        return name.endsWith("а")
                ? inflect(name, 1, to, "ы", "е", "у", "ай", "е")
                : inflect(name, 0, to, "а", "у", "а", "ам", "у");
    }
}
