package org.safepassage.redact.recognisers;

import java.util.List;

/// Addresses in Belarusian, Russian and English, and coordinates. Towns and regions by themselves are not its business.
public final class PlaceRecogniser extends PatternRecogniser {
    private static final String WORD = "\\p{L}[\\p{L}'.-]{0,30}";
    private static final String NUMBER = "\\d{1,4}(?:[ ]?[/-][ ]?\\d{1,4})?[а-яіa-z]?(?![\\p{L}\\d])";
    private static final String STREET =
            "(?:ул(?:иц[аеуы]|\\.)|вул(?:іц[аеуы]|\\.)|просп(?:ект\\p{L}{0,2}|\\.)|пр-т\\p{L}?|праспек[тц]\\p{L}{0,2}|пер(?:еул\\p{L}{2,3}|\\.)|"
                    + "завул\\p{L}{2,3}|бульвар\\p{L}?|б-р|шоссе|шаш[аыу]|площад[ьи]|плошч\\p{L}{1,2}|набережн\\p{L}{2}|набярэжн\\p{L}{2}|"
                    + "тракт\\p{L}?|проезд\\p{L}?|праезд\\p{L}?|микрорайон\\p{L}?|мікрараён\\p{L}?)";
    private static final String HOUSE = "(?:[ ,]{1,3}(?:д(?:ом)?\\.?[ ]?)?" + NUMBER
            + "(?:[ ,]{1,3}(?:корп(?:ус)?\\.?|к\\.|стр\\.|буд\\.)[ ]?\\d{1,3}[а-яa-z]?)?(?:[ ,]{1,3}(?:кв(?:артира|атэра)?\\.?|офис|офіс|оф\\.|п\\.|каб(?:инет|інет)?\\.?|комн(?:ата)?\\.?|пакой)[ ]?\\d{1,4})?)";

    /// For the service loader.
    public PlaceRecogniser() {
        super(
                "place",
                List.of(
                        Shape.of(
                                "(?<!\\p{L})" + STREET + "[ ]?" + WORD + "(?:[ ]" + WORD + "){0,3}?" + HOUSE,
                                "LOCATION.ADDRESS",
                                0.95),
                        Shape.of("(?<!\\p{L})" + STREET + "[ ]?" + WORD, "LOCATION.ADDRESS", 0.7),
                        Shape.of(
                                        "(?<!\\p{L})\\p{L}[\\p{L}-]{3,30}[ ](?:улиц[аеуы]|вуліц[аеуы]|проспект\\p{L}{0,2}|праспек[тц]\\p{L}{0,2}|переул\\p{L}{2,3}|завул\\p{L}{2,3})"
                                                + "(?!\\p{L})" + HOUSE + "?",
                                        "LOCATION.ADDRESS",
                                        0.7)
                                .near("[ ](?:улиц|вуліц|проспект|праспе|переул|завул)", 32),
                        Shape.of(
                                "(?<![\\p{L}\\d])(?:кв(?:артира|артиры|артире|атэра|атэры|атэры)?\\.?[ ]?\\d{1,4}|apt\\.?[ ]?\\d{1,4}|flat[ ]\\d{1,4})(?!\\d)",
                                "LOCATION.ADDRESS",
                                0.7),
                        Shape.of(
                                "(?<![\\p{L}\\d])(?:\\d{1,4}[a-z]?[-/])?\\d{1,5}[a-z]?,?[ ](?:\\p{L}[\\p{L}'.-]{1,25}[ ]){1,3}(?:street|st\\.|avenue|ave\\.?|road|rd\\.|lane|ln\\.|drive|"
                                        + "boulevard|blvd\\.?|square|vulica|vulitsa|ulitsa|ulica)(?!\\p{L})",
                                "LOCATION.ADDRESS",
                                0.9),
                        Shape.of(
                                "(?<![\\p{L}\\d])(?:vulica|vulitsa|vul\\.|ulitsa|ulica|ul\\.|praspekt|prospekt)[ ](?:\\p{L}[\\p{L}'.-]{1,25}[ ,]{1,2}){1,3}\\d{1,4}[a-z]?"
                                        + "(?:[ ,-]{1,3}(?:apt\\.?|flat|kv\\.)?[ ]?\\d{1,4})?",
                                "LOCATION.ADDRESS",
                                0.9),
                        Shape.of(
                                "(?<![\\p{L}\\d])(?:2[2-4][0-7]\\d{3})(?=[, ]{1,2}(?:г\\.|г |горад|город|минск|мінск|брест|брэст|гомель|гродно|гродна|витебск|віцебск|могил|магіл|ул|вул|п\\.|д\\.|\\p{L}{1,24}ск))",
                                "LOCATION.ADDRESS", 0.8),
                        Shape.of(
                                "(?<![\\d.])[-+]?(?:[1-8]?\\d|90)\\.\\d{4,10}°?[ ]?[nsсю]?[,;/ ]{1,3}[-+]?(?:1[0-7]\\d|\\d{1,2}|180)\\.\\d{4,10}°?[ ]?[ewвз]?(?![\\d.])",
                                "LOCATION.COORDINATES",
                                0.9),
                        Shape.of(
                                "\\d{1,2}°[ ]?\\d{1,2}['′][ ]?(?:\\d{1,2}(?:[.,]\\d{1,4})?(?:\"|″|''|”))?[ ]?(?:n|s|с\\.?[ ]?ш\\.?|ю\\.?[ ]?ш\\.?|пн\\.?[ ]?ш\\.?)[,; ]{1,3}"
                                        + "\\d{1,3}°[ ]?\\d{1,2}['′][ ]?(?:\\d{1,2}(?:[.,]\\d{1,4})?(?:\"|″|''|”))?[ ]?(?:e|w|в\\.?[ ]?д\\.?|з\\.?[ ]?д\\.?|у\\.?[ ]?д\\.?)",
                                "LOCATION.COORDINATES",
                                0.95)));
    }
}
