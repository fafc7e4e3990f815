package org.safepassage.redact.recognisers;

import java.util.List;

/// Places of work and schools behind the words by which people tell of them: "работал на заводе «…»".
public final class WorkplaceRecogniser extends PatternRecogniser {
    private static final String TELLS =
            "(?:работа(?:ет|л|ла|ю|ющ\\p{L}{2,3}) |працу(?:е|ю) |працава[лў]\\p{L}? |место работы[: ]{1,2}|месца працы[: ]{1,2}|учи(?:тся|лся|лась) |вучы(?:цца|ўся|лася) |"
                    + "служи(?:т|л|ла) |works? (?:at|for|in) |worked (?:at|for|in) |employed (?:at|by) |studies at |studied at )";
    private static final String WHO =
            "(?:(?:я|он|она|ён|яна)[ ])?(?:\\p{L}{3,24}(?:ом|ем|ой|ей|ам|ям|ай|яй|ым|им|ім)[ ])?";
    private static final String AT = "(?:в|во|на|у|ў|при|пры)[ ]";
    private static final String NAMED =
            "(?:[«\"“][^»\"”\\n]{2,60}[»\"”]|(?:№|no\\.)[ ]?\\d{1,4}(?:[ ]г\\.[ ]?\\p{L}{1,30})?)";
    private static final String NAME = "(?:" + AT + "|the[ ])?(?<it>(?:\\p{L}[\\p{L}.-]{1,25}[ ]){0,4}?" + NAMED + ")";
    /// Words of employers and schools, in whatever case.
    private static final String KIND =
            "(?:предприяти\\p{L}{1,2}|прадпрыемств\\p{L}{1,2}|завод\\p{L}{0,2}|фабри[кц]\\p{L}{0,2}|компани\\p{L}{1,2}|кампані\\p{L}{1,2}|фирм\\p{L}{1,2}|фірм\\p{L}{1,2}|столов\\p{L}{2}|сталоў[кц]\\p{L}{1,2}|школ\\p{L}{1,2}|гимнази\\p{L}{1,2}|гімназі\\p{L}{1,2}|больниц\\p{L}{1,2}|бальніц\\p{L}{1,2}|поликлини[кц]\\p{L}{1,2}|паліклін[іі][кц]\\p{L}{1,2}|аптек\\p{L}{1,2}|аптэ[кц]\\p{L}{1,2}|библиоте[кц]\\p{L}{1,2}|бібліятэ[кц]\\p{L}{1,2}|парк\\p{L}{0,2}|магазин\\p{L}{0,2}|крам\\p{L}{1,2}|ооо|оао|зао|чуп|руп"
                    + "|(?:glass )?works|plant|factory|company|firm|school|clinic|hospital|pharmacy|library|kindergarten|depot|college)";

    /// For the service loader.
    public WorkplaceRecogniser() {
        super(
                "workplace",
                List.of(
                        Shape.of("(?<!\\p{L})" + TELLS + "[ (]{0,2}" + WHO + NAME, "ORGANISATION.WORKPLACE", 0.8),
                        Shape.of(
                                "(?<!\\p{L})" + TELLS + "[ ]?" + WHO + AT
                                        + "(?<it>\\p{L}{3,25}(?:[ ][\\p{L}-]{1,25}){0,4})(?=[,.;)])",
                                "ORGANISATION.WORKPLACE",
                                0.6),
                        Shape.of(
                                "(?<!\\p{L})(?<it>(?:(?:city|central|secondary|district|regional|state|bus)[ ]){0,2}"
                                        + KIND + "[ ]" + NAMED + ")",
                                "ORGANISATION.WORKPLACE",
                                0.8)));
    }
}
