package org.safepassage.redact.generalising;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The band of an age. Ages under fourteen and from 65 on are rare in case files, so their bands are wide.
final class Ages {
    private static final Pattern YEARS =
            Pattern.compile("(?iU)(?<!\\d)(\\d{1,3})(?!\\d)[\\s-]*(?:х|ти|ми|летн|лет|год|гад|г\\.|years?|y\\.?o)?");
    /// A quantity that is no age says so by its unit, an age by years.
    private static final Pattern OF_YEARS =
            Pattern.compile("(?iU)лет|год|гад|years?|y\\.?\\s?o|\\baged?\\b|возраст|узрост|узрос[цт]");
    private static final int OLDEST = 120;

    private static final int[] FROM = {0, 14, 18, 25, 35, 45, 55, 65};

    private Ages() {}

    /// The band of the one number in these words, empty when there is none or several.
    static String band(String written, String type, String language) {
        if (!type.endsWith(".AGE") && !OF_YEARS.matcher(written).find()) {
            return "";
        }
        Matcher numbers = YEARS.matcher(written);
        if (!numbers.find()) {
            return "";
        }
        int age = Integer.parseInt(numbers.group(1));
        return numbers.find() || age > OLDEST ? "" : words(index(age), Table.column(language));
    }

    static List<String> words() {
        return Arrays.stream(FROM)
                .boxed()
                .flatMap(from -> List.of(0, 1, 2).stream().map(column -> words(index(from), column)))
                .toList();
    }

    private static int index(int age) {
        int index = 0;
        while (index + 1 < FROM.length && age >= FROM[index + 1]) {
            index++;
        }
        return index;
    }

    private static String words(int index, int column) {
        boolean last = index + 1 == FROM.length;
        int from = FROM[index];
        int to = last ? 0 : FROM[index + 1] - 1;
        if (index == 0) {
            return List.of("да 14 гадоў", "до 14 лет", "under 14 years").get(column);
        }
        return last
                ? List.of("65 гадоў і больш", "65 лет и более", "65 years or more")
                        .get(column)
                : from + "–" + to
                        + List.of(to % 10 == 4 ? " гады" : " гадоў", to % 10 == 4 ? " года" : " лет", " years")
                                .get(column);
    }
}
