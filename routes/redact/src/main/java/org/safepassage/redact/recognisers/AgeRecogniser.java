package org.safepassage.redact.recognisers;

import java.util.List;

/// Ages in Belarusian, Russian and English, in digits and in words, where something says that they are ages and no
/// durations: `34-летний`, `ей сорок один год`, `, трыццаці чатырох гадоў,`, `aged 17`.
public final class AgeRecogniser extends PatternRecogniser {
    private static final String TEENS =
            "одиннадцат[ьи]|двенадцат[ьи]|тринадцат[ьи]|четырнадцат[ьи]|пятнадцат[ьи]|шестнадцат[ьи]|"
                    + "семнадцат[ьи]|восемнадцат[ьи]|девятнадцат[ьи]|адзінаццац[ьі]|дванаццац[ьі]|трынаццац[ьі]|"
                    + "чатырнаццац[ьі]|пятнаццац[ьі]|шаснаццац[ьі]|семнаццац[ьі]|васемнаццац[ьі]|дзевятнаццац[ьі]";
    private static final String TENS = "двадцат[ьи]|тридцат[ьи]|сорока?|пят[ьи]десяти?|шест[ьи]десяти?|сем[ьи]десяти?|"
            + "вос[ье]м[ьи]десяти?|девяноста?|дваццац[ьі]|трыццац[ьі]|сарака?|пяц[ьі]дзесяц[іь]?|пяцідзесяці|"
            + "шэсц[ьі]дзесяц[іь]?|шасцідзесяці|сем[ьі]?дзесяці?|сямідзесяці|восем[ьі]?дзесяці?|васьмідзесяці|дзевяност[аа]";
    private static final String UNITS =
            "одного|один|одна|двух|два|две|тр[её]х|три|четыр[её]х|четыре|пят[ьи]|шест[ьи]|сем[ьи]|вос[ье]м[ьи]|"
                    + "девят[ьи]|адзін|аднаго|два|дзве|двух|тры|трох|чатыры|чатырох|пяц[ьі]|шэсць|шасці|сем|сямі|восем|васьмі|дзевяц[ьі]";
    private static final String WORDS = "(?:(?:" + TEENS + ")|(?:" + TENS + ")(?: (?:" + UNITS + "))?)";
    private static final String NUMBER = "(?:\\d{1,2}|1[01]\\d|" + WORDS + ")";
    private static final String YEARS = "[ -]{1,2}(?:года?|лет|гадоў|гады|гадкоў|годик\\p{L}{1,2})(?!\\p{L})";
    private static final String ENGLISH =
            "(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?"
                    + "|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|\\d{1,2}|1[01]\\d)";

    /// For the service loader.
    public AgeRecogniser() {
        super(
                "age",
                List.of(
                        Shape.of(
                                "(?<![\\p{L}\\d])" + NUMBER
                                        + "[ -]{0,2}(?:летн(?:ий|его|ему|им|ем|яя|ей|юю|ие|их)|гадов(?:ы|ага|аму|ым|ая|ай|ую)|гадоў(?:ы|ага))(?!\\p{L})",
                                "QUANTITY.AGE",
                                0.9),
                        Shape.of(
                                "(?<!\\p{L})(?:мне|тебе|ему|ей|им|вам|яму|ёй|табе|ім)(?: (?:было|тогда|сейчас|уже|ещё|было тогда|было уже|тады|цяпер|ўжо|яшчэ|было ўжо)){0,2}[ ](?<it>"
                                        + NUMBER + "(?:" + YEARS + ")?)(?![\\p{L}\\d])",
                                "QUANTITY.AGE",
                                0.85,
                                AgeRecogniser::isWhole),
                        Shape.of(
                                "(?<!\\p{L})(?:возраст\\p{L}{0,3}|узрост\\p{L}{0,3}|узросце)[ :—-]{1,3}(?:около |каля |прыкладна |примерно )?(?<it>"
                                        + NUMBER + "(?:" + YEARS + ")?)(?![\\p{L}\\d])",
                                "QUANTITY.AGE",
                                0.9),
                        Shape.of("[,(][ ](?<it>" + NUMBER + YEARS + ")(?=[,;.)])", "QUANTITY.AGE", 0.8),
                        Shape.of("(?<!\\p{L})aged?[ :]{1,2}(?<it>" + ENGLISH + ")(?![\\p{L}\\d])", "QUANTITY.AGE", 0.9),
                        Shape.of(
                                "(?<![\\p{L}\\d])" + ENGLISH + "[ -]years?[ -](?:old|of age)(?!\\p{L})",
                                "QUANTITY.AGE",
                                0.9),
                        Shape.of(
                                "(?<!\\p{L})(?:i|he|she)[ ](?:was|am|is)[ ](?:only |just |then |still ){0,2}(?<it>"
                                        + ENGLISH + ")(?=[.,;)]| (?:when|then|at the time|and)(?!\\p{L}))",
                                "QUANTITY.AGE",
                                0.8),
                        Shape.of(
                                "(?<!\\p{L})was[ ](?<it>" + ENGLISH + ")(?= when (?:he|she|they|i)(?!\\p{L}))",
                                "QUANTITY.AGE",
                                0.8)));
    }

    /// `ей сорок` alone is none: people are also called at forty past an hour.
    private static boolean isWhole(String written) {
        return written.chars().anyMatch(c -> Character.isWhitespace(c) || c == '-');
    }
}
