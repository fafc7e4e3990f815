package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Spellings of a name in the other script, by sound rather than by letter: the skeleton does the rest. Forward are the
/// schemes whose sounds an English reader would not expect (French passports, Polish, Łacinka); backward is a Cyrillic
/// guess for a name of which only a Latin spelling is known.
final class Transliteration {
    private static final Scheme FRENCH = Scheme.of(
            "щ=chtch", "ш=ch", "ч=tch", "ж=j", "у=ou", "ю=iou", "х=kh", "я=ia", "ў=ou", "ц=ts", "г=gu", "ё=io");
    private static final Scheme POLISH =
            Scheme.of("щ=szcz", "ш=sz", "ч=cz", "ж=z", "х=ch", "ц=c", "ў=w", "в=w", "я=ia", "ю=iu", "ё=io", "дз=dz");
    private static final Scheme LACINKA =
            Scheme.of("щ=šč", "ш=š", "ч=č", "ж=ž", "х=ch", "ц=c", "ў=u", "я=ia", "ю=iu", "ё=io", "г=h");
    private static final Scheme GERMAN =
            Scheme.of("щ=schtsch", "ш=sch", "ч=tsch", "ж=sch", "х=ch", "ц=z", "в=w", "з=s", "я=ja", "ю=ju");
    private static final Scheme PLAIN = Scheme.of(
            "а=a", "б=b", "в=v", "г=g", "ґ=g", "д=d", "е=e", "ё=e", "ж=zh", "з=z", "и=i", "і=i", "ї=i", "й=i", "к=k",
            "л=l", "м=m", "н=n", "о=o", "п=p", "р=r", "с=s", "т=t", "у=u", "ў=u", "ф=f", "х=kh", "ц=ts", "ч=ch", "ш=sh",
            "щ=shch", "ы=y", "э=e", "є=e", "ю=yu", "я=ya", "ь=", "ъ=");
    private static final Scheme ENGLISH_BACK = Scheme.of(
            "shch=щ", "sch=ш", "tch=ч", "sh=ш", "ch=ч", "zh=ж", "kh=х", "ts=ц", "tz=ц", "yu=ю", "iu=ю", "ju=ю", "ya=я",
            "ia=я", "ja=я", "yo=ё", "io=ё", "jo=ё", "ye=е", "ie=е", "je=е", "iy=ий", "yy=ый", "ij=ий", "a=а", "b=б",
            "c=к", "d=д", "e=е", "f=ф", "g=г", "h=г", "i=и", "j=й", "k=к", "l=л", "m=м", "n=н", "o=о", "p=п", "q=к",
            "r=р", "s=с", "t=т", "u=у", "v=в", "w=в", "x=кс", "y=ы", "z=з", "č=ч", "š=ш", "ž=ж", "ć=ц", "ś=с", "ź=з",
            "ń=н", "ł=л", "ŭ=ў", "ż=ж", "ą=он", "ę=ен", "ó=у");
    private static final Scheme POLISH_BACK =
            Scheme.of("szcz=щ", "sz=ш", "cz=ч", "rz=р", "ch=х", "ci=ц", "c=ц", "dzi=дз");
    private static final Scheme NATIVE_BACK = Scheme.of(
            "oo=у", "ee=и", "oa=оу", "j=дж", "ge=дж", "ah=а", "oh=о", "eh=е", "ck=к", "ph=ф", "th=т", "gh=", "ow=оу",
            "ai=ей", "ay=ей", "ey=и", "ue=у");
    private static final Scheme FRENCH_BACK = Scheme.of("tch=ч", "ch=ш", "ou=у", "j=ж", "gu=г", "ai=ай");

    private static final Scheme NONE = Scheme.of();

    private Transliteration() {}

    /// Latin spellings of a lower-case Cyrillic stem by the schemes that an English reading would miss.
    static Set<String> toLatin(String cyrillic) {
        var spellings = new LinkedHashSet<String>();
        for (Scheme scheme : List.of(FRENCH, POLISH, LACINKA, GERMAN)) {
            spellings.add(replace(cyrillic, scheme, PLAIN));
        }
        return spellings;
    }

    /// The plain English spelling of a lower-case Cyrillic word.
    static String plain(String cyrillic) {
        return replace(cyrillic, NONE, PLAIN);
    }

    /// Cyrillic guesses for a lower-case Latin name: read as an English transliteration, as Polish or Łacinka,
    /// as French, and as a name at home in English.
    static Set<String> toCyrillic(String latin) {
        var guesses = new LinkedHashSet<String>();
        for (Scheme scheme : List.of(NONE, POLISH_BACK, FRENCH_BACK, NATIVE_BACK)) {
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

    private static String replace(String word, Scheme first, Scheme then) {
        var result = new StringBuilder();
        int i = 0;
        while (i < word.length()) {
            Rule rule = first.rule(word, i);
            if (rule == null) {
                rule = then.rule(word, i);
            }
            result.append(rule == null ? "" : rule.into());
            i += rule == null ? 1 : rule.from().length();
        }
        return result.toString();
    }

    private record Rule(String from, String into) {}

    /// Rules by the first letter of what they replace, in the order in which they are tried: a case with thousands of
    /// names has each of them spelt in every way.
    private record Scheme(Map<Character, List<Rule>> rules) {
        /// @param written `from=into`
        static Scheme of(String... written) {
            var rules = new HashMap<Character, List<Rule>>();
            for (String rule : written) {
                int middle = rule.indexOf('=');
                rules.computeIfAbsent(rule.charAt(0), key -> new ArrayList<>())
                        .add(new Rule(rule.substring(0, middle), rule.substring(middle + 1)));
            }
            return new Scheme(Map.copyOf(rules));
        }

        @Nullable
        Rule rule(String word, int at) {
            for (Rule rule : rules.getOrDefault(word.charAt(at), List.of())) {
                if (word.startsWith(rule.from(), at)) {
                    return rule;
                }
            }
            return null;
        }
    }
}
