package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.safepassage.redact.text.Skeleton;

/// How a name changes in Belarusian, Russian and Ukrainian: from the ending of its base form follow the stems that may
/// appear and the endings that each may take. The tables are unions over gender and language, because a record seldom
/// says which applies; what they add are forms that no text contains.
enum Declension {
    /// Иванов, Пушкин, Кавалёў and their feminines.
    POSSESSIVE(" а у ым ом е ой ою ы ых ыми ымі им ім ай аю ей ам ами амі ах"),
    /// Чайковский, Белая, Шыманскі.
    ADJECTIVAL(
            "ий ый ой і ы и ого его ога яга ага ому ему аму яму им ым ом ем ім ая яя а ую юю у ой ей ай яй ою ею аю яю"
                    + " ые ие ыя ія их ых іх ими ыми імі ымі е эй эю о є її ів"),
    /// Иван, Игорь, Андрей, Ковальчук.
    MASCULINE(
            " ь й а я у ю ом ем эм ам ям е э и і ы ой ей ов ев ей ів ав яв ам ям ами ями амі ямі ах ях ові еві ї єві є єм ём"),
    /// Мария, Никита, Скрипка, Ольга.
    VOWEL(
            "а я ы и і е э у ю ой ей ою ею ай яй аю яю эй эю о ом ем эм ам ям ами ями амі ямі ах ях ї єю ин ина ину ины иной ине"
                    + " иным ін іна іну іны інай іне інам ына ыну ын  ь й"),
    /// Шевченко, Шаўчэнка, Короткевичо.
    ON_O("о а у ом е ам ам и і ой ай ою аю ы ами амі ах у ові"),
    /// Names that stand in the plural or end in -и: Ганди, Ивановы, Шыманскі.
    ON_I(
            "і ы и ий ый ой ого его ога яга ага ому ему аму яму им ым ом ем ім ая яя ую юю ай яй ою ею аю яю ые ие ыя ія их ых"
                    + " іх ими ыми імі ымі ов ев ів ав яв ам ям ами ями амі ямі ах ях ей  а у е ы"),
    /// A stem as it is only before -е: Вользе, Марце, Скрыпцы.
    SOFTENED("е э ы"),
    /// Черных, Живаго, Чаушеску.
    FIXED("");

    // Set.of is immutable, which its type does not say.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> endings;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> soundEndings;

    Declension(String table) {
        this.endings = Set.of(
                Arrays.stream(table.split(" ", -1)).map(Folding::of).distinct().toArray(String[]::new));
        var sounds = new TreeSet<String>();
        for (String ending : endings) {
            sounds.add(Skeleton.of(ending));
            sounds.add(afterConsonant(ending));
        }
        this.soundEndings = Set.copyOf(sounds);
    }

    /// An ending as it sounds behind a consonant: no `u` of it closes a syllable by itself.
    private static String afterConsonant(String ending) {
        return Skeleton.of("б" + ending).substring(1);
    }

    boolean takes(String ending) {
        return endings.contains(ending);
    }

    boolean takesSound(String ending) {
        return soundEndings.contains(ending);
    }

    /// Whom a surname in this form can mean, where its ending tells.
    Hit.Fit fit(String ending) {
        return switch (this) {
            case POSSESSIVE ->
                switch (ending) {
                    case "", "ым", "ом", "ім" -> Hit.Fit.MALE;
                    case "ой", "ою", "ай", "аю", "ей" -> Hit.Fit.FEMALE;
                    case "ы", "ых", "ыми", "ымі" -> Hit.Fit.PLURAL;
                    default -> Hit.Fit.ANY;
                };
            case ADJECTIVAL, ON_I ->
                switch (ending) {
                    case "ий", "ый", "ого", "его", "ому", "ему", "ага", "аму", "яга", "яму", "ым", "им", "ім" ->
                        Hit.Fit.MALE;
                    case "ая", "яя", "ую", "юю", "ой", "ою", "ай", "аю", "ей", "яй" -> Hit.Fit.FEMALE;
                    case "ие", "ые", "их", "ых", "ими", "ыми", "ія", "ыя", "іх", "імі", "ымі" -> Hit.Fit.PLURAL;
                    default -> Hit.Fit.ANY;
                };
            default -> Hit.Fit.ANY;
        };
    }

