package org.safepassage.redact.recognisers;

import java.util.List;

/// Family circumstances that tell somebody apart, in Belarusian, Russian and English: how many children, marital state,
/// twins, orphans, adoption, pregnancy. A relative by itself (`моя сестра`) tells nobody apart and stays.
public final class FamilyRecogniser extends PatternRecogniser {
    private static final String SOME =
            "(?:\\d{1,2}|дв(?:ое|оих|ух|умя)|тр(?:ое|оих|ёх|ех)|четверо|четверых|четыр[её]х|пятеро|пятерых|пяти|шестеро|шестерых|шести|семеро|семерых"
                    + "|двое|дваіх|дзвюх|трое|траіх|чацвёра|чатырох|пяцёра|пяцярых|шасцёра)";
    private static final String CHILDREN =
            "(?:[ ](?:малолетн|несовершеннолетн|маленьк|взросл|маладлетн|малалетн|непаўналетн|дарослы)\\p{L}{1,4})?[ ](?:детей|сыновей|дочерей|дочек|братьев|сест[её]р|внуков|дзяцей|сыноў|дачок|дачкі|братоў|сясцёр|унукаў)";
    private static final String ENGLISH_SOME = "(?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)";

    /// For the service loader.
    public FamilyRecogniser() {
        super(
                "family",
                List.of(
                        family("(?:(?:мать|матери|матерью|отец|отца|отцу|отцом|маці|бацьк\\p{L}{1,2})[ ])?" + SOME
                                + CHILDREN),
                        family("(?:много|шмат)(?:детн|дзетн)\\p{L}{2,4}"),
                        family("(?:вдов(?:а|ы|е|у|ой|ец|ца|цу|цом)|удав(?:а|ы|е|у|ой|ец|ца|цу|цом))"),
                        family(
                                "(?:разведён|разведен(?:а|ы)?|развед[её]нн\\p{L}{2}|разведзен(?:ы|ая|ага|ай)|замужем|замужам|женат|жанаты|нежанаты|холост|не замужем)"),
                        family(
                                "(?:сирот(?:а|ы|е|у|ой)|сірат(?:а|ы|у|ой)|брат-близнец|сестра-близнец|близнец\\p{L}{0,3}|близняшк\\p{L}{1,2}|блізня(?:ты|т|ткі|так)|блізнюк\\p{L}{0,2})"),
                        family(
                                "(?:единственн\\p{L}{2,3}|адзін(?:ы|ая|ага|ай|ую|аму))[ ](?:сын|сына|сыну|дочь|дочери|реб[её]нок|реб[её]нка|дачка|дачку|дачкі|дзіця|дзіцяці)"),
                        family(
                                "(?:при[её]мн\\p{L}{2,3}|прыёмн\\p{L}{1,3}|усыновл[её]н\\p{L}{1,4})[ ](?:сын\\p{L}{0,2}|доч\\p{L}{1,4}|дачк\\p{L}{1,2}|реб[её]н\\p{L}{2,3}|дзіця\\p{L}{0,3}|мать|матери|отец|отца|маці|бацьк\\p{L}{1,2})"),
                        family("(?:беременн\\p{L}{1,3}|беременност\\p{L}{1,2}|цяжарн\\p{L}{1,3}|цяжарнасц\\p{L}{1,2})"),
                        family(
                                "(?:(?:mother|father)[ ]of[ ])?" + ENGLISH_SOME
                                        + "[ ](?:small[ ]|young[ ]|minor[ ]|adult[ ])?(?:children|sons|daughters|brothers|sisters|grandchildren)"),
                        family("(?:mother|father)[ ]of[ ]" + ENGLISH_SOME),
                        family(
                                "(?:widow(?:er)?|divorced|unmarried|single[ ]mother|single[ ]father|orphan(?:ed)?|pregnant|pregnancy|twin[ ](?:brother|sister)|adopted[ ](?:son|daughter|child)|only[ ](?:son|daughter|child))")));
    }

    private static Shape family(String words) {
        return Shape.of("(?<!\\p{L})" + words + "(?!\\p{L})", "DEMOGRAPHIC.FAMILY", 0.8);
    }
}
