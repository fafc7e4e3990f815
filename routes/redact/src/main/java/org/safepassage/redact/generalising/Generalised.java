package org.safepassage.redact.generalising;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.safepassage.redact.policies.Generalising;
import org.safepassage.redact.policies.Precision;
import org.safepassage.redact.recognisers.WrittenDates;

/// What stands for a mention whose policy says `generalise`. Anything that cannot be made coarser for certain is
/// empty, and then removed. Stateless; safe to share.
public final class Generalised {
    /// A month as redaction writes it, whatever number may follow in the sentence.
    private static final Pattern MONTH = Pattern.compile("(?:1[89]|20)\\d\\d-(?:0[1-9]|1[0-2])(?=\\s|$)");
    private static final Pattern YEAR = Pattern.compile("(?:1[89]|20)\\d\\d");

    private Generalised() {}

    /// The coarser value, empty when there is none.
    ///
    /// @param written what stands in the text, in whatever case and spelling
    /// @param type the mention's type
    /// @param language BCP 47 tag of the text, for the words of the answer
    /// @param how far the policy wants it
    public static String of(String written, String type, String language, Generalising how) {
        return switch (family(type)) {
            case "DATE" -> WrittenDates.coarse(written, isYearOnly(type, how));
            case "LOCATION" -> bracketed(Places.region(written, language, how.places()));
            case "QUANTITY" -> bracketed(Ages.band(written, type, language));
            case "DEMOGRAPHIC" -> bracketed(Professions.group(written, language));
            default -> "";
        };
    }

    /// Whether what stands in a text is as coarse already as this policy would make it: a date without its day.
    /// Regions, bands and groups stand in brackets and are known by [#words].
    public static boolean isCoarse(String found, String type, Generalising how) {
        String bare = found.strip();
        return family(type).equals("DATE")
                && (YEAR.matcher(bare).matches()
                        || (!isYearOnly(type, how)
                                && (MONTH.matcher(bare).lookingAt()
                                        || WrittenDates.coarse(bare, false).length() == 4)));
    }

    /// Every text in brackets that this class may write, in each language.
    public static List<String> words() {
        var words = new ArrayList<String>();
        words.addAll(Places.words());
        words.addAll(Ages.words());
        words.addAll(Professions.words());
        return words.stream().map(Generalised::bracketed).distinct().toList();
    }

    private static boolean isYearOnly(String type, Generalising how) {
        return how.dates() == Precision.YEAR || type.equals("DATE.BIRTH");
    }

    private static String bracketed(String word) {
        return word.isEmpty() ? "" : "[" + word + "]";
    }

    private static String family(String type) {
        int dot = type.indexOf('.');
        return dot < 0 ? type : type.substring(0, dot);
    }
}