    /// Stems of a lower-case Cyrillic base form in folded spelling, each with the declension it takes.
    static Map<String, Declension> stems(String base) {
        var stems = new LinkedHashMap<String, Declension>();
        int length = base.length();
        stems.put(base, FIXED);
        if (length < 3) {
            return stems;
        }
        char last = base.charAt(length - 1);
        String cut = base.substring(0, length - 1);
        if (base.matches(".{2,}(ов|ев|ав|яв|ин|ын|ін|їн)")) {
            stems.put(base, POSSESSIVE);
            return withFleeting(stems, base);
        }
        if (base.matches(".{2,}(ова|ева|ава|ява|ина|ына|іна)")) {
            stems.put(cut, POSSESSIVE);
            return stems;
        }
        for (String adjectival : List.of("ий", "ый", "ой", "ая", "яя", "ае", "ое", "ие", "ые")) {
            if (base.endsWith(adjectival) && length > 4) {
                String stem = base.substring(0, length - 2);
                stems.put(stem, ADJECTIVAL);
                if (adjectival.equals("ий") || adjectival.equals("ый")) {
                    stems.put(cut, MASCULINE);
                    stems.put(stem + "ь", MASCULINE);
                }
                return stems;
            }
        }
        switch (last) {
            case 'і', 'ы', 'и' -> stems.put(cut, ON_I);
            case 'а', 'я' -> vowelStems(stems, cut);
            case 'о' -> {
                stems.put(cut, ON_O);
                vowelMutation(stems, cut);
            }
            case 'й', 'ь' -> {
                stems.put(cut, MASCULINE);
                withFleeting(stems, base);
            }
            case 'е', 'э', 'у', 'ю' -> stems.put(base, FIXED);
            default -> {
                stems.put(base, base.endsWith("ых") || base.endsWith("их") ? FIXED : MASCULINE);
                withFleeting(stems, base);
                if (length > 5 && base.endsWith("ос")) {
                    // Greek names lose their ending: Христос, Христа.
                    stems.putIfAbsent(base.substring(0, length - 2), MASCULINE);
                }
            }
        }
        return stems;
    }

    private static void vowelStems(Map<String, Declension> stems, String cut) {
        stems.put(cut, cut.endsWith("ск") || cut.endsWith("цк") ? ADJECTIVAL : VOWEL);
        vowelMutation(stems, cut);
        if (cut.endsWith("к") && cut.length() > 3) {
            // The genitive plural opens the cluster: Скрыпка, Скрыпак.
            char before = cut.charAt(cut.length() - 2);
            if (before != 'ь' && "аеёиоуыэюяі".indexOf(before) < 0) {
                stems.putIfAbsent(cut.substring(0, cut.length() - 1) + "ок", FIXED);
                stems.putIfAbsent(cut.substring(0, cut.length() - 1) + "ек", FIXED);
            }
        }
    }

    /// Belarusian and Ukrainian soften the stem before -е: Вольга, Вользе; Скрыпка, Скрыпцы; Марта, Марце.
    private static void vowelMutation(Map<String, Declension> stems, String cut) {
        String head = cut.substring(0, cut.length() - 1);
        switch (cut.charAt(cut.length() - 1)) {
            case 'к' -> stems.putIfAbsent(head + "ц", SOFTENED);
            case 'г' -> stems.putIfAbsent(head + "з", SOFTENED);
            case 'х' -> stems.putIfAbsent(head + "с", SOFTENED);
            case 'т' -> stems.putIfAbsent(head + "ц", SOFTENED);
            case 'д' -> stems.putIfAbsent(head + "дз", SOFTENED);
            default -> {}
        }
    }

    /// A vowel before the last consonant may fall out: Павел, Павла; Швец, Шевца; Лев, Льва; Пятро, Пётр.
    private static Map<String, Declension> withFleeting(Map<String, Declension> stems, String base) {
        String word = base.endsWith("ь") ? base.substring(0, base.length() - 1) : base;
        int length = word.length();
        if (length < 3 || "оеэая".indexOf(word.charAt(length - 2)) < 0) {
            return mutatedEnd(stems, word);
        }
        String head = word.substring(0, length - 2);
        char last = word.charAt(length - 1);
        char before = head.charAt(head.length() - 1);
        if ("цклйвнрьг".indexOf(last) < 0) {
            return mutatedEnd(stems, word);
        }
        var variants = new ArrayList<String>();
        if ("аеиоуыэюяі".indexOf(before) >= 0) {
            variants.add(head + "й" + last);
        } else {
            variants.add(last == 'й' ? head : head + last);
            variants.add(head + "ь" + (last == 'й' ? "" : last));
        }
        for (String variant : variants) {
            stems.putIfAbsent(variant, MASCULINE);
        }
        if (word.endsWith("ец")) {
            swapBeforeCluster(stems, head + "ц");
        }
        return mutatedEnd(stems, word);
    }

    /// Швец, Шевца and Шаўца; Жнец, Жняца.
    private static void swapBeforeCluster(Map<String, Declension> stems, String clustered) {
        int length = clustered.length();
        if (length == 3 && clustered.charAt(1) == 'в') {
            stems.putIfAbsent(clustered.charAt(0) + "евц", MASCULINE);
            stems.putIfAbsent(clustered.charAt(0) + "авц", MASCULINE);
        }
    }

    /// Belarusian locative: Дзяніск, Дзяніску stays; Ян, Яне stays; -к and -г take у; -д, -т soften before -зе, -це.
    private static Map<String, Declension> mutatedEnd(Map<String, Declension> stems, String word) {
        char last = word.charAt(word.length() - 1);
        String head = word.substring(0, word.length() - 1);
        if (last == 'т') {
            stems.putIfAbsent(head + "ц", SOFTENED);
        } else if (last == 'д') {
            stems.putIfAbsent(head + "дз", SOFTENED);
        }
        return stems;
    }
}
