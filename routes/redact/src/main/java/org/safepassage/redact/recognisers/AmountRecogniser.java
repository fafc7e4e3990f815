package org.safepassage.redact.recognisers;

import java.util.List;

/// Numbers that tell of a person in Belarusian, Russian and English: height, weight and sums of money. The measures of
/// an injury are none of these and stay.
public final class AmountRecogniser extends PatternRecogniser {
    private static final String NUMBER = "\\d{1,3}(?:[ ]?\\d{3}){0,3}(?:[.,]\\d{1,2})?";
    /// Beside a sign or code, where English parts thousands with a comma too.
    private static final String SUM = "\\d{1,3}(?:[ ,.]?\\d{3}){0,3}(?:[.,]\\d{1,2})?(?!\\d)";

    private static final String ABOUT = "[ :,—-]{1,4}(?:(?:около|примерно|каля|прыкладна|about|of)[ ])?";
    private static final String THOUSANDS = "(?:(?:тыс\\.|млн|тысяч\\p{L}{0,2}|тысяч)[ ])?";
    private static final String CODE = "(?:usd|eur|byn|rub|uah|pln|gbp)";

    /// For the service loader.
    public AmountRecogniser() {
        super(
                "amount",
                List.of(
                        Shape.of(
                                "(?<!\\p{L})(?:рост(?:а|у|ом|ам)?|вышын[ія]|height)" + ABOUT
                                        + "(?<it>[12][.,]\\d{1,2}[ ]?(?:м|m|метр\\p{L}{0,2}|metres?|meters?)|[12][ ]?м[ ]\\d{1,2}[ ]?см"
                                        + "|[12]\\d\\d[ ]?(?:см|сантиметр\\p{L}{0,3}|сантыметр\\p{L}{0,3}|cm))(?!\\p{L})",
                                "QUANTITY.BODY",
                                0.85),
                        Shape.of(
                                "(?<!\\p{L})(?:вес(?:а|у|ом)?|ваг(?:а|ой|ою)|вешу|важу|весит|важыць|weight|weighs?)"
                                        + ABOUT
                                        + "(?<it>\\d{2,3}[ ]?(?:кг|килограмм\\p{L}{0,2}|кілаграм\\p{L}{0,2}|kg))(?!\\p{L})",
                                "QUANTITY.BODY",
                                0.85),
                        Shape.of(
                                "(?<![\\p{L}\\d.,])(?<it>" + NUMBER + "[ ]?" + THOUSANDS
                                        + "(?:рубл\\p{L}{1,3}|руб\\.|доллар\\p{L}{0,3}|долар\\p{L}{0,3}|долл\\.|евро|еўра|злот\\p{L}{1,2}|euros?|dollars?|roubles?|rubles?))(?!\\p{L})",
                                "QUANTITY.MONEY",
                                0.8),
                        Shape.of(
                                "(?<![\\p{L}\\d.,])(?<it>" + SUM + "[ ]?(?:" + THOUSANDS + CODE + "(?!\\p{L})|[$€£]))",
                                "QUANTITY.MONEY",
                                0.8),
                        Shape.of("(?<it>(?:[$€£]|(?<!\\p{L})" + CODE + ")[ ]?" + SUM + ")", "QUANTITY.MONEY", 0.8)));
    }
}
