package org.safepassage.redact.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.safepassage.redact.recognisers.EverydayNames;
import org.safepassage.schemas.PersonName;

/// The words of a name by what they are. A name of which only the whole is known is taken apart by the endings of
/// its words; when they do not tell, each may be the surname.
///
/// @param surnames words that may be searched for on their own
/// @param givens given names
/// @param patronymics patronymics
record NameParts(List<String> surnames, List<String> givens, List<String> patronymics) {
    private static final Pattern SPACE = Pattern.compile("[\\s,.;]+");
    private static final Pattern PATRONYMIC = Pattern.compile(
            "(?U).{2,}(?:вич|вна|ична|евіч|овіч|авіч|евич|ович|ўна|vich|vič|vna|ŭna|una|wicz|ovych|івна)");
    private static final Pattern SURNAME = Pattern.compile(
            "(?U).{2,}(?:[оеё]ва?|[оеёаяі]ўа?|[иыі]на?|ск(?:ий|ая|і|и)|цк(?:ий|ая|і|и)|енк[оа]|энка|[аяое]нка|ук|юк|чик|чык"
                    + "|[иіы]ч|[oea]va?|[oea]u|ina?|[st]k(?:i|y|aya|aja|ij|iy)|[ae]nk[oa]|uk|ič|ich|[cč]yk)");

    static NameParts of(PersonName name) {
        var surnames = new ArrayList<String>();
        var givens = new ArrayList<String>();
        var patronymics = new ArrayList<String>();
        addWords(name.surname(), surnames);
        addWords(name.given(), givens);
        addWords(name.patronymic(), patronymics);
        if (surnames.isEmpty()) {
            guess(words(name.full()), surnames, givens, patronymics);
        }
        return new NameParts(surnames, givens, patronymics);
    }

    /// Words of two letters and more; the parts of a double name as well as the whole.
    static List<String> words(String text) {
        return SPACE.splitAsStream(text)
                .filter(word -> word.codePoints().filter(Character::isLetter).count() >= 2)
                .toList();
    }

    private static void addWords(String text, List<String> words) {
        for (String word : words(text)) {
            words.add(word);
            if (word.indexOf('-') > 0) {
                for (String part : word.split("-", -1)) {
                    if (part.length() > 3) {
                        words.add(part);
                    }
                }
            }
        }
    }

    private static void guess(
            List<String> words, List<String> surnames, List<String> givens, List<String> patronymics) {
        var rest = new ArrayList<String>();
        for (String word : words) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (givens.contains(word) || patronymics.contains(word)) {
                continue;
            }
            boolean patronymic = words.size() > 2 && PATRONYMIC.matcher(lower).matches() && !rest.isEmpty();
            (patronymic ? patronymics : rest).add(word);
        }
        // `Новик Валентина`: what ends like a surname may be a given name all the same.
        var strange =
                rest.stream().filter(word -> EverydayNames.of(word).isEmpty()).toList();
        var likely = strange.stream()
                .filter(word -> SURNAME.matcher(word.toLowerCase(Locale.ROOT)).matches())
                .toList();
        List<String> chosen = likely.size() == 1 ? likely : strange.size() == 1 ? strange : rest;
        chosen.forEach(word -> addWords(word, surnames));
        givens.addAll(
                rest.size() == 1
                        ? List.of()
                        : rest.stream()
                                .filter(word -> chosen.size() > 1 || !chosen.contains(word))
                                .toList());
    }

    @Override
    public String toString() {
        return "NameParts[…]";
    }
}
