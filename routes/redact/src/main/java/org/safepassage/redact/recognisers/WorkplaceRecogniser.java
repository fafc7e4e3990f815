package org.safepassage.redact.recognisers;

import java.util.List;

/// Places of work and schools behind the words by which people tell of them: "работал на заводе «…»".
public final class WorkplaceRecogniser extends PatternRecogniser {
    private static final String TELLS =
            "(?:работа(?:ет|л|ла|ю|ющ\\p{L}{2,3}) |працу(?:е|ю)|працава[лў]\\p{L}? |место работы[: ]{1,2}|месца працы[: ]{1,2}|учи(?:тся|лся|лась) |вучы(?:цца|ўся|лася) |"
                    + "служи(?:т|л|ла) |works? (?:at|for|in) |worked (?:at|for|in) |employed (?:at|by) |studies at |studied at )";
    private static final String NAME =
            "(?:(?:в|во|на|у|ў|при|the|пры)[ ])?(?<it>(?:\\p{L}[\\p{L}.-]{1,25}[ ]){0,4}?(?:[«\"“][^»\"”\\n]{2,60}[»\"”]|№[ ]?\\d{1,4}(?:[ ]г\\.[ ]?\\p{L}{1,30})?))";

    /// For the service loader.
    public WorkplaceRecogniser() {
        super("workplace", List.of(Shape.of(TELLS + "[ ]?" + NAME, "ORGANISATION.WORKPLACE", 0.8)));
    }
}
