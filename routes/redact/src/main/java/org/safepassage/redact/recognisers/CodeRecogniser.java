package org.safepassage.redact.recognisers;

import java.util.List;

/// Numbers of papers and things: personal numbers, passports, plates, accounts, cards, devices, files of police, courts
/// and hospitals. Those with a check digit need no context; the others need a word that announces them.
public final class CodeRecogniser extends PatternRecogniser {
    private static final String PASSPORT_CUE =
            "(?:п[ао]ш?с?п[ао]рт\\p{L}{0,4}|passport|серия|серыя|документ\\p{L}{0,4}|дакумент\\p{L}{0,4}|удостоверени\\p{L}{0,4})[^\\n]{0,25}?";
    private static final String FILE_CUE =
            "(?:дел[оау]|справ[ауы]|протокол\\p{L}{0,12}|пратакол\\p{L}{0,12}|постановлени\\p{L}{0,12}|пастанов\\p{L}{0,12}|материал\\p{L}{0,12}|case|file|"
                    + "application|protocol|report|кусп)[ ,.]{0,2}(?:no\\.?|nos\\.?|n[°º]|№|номер|нумар|#)[ ]?";
    private static final String MEDICAL_CUE =
            "(?:истори\\p{L}{1,2} болезни|гісторы\\p{L}{1,2} хваробы|медкарт\\p{L}{0,12}|карт\\p{L}{1,3} (?:пациент|пацыент)\\p{L}{0,12}|амбулаторн\\p{L}{0,12} карт\\p{L}{0,12}|"
                    + "medical record|patient id|hospital no|выписк\\p{L}{0,12})[ ,.:]{0,2}(?:no\\.?|№|номер|нумар|#)?[ ]?";

    /// For the service loader.
    public CodeRecogniser() {
        super(
                "code",
                List.of(
                        Shape.of(
                                "(?<![\\p{L}\\d])[1-6]\\d{6}[ -]?[abcehkmавсенкм][ -]?\\d{3}[ -]?[a-zа-я]{2}[ -]?\\d(?![\\p{L}\\d])",
                                "CODE.PERSONAL_NUMBER", 0.95),
                        Shape.of(
                                "(?<![\\p{L}\\d])(?:ab|bm|hb|kh|mp|mc|kb|pp|sp|dp|ав|вм|нв|кн|мр|мс|кв|рр|ѕр)[ №-]{0,3}\\d{7}(?!\\d)",
                                "CODE.PASSPORT", 0.95),
                        Shape.of(
                                PASSPORT_CUE
                                        + "(?<it>[a-zа-яіў]{0,3}[ №]{0,3}\\d{2}[ ]?\\d{2}[ №]{0,3}\\d{5,6}|[a-zа-яіў]{1,3}[ №]{0,3}\\d{6,8})",
                                "CODE.PASSPORT",
                                0.9),
                        Shape.of(
                                "(?<![\\p{L}\\d])\\d{4}[ \n-]?[a-zавеікмнорстх]{2}[ -][0-8](?![\\p{L}\\d])",
                                "CODE.PLATE", 0.9),
                        Shape.of(
                                "(?<![\\p{L}\\d])[авекмнорстухabekmhopctyx]\\d{3}[авекмнорстухabekmhopctyx]{2}[ ]?\\d{2,3}(?![\\p{L}\\d])",
                                "CODE.PLATE", 0.9),
                        Shape.of(
                                "(?<![\\p{L}\\d])[a-z]{2}\\d{2}(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,4})?(?![\\p{L}\\d])",
                                "CODE.IBAN", 0.97, CheckDigits::iban),
                        Shape.of(
                                "(?<![\\p{L}\\d])\\d(?:[ -]?\\d){12,18}(?![\\p{L}\\d])",
                                "CODE.CARD",
                                0.95,
                                CheckDigits::luhn),
                        Shape.of("(?:imei)[ :№]{0,3}(?<it>\\d(?:[ -]?\\d){13,15})", "CODE.DEVICE", 0.95),
                        Shape.of(
                                "(?<![\\p{L}\\d:])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\\p{L}\\d:])",
                                "CODE.DEVICE", 0.9),
                        Shape.of(
                                "(?<![\\d.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\d.])",
                                "CODE.DEVICE", 0.7),
                        Shape.of(FILE_CUE + "(?<it>[a-zа-я]{0,3}[ -]?\\d[\\d/.\\-]{1,24}\\d)", "CODE.FILE", 0.85),
                        Shape.of(
                                "(?:дел[оау]|справ[ауы]|case|file)[ ](?<it>[a-zа-яіў]{1,4}-\\d{2,4}[-/]\\d{2,6})(?!\\d)",
                                "CODE.FILE",
                                0.85),
                        Shape.of("(?:nos?\\.|№)[ ](?<it>\\d{3,6}/\\d{2,4})(?!\\d)", "CODE.FILE", 0.9),
                        Shape.of(
                                MEDICAL_CUE + "(?<it>[a-zа-я]{0,3}-?\\d[\\d/.\\-]{0,20}\\d)",
                                "CODE.MEDICAL_RECORD",
                                0.92),
                        Shape.of(
                                "(?:страховк\\p{L}{0,3}|страхоўк\\p{L}{0,3}|страховой полис|полис\\p{L}{0,2}|поліс\\p{L}{0,2}|insurance)[ ,.:№#]{1,4}(?:no\\.?[ ]|номер[ ]|нумар[ ])?(?<it>[a-zа-яіў]{0,4}[ -]?\\d[\\d -]{3,18}\\d)",
                                "CODE.INSURANCE",
                                0.9),
                        Shape.of(
                                "(?:инн|снилс|унп|pesel|ssn|снілс)[ :№]{0,3}(?<it>\\d[\\d -]{7,16}\\d)",
                                "CODE.PERSONAL_NUMBER",
                                0.95),
                        Shape.of(
                                "(?:водительск\\p{L}{0,12} удостоверени\\p{L}{0,12}|вадзіцельск\\p{L}{0,12} пасведчан\\p{L}{0,12}|driving licen[cs]e|driver(?:'s)? licen[cs]e"
                                        + "|(?<!\\p{L})(?:в/у|вод\\.[ ]?(?:удост|уд)\\.|прав(?:а|ы|ами|амі)?[ ](?:серии|серыі|№)))[^\\n\\d]{0,12}"
                                        + "(?<it>(?:[a-zа-я]{1,2}[ ]?)?[\\d][\\d a-zа-я№]{5,12}\\d)",
                                "CODE.LICENCE",
                                0.9)));
    }
}
