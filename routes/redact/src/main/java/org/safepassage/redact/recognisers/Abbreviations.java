package org.safepassage.redact.recognisers;

import java.util.Set;

/// Offices, states and things of which texts of this field speak in initials, in lower case: they stand beside names
/// and
/// are never part of one.
final class Abbreviations {
    private static final Set<String> WORDS =
            Set.of(("рувд ровд гувд увд мвд кгб сизо ивс цип омон губопик губоп ск ик итк уик гаи гибдд фсб "
                            + "фсин руус раус гуус уус мус кдб сіза ічу ціп амап губазік дпс нквд нкус мдб бсср ссср "
                            + "рсфср рф рб бнр ооо зао оао ип ан нан бгу бду мгу аэс аэц ес ашд сша кнр кндр оон аан "
                            + "обсе абсе нато сми смі тв маз мтз оаэ жэс жэу жкх мрэк мчс рнпц мрт экг узи фап кусп "
                            + "коап упк ук гк крк usa uk eu un ngo osce nato fbi kgb cid pdf iban imei sms gps")
                    .split(" ", -1));

    private Abbreviations() {}

    static boolean contains(String lower) {
        return WORDS.contains(lower);
    }
}
