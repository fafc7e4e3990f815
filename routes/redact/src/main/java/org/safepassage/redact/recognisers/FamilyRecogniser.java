package org.safepassage.redact.recognisers;

import java.util.List;

/// Family circumstances that tell somebody apart, in Belarusian, Russian and English: how many children, marital state,
/// twins, orphans, adoption, pregnancy. A relative by itself (`моя сестра`) tells nobody apart and stays.
public final class FamilyRecogniser extends PatternRecogniser {
    private static final String SOME =
            "(?:\\d{1,2}|дв(?:ое|оих|ух|умя)|тр(?:ое|оих|ёх|ех|емя)|четверо|четверых|четыр(?:[её]х|ьмя)|пятеро|пятерых|пят[иь]|пятью|шестеро|шестерых|шест[иь]"
                    + "|семеро|семерых|сем[иь]|восем[иь]|двое|дваіх|дзвюх|двума|дзвюма|трое|траіх|трох|трыма|чацвёра|чатырох|пяцёра|пяцярых|пяць|шасцёра|шэсць|сямёра|восем)";
    private static final String ADJECTIVE =
            "(?:[ ](?:малолетн|несовершеннолетн|маленьк|взросл|младш|старш|маладлетн|малалетн|непаўналетн|дарослы|малодш|старэйш)\\p{L}{1,4})?";
    private static final String CHILDREN = ADJECTIVE
            + "[ ](?:детей|детьми|сыновей|сыновьями|дочерей|дочерьми|дочек|дочками|братьев|братьями|сест[её]р|с[её]страми|внуков|внуками|внучек"
            + "|дзяцей|дзецьмі|сыноў|сынамі|дачок|дачкі|дочкамі|братоў|братамі|сясцёр|сёстрамі|унукаў|унукамі|унучак)";
    /// `две дочери`: behind two, three and four both languages have a case of their own.
    private static final String FEW = "(?:дв[ае]|обе|оба|три|четыре|дзве|абедзве|тры|чатыры)" + ADJECTIVE
            + "[ ](?:дочери|дочки|сына|сестры|брата|реб[её]нка|внука|внучки|дачкі|сыны|сястры|браты|дзіцяці|унукі|унучкі)";
    private static final String ENGLISH_SOME = "(?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)";

    /// For the service loader.
    public FamilyRecogniser() {
        super(
                "family",
                List.of(
                        family("(?:(?:мать|матери|матерью|отец|отца|отцу|отцом|маці|бацьк\\p{L}{1,2})[ ])?" + SOME
                                + CHILDREN),
                        family(FEW),
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
