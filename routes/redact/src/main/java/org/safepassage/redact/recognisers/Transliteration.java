package org.safepassage.redact.recognisers;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Spellings of a name in the other script, by sound rather than by letter: the skeleton does the rest. Forward are the
/// schemes whose sounds an English reader would not expect (French passports, Polish, Łacinka); backward is a Cyrillic
/// guess for a name of which only a Latin spelling is known.
final class Transliteration {
    private static final List<String> FRENCH =
            List.of("щ=chtch", "ш=ch", "ч=tch", "ж=j", "у=ou", "ю=iou", "х=kh", "я=ia", "ў=ou", "ц=ts", "г=gu", "ё=io");
    private static final List<String> POLISH =
            List.of("щ=szcz", "ш=sz", "ч=cz", "ж=z", "х=ch", "ц=c", "ў=w", "в=w", "я=ia", "ю=iu", "ё=io", "дз=dz");
    private static final List<String> LACINKA =
            List.of("щ=šč", "ш=š", "ч=č", "ж=ž", "х=ch", "ц=c", "ў=u", "я=ia", "ю=iu", "ё=io", "г=h");
    private static final List<String> GERMAN =
            List.of("щ=schtsch", "ш=sch", "ч=tsch", "ж=sch", "х=ch", "ц=z", "в=w", "з=s", "я=ja", "ю=ju");
    private static final List<String> PLAIN = List.of(
            "а=a", "б=b", "в=v", "г=g", "ґ=g", "д=d", "е=e", "ё=e", "ж=zh", "з=z", "и=i", "і=i", "ї=i", "й=i", "к=k",
            "л=l", "м=m", "н=n", "о=o", "п=p", "р=r", "с=s", "т=t", "у=u", "ў=u", "ф=f", "х=kh", "ц=ts", "ч=ch", "ш=sh",
            "щ=shch", "ы=y", "э=e", "є=e", "ю=yu", "я=ya", "ь=", "ъ=");
    private static final List<String> ENGLISH_BACK = List.of(
            "shch=щ", "sch=ш", "tch=ч", "sh=ш", "ch=ч", "zh=ж", "kh=х", "ts=ц", "tz=ц", "yu=ю", "iu=ю", "ju=ю", "ya=я",
            "ia=я", "ja=я", "yo=ё", "io=ё", "jo=ё", "ye=е", "ie=е", "je=е", "iy=ий", "yy=ый", "ij=ий", "a=а", "b=б",
            "c=к", "d=д", "e=е", "f=ф", "g=г", "h=г", "i=и", "j=й", "k=к", "l=л", "m=м", "n=н", "o=о", "p=п", "q=к",
            "r=р", "s=с", "t=т", "u=у", "v=в", "w=в", "x=кс", "y=ы", "z=з", "č=ч", "š=ш", "ž=ж", "ć=ц", "ś=с", "ź=з",
            "ń=н", "ł=л", "ŭ=ў", "ż=ж", "ą=он", "ę=ен", "ó=у");
    private static final List<String> POLISH_BACK =
            List.of("szcz=щ", "sz=ш", "cz=ч", "rz=р", "ch=х", "ci=ц", "c=ц", "dzi=дз");
    private static final List<String> NATIVE_BACK = List.of(
            "oo=у", "ee=и", "oa=оу", "j=дж", "ge=дж", "ah=а", "oh=о", "eh=е", "ck=к", "ph=ф", "th=т", "gh=", "ow=оу",
            "ai=ей", "ay=ей", "ey=и", "ue=у");
    private static final List<String> FRENCH_BACK = List.of("tch=ч", "ch=ш", "ou=у", "j=ж", "gu=г", "ai=ай");

    private Transliteration() {}

    /// Latin spellings of a lower-case Cyrillic stem by the schemes that an English reading would miss.
    static Set<String> toLatin(String cyrillic) {
        var spellings = new LinkedHashSet<String>();
        for (List<String> scheme : List.of(FRENCH, POLISH, LACINKA, GERMAN)) {
            spellings.add(replace(cyrillic, scheme, PLAIN));
        }
        return spellings;
    }

    /// The plain English spelling of a lower-case Cyrillic word.
    static String plain(String cyrillic) {
        return replace(cyrillic, List.of(), PLAIN);
    }

    /// Cyrillic guesses for a lower-case Latin name: read as an English transliteration, as Polish or Łacinka,
    /// as French, and as a name at home in English.
    static Set<String> toCyrillic(String latin) {
        var guesses = new LinkedHashSet<String>();
        for (List<String> scheme : List.<List<String>>of(List.of(), POLISH_BACK, FRENCH_BACK, NATIVE_BACK)) {
            String guess = replace(latin, scheme, ENGLISH_BACK);
            guesses.add(guess);
            if (guess.endsWith("ы")) {
                guesses.add(guess.substring(0, guess.length() - 1) + "ий");
            }
            if (guess.endsWith("у") && guess.length() > 4) {
                guesses.add(guess.substring(0, guess.length() - 1) + "в");
            }
            if (guess.endsWith("ая") || guess.endsWith("айа")) {
                guesses.add(guess.replaceAll("айа$", "ая"));
            }
        }
        return guesses;
    }

    private static String replace(String word, List<String> first, List<String> then) {
        var result = new StringBuilder();
        int i = 0;
        while (i < word.length()) {
            String rule = rule(word, i, first);
            if (rule.isEmpty()) {
                rule = rule(word, i, then);
            }
            int width = rule.indexOf('=');
            result.append(rule, width + 1, rule.length());
            i += Math.max(1, width);
        }
        return result.toString();
    }

    private static String rule(String word, int at, List<String> scheme) {
        for (String rule : scheme) {
            if (word.startsWith(rule.substring(0, rule.indexOf('=')), at)) {
                return rule;
            }
        }
        return "";
    }
}
