package org.safepassage.redact.recognisers;

import java.util.List;

/// Numbers that tell of a person in Belarusian, Russian and English: height, weight and sums of money. The measures of
/// an injury are none of these and stay.
public final class AmountRecogniser extends PatternRecogniser {
    private static final String NUMBER = "\\d{1,3}(?:[ ]?\\d{3}){0,3}(?:[.,]\\d{1,2})?";

    /// For the service loader.
    public AmountRecogniser() {
        super(
                "amount",
                List.of(
                        Shape.of(
                                "(?<!\\p{L})(?:рост(?:а|у|ом|ам)?|вышын[ія]|height)[ :,—-]{1,4}(?:около[ ]|каля[ ]|about[ ]|of[ ])?(?<it>[12]\\d\\d[ ]?(?:см|сантиметр\\p{L}{0,3}|сантыметр\\p{L}{0,3}|cm))(?!\\p{L})",
                                "QUANTITY.BODY",
                                0.85),
                        Shape.of(
                                "(?<!\\p{L})(?:вес(?:а|у|ом)?|ваг(?:а|ой|ою)|вешу|важу|весит|важыць|weight|weighs?)[ :,—-]{1,4}(?:около[ ]|каля[ ]|about[ ]|of[ ])?(?<it>\\d{2,3}[ ]?(?:кг|килограмм\\p{L}{0,2}|кілаграм\\p{L}{0,2}|kg))(?!\\p{L})",
                                "QUANTITY.BODY",
                                0.85),
                        Shape.of(
                                "(?<![\\p{L}\\d.,])(?<it>" + NUMBER
                                        + "[ ]?(?:(?:тыс\\.|млн|тысяч\\p{L}{0,2}|тысяч)[ ])?(?:рубл\\p{L}{1,3}|руб\\.|byn|доллар\\p{L}{0,3}|долар\\p{L}{0,3}|евро|еўра|злот\\p{L}{1,2}|euros?|dollars?|roubles?|rubles?))(?!\\p{L})",
                                "QUANTITY.MONEY",
                                0.8)));
    }
}
