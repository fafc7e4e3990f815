package org.safepassage.redact.recognisers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.safepassage.redact.Detector;
import org.safepassage.redact.Marked;
import org.safepassage.redact.People;
import org.safepassage.schemas.Person;

/// One fixture for each recogniser: its documentation. Left of the arrow is what goes in, right what comes out.
class RecogniserFixturesTest {
    private static final Set<String> WRAPPED = Set.of("place", "date", "code", "age", "contact", "family", "amount");
    private static final Pattern MARK = Pattern.compile("\\[([^|\\]]*)\\|[A-Z._]+]");

    private final Detector detector = Detector.standard();

    @Test
    void knownName() {
        check("known-name", """
                Задержан Иванов П.С. → Задержан [Иванов П.С|PERSON.SURNAME p1].
                Размаўлялі з Пятром Іванавым → Размаўлялі з [Пятром Іванавым|PERSON p1]
                Петя Иванов не вернулся → [Петя Иванов|PERSON p1] не вернулся
                Mr Piotr Ivanou was held → Mr [Piotr Ivanou|PERSON p1] was held
                паспорт на ИВАНОВА → паспорт на [ИВАНОВА|PERSON.SURNAME p1]
                Иван0в молчал → [Иван0в|PERSON.SURNAME p1] молчал
                Сергей Иванов сказал → [Сергей Иванов|PERSON] сказал
                майор Козлов бил → майор [Козлов|PERSON.SURNAME p2] бил
                козлы в огороде → козлы в огороде
                """);
    }

    @Test
    void knownIdentifier() {
        check("known-identifier", """
                звоните 8 (029) 123 45 67 → звоните [8 (029) 123 45 67|CONTACT.PHONE p1]
                нарадзіўся 12 траўня 1985 г. → нарадзіўся [12 траўня 1985|DATE.BIRTH p1] г.
                на машине 1234АВ-7 → на машине [1234АВ-7|CODE.VEHICLE_PLATE p1]
                живёт на Садовой, дом 5 → живёт на [Садовой, дом 5|LOCATION.ADDRESS p1]
                з завода «Гарызонт» → з [завода «Гарызонт|ORGANISATION.WORKPLACE p1]»
                mail: petr.ivanou at mail dot example → mail: [petr.ivanou at mail dot example|CONTACT.EMAIL p1]
                пришёл в Минск → пришёл в Минск
                """);
    }

    @Test
    void personPattern() {
        check("person-pattern", """
                гражданка Петровская Анна Ильинична → гражданка [Петровская Анна Ильинична|PERSON]
                следователь Сидорчук А.В. → следователь [Сидорчук А.В|PERSON].
                доктор Кавальчук аглядаў → доктор [Кавальчук|PERSON.SURNAME] аглядаў
                Officer John Smith came → Officer [John Smith|PERSON] came
                Новик Евгений Викторович был там → [Новик Евгений Викторович|PERSON] был там
                приходил Евгений Викторович Новик → приходил [Евгений Викторович Новик|PERSON]
                Вчера Евгений Викторович молчал → Вчера [Евгений Викторович|PERSON] молчал
                Утром пришла Весна → Утром пришла Весна
                машину вёл Бородич Г. А. Ночью ушли → машину вёл [Бородич Г. А|PERSON]. Ночью ушли
                студэнт, прозвішча Гарбуз, маўчаў → студэнт, прозвішча [Гарбуз|PERSON.SURNAME], маўчаў
                A colleague, Oonagh Fennick, had complained → A colleague, [Oonagh Fennick|PERSON], had complained
                a man known to everyone as Zorbak came in → a man known to everyone as [Zorbak|PERSON.SURNAME] came in
                In the evening, however, it rained → In the evening, however, it rained
                Сотрудник Анатолий Русланович молчал → Сотрудник [Анатолий Русланович|PERSON] молчал
                Доводы Л. С. Ждановича отклонены → Доводы [Л. С. Ждановича|PERSON] отклонены
                записал мельник о. т. и ушёл → записал [мельник о. т|PERSON]. и ушёл
                подпись с.в. кулешова внизу → подпись [с.в. кулешова|PERSON] внизу
                били дубинкой, т. е. палкой → били дубинкой, т. е. палкой
                ждановского алексея увели ночью → [ждановского алексея|PERSON] увели ночью
                Когда Антошу увели, стало тихо → Когда [Антошу|PERSON.GIVEN] увели, стало тихо
                On 11 April 2024 it rained → On 11 April 2024 it rained
                April Jones said so → [April Jones|PERSON] said so
                """);
    }

    @Test
    void learnedName() {
        check("learned-name", """
                заявил Тарабунда, его били ногами → заявил [Тарабунда|PERSON], его били ногами
                сообщил Кшемар вечером → сообщил [Кшемар|PERSON] вечером
                сообщил президент компании вечером → сообщил президент компании вечером
                Мы прыехалі ў Мінск увечары → Мы прыехалі ў [Мінск|LOCATION] увечары
                Совет Безопасности ООН собрался → [Совет Безопасности ООН|ORGANISATION] собрался
                """);
    }

    @Test
    void learnedIdentifier() {
        check("learned-identifier", """
                On that day Tarabunda and the applicant left → On that day [Tarabunda|PERSON] and the applicant left
                represented by Mrs Wood, a lawyer → represented by [Mrs Wood|PERSON], [a lawyer|DEMOGRAPHIC]
                In 1993 the applicant moved to Nicosia → In [1993|DATE] the applicant moved to [Nicosia|LOCATION]
                they paid him CZK 4,000 for it → they paid him [CZK 4,000|QUANTITY] for it
                It rained on the roof of the house → It rained on the roof of the house
                """);
    }

    @Test
    void phone() {
        check("phone", """
                пишите на 80447654321 → пишите на [80447654321|CONTACT.PHONE]
                телефон домашний 201-33-44 → телефон домашний [201-33-44|CONTACT.PHONE]
                тел. 201-33-44 → тел. [201-33-44|CONTACT.PHONE]
                тэлефон адабралі. 2024-03 каля 17:55 → тэлефон адабралі. 2024-03 каля 17:55
                в 2021 году было 17 человек → в 2021 году было 17 человек
                """);
    }

    @Test
    void code() {
        check("code", """
                карта пацыента № 40-7713 там → карта пацыента № [40-7713|CODE.MEDICAL_RECORD] там
                личный номер 3120585A012PB1 → личный номер [3120585A012PB1|CODE.PERSONAL_NUMBER]
                паспорт НВ 7654321 → паспорт [НВ 7654321|CODE.PASSPORT]
                карта 4111 1111 1111 1111 → карта [4111 1111 1111 1111|CODE.CARD]
                карта 4111 1111 1111 1112 → карта 4111 1111 1111 1112
                номер страховки LT-771203 → номер страховки [LT-771203|CODE.INSURANCE]
                авто 7777 МР-5 → авто [7777 МР-5|CODE.PLATE]
                запіс, справа CB-2025-00107 → запіс, справа [CB-2025-00107|CODE.FILE]
                уголовное дело № 20124567 → уголовное дело № [20124567|CODE.FILE]
                история болезни № 1234/21 → история болезни № [1234/21|CODE.MEDICAL_RECORD]
                водительское удостоверение 5AA 123456 → водительское удостоверение [5AA 123456|CODE.LICENCE]
                отобрали в/у 5AA 123456 → отобрали в/у [5AA 123456|CODE.LICENCE]
                права серии 5АА № 123456 → права серии [5АА № 123456|CODE.LICENCE]
                права человека, статья 5 → права человека, статья 5
                """);
    }

    @Test
    void contact() {
        check("contact", """
                mail anna@host.example now → mail [anna@host.example|CONTACT.EMAIL] now
                reach Anna at a.b@host.example now → reach Anna at [a.b@host.example|CONTACT.EMAIL] now
                anna (at) host (dot) example → [anna (at) host (dot) example|CONTACT.EMAIL]
                канал t.me/some_channel тут → канал [t.me/some_channel|CONTACT.SOCIAL] тут
                вот @some_name пишет → вот [@some_name|CONTACT.SOCIAL] пишет
                """);
    }

    @Test
    void place() {
        check("place", """
                живёт: ул. Лесная, д. 3, кв. 14 → живёт: [ул. Лесная, д. 3, кв. 14|LOCATION.ADDRESS]
                на праспекце Лясным, 7, офіс 12 → на [праспекце Лясным, 7, офіс 12|LOCATION.ADDRESS]
                вуліца Лясная 7 → [вуліца Лясная 7|LOCATION.ADDRESS]
                at 37-74 Long Oak Street in → at [37-74 Long Oak Street|LOCATION.ADDRESS] in
                at 12 Long Oak Street in → at [12 Long Oak Street|LOCATION.ADDRESS] in
                точка 53.902284, 27.561831 → точка [53.902284, 27.561831|LOCATION.COORDINATES]
                приехал в Гомель → приехал в Гомель
                """);
    }

    @Test
    void date() {
        check("date", """
                задержан 9 августа 2020 года → задержан [9 августа 2020 года|DATE]
                родился 03.04.1990 → родился [03.04.1990|DATE.BIRTH]
                held on May 12, 2021 → held on [May 12, 2021|DATE]
                7 чэрвеня 2021 → [7 чэрвеня 2021|DATE]
                держали с 3 по 6 февраля 2022 → держали [с 3 по 6 февраля 2022|DATE]
                12 мая 1985 года рождения → [12 мая 1985 года рождения|DATE.BIRTH]
                пункт 3.2 правил → пункт 3.2 правил
                """);
    }

    @Test
    void settlement() {
        check("settlement", """
                месца працы, г. Гродна. Гутарка → месца працы, г. [Гродна|LOCATION]. Гутарка
                у вёсцы Гродна спынілі → у вёсцы [Гродна|LOCATION] спынілі
                жил в городе Минске, работал → жил в городе [Минске|LOCATION], работал
                в 2020 г. Орша горела → в 2020 г. Орша горела
                в городе Иванов видел → в городе Иванов видел
                из Гродно → из Гродно
                жил в пгт. Мир потом → жил в пгт. [Мир|LOCATION] потом
                жыў у г.п. Мір потым → жыў у г.п. [Мір|LOCATION] потым
                жыў у г. п. Мір потым → жыў у г. п. [Мір|LOCATION] потым
                жил в пгт Мир потом → жил в пгт [Мир|LOCATION] потом
                из аг. Ждановичи увезли → из аг. [Ждановичи|LOCATION] увезли
                дом у в. Гродна згарэў → дом у в. [Гродна|LOCATION] згарэў
                дом в д. Гродно сгорел → дом в д. [Гродно|LOCATION] сгорел
                били, пугали и т. д. Орша горела → били, пугали и т. д. Орша горела
                в XX в. Орша горела → в XX в. Орша горела
                в 19 в. Орша горела → в 19 в. Орша горела
                он за мир. Мир нужен → он за мир. Мир нужен
                """);
    }

    @Test
    void workplace() {
        check("workplace", """
                работал на заводе «Луч» → работал на [заводе «Луч»|ORGANISATION.WORKPLACE]
                вучыцца ў школе № 17 → вучыцца ў [школе № 17|ORGANISATION.WORKPLACE]
                работала я в изоляторе на улице Тихой, теперь → работала я в [изоляторе на улице Тихой|ORGANISATION.WORKPLACE], теперь
                Я тады працавала (Аптэка № 200, г. Віцебск) → Я тады працавала ([Аптэка № 200|ORGANISATION.WORKPLACE], г. Віцебск)
                patient of City Clinic No. 12 said → patient of [City Clinic No. 12|ORGANISATION.WORKPLACE] said
                у ворот завода «Луч» → у ворот [завода «Луч»|ORGANISATION.WORKPLACE]
                """);
    }

    @Test
    void age() {
        check("age", """
                пришла 34-летняя женщина → пришла [34-летняя|QUANTITY.AGE] женщина
                ей сорок один год → ей [сорок один год|QUANTITY.AGE]
                медсястра, трыццаці чатырох гадоў, кажа → медсястра, [трыццаці чатырох гадоў|QUANTITY.AGE], кажа
                a student, aged twenty, left → a student, aged [twenty|QUANTITY.AGE], left
                его держали два года → его держали два года
                прошло 34 года → прошло 34 года
                """);
    }

    @Test
    void family() {
        check("family", """
                она мать троих детей, а он молчал → она [мать троих детей|DEMOGRAPHIC.FAMILY], а он молчал
                у яго двое дзяцей і дом → у яго [двое дзяцей|DEMOGRAPHIC.FAMILY] і дом
                я вдова, живу одна → я [вдова|DEMOGRAPHIC.FAMILY], живу одна
                мая адзіная дачка плакала → мая [адзіная дачка|DEMOGRAPHIC.FAMILY] плакала
                a mother of three, she left → a [mother of three|DEMOGRAPHIC.FAMILY], she left
                у меня две дочери и дом → у меня [две дочери|DEMOGRAPHIC.FAMILY] и дом
                у яе тры сыны і дом → у яе [тры сыны|DEMOGRAPHIC.FAMILY] і дом
                дзве малодшыя дачкі плакалі → [дзве малодшыя дачкі|DEMOGRAPHIC.FAMILY] плакалі
                с тремя детьми из дома → с [тремя детьми|DEMOGRAPHIC.FAMILY] из дома
                з двума сынамі і яшчэ → з [двума сынамі|DEMOGRAPHIC.FAMILY] і яшчэ
                у неё пять детей и дом → у неё [пять детей|DEMOGRAPHIC.FAMILY] и дом
                моя сестра молчала → моя сестра молчала
                две стены и три двери → две стены и три двери
                нас было двое, детей не видели → нас было двое, детей не видели
                """);
    }

    @Test
    void amount() {
        check("amount", """
                рост 173 см и тёмные волосы → рост [173 см|QUANTITY.BODY] и тёмные волосы
                вага 61 кг, валасы цёмныя → вага [61 кг|QUANTITY.BODY], валасы цёмныя
                он требовал 2 500 рублей сразу → он требовал [2 500 рублей|QUANTITY.MONEY] сразу
                рост 1,82 м и тёмные волосы → рост [1,82 м|QUANTITY.BODY] и тёмные волосы
                вышыня прыкладна 1 м 74 см, худы → вышыня прыкладна [1 м 74 см|QUANTITY.BODY], худы
                he paid $500 at once → he paid [$500|QUANTITY.MONEY] at once
                he paid $ 1,500.50 at once → he paid [$ 1,500.50|QUANTITY.MONEY] at once
                он отдал 200 USD сразу → он отдал [200 USD|QUANTITY.MONEY] сразу
                аддаў EUR 4,000 і пайшоў → аддаў [EUR 4,000|QUANTITY.MONEY] і пайшоў
                забралі 300 € і ўсё → забралі [300 €|QUANTITY.MONEY] і ўсё
                рост цен и 150 человек → рост цен и 150 человек
                знак $ на стене, 20 домов → знак $ на стене, 20 домов
                камера 2,5 м в длину → камера 2,5 м в длину
                потолок 1,82 м высотой → потолок 1,82 м высотой
                рубец длиной 17 см, параллельный → рубец длиной 17 см, параллельный
                """);
    }

    @Test
    void demographic() {
        check("demographic", """
                она работала поваром в столовой → она работала [поваром|DEMOGRAPHIC.PROFESSION] в столовой
                працую аптэкаркай ў Гродне → працую [аптэкаркай|DEMOGRAPHIC.PROFESSION] ў Гродне
                Потом врач молчал → Потом врач молчал
                Он, водитель троллейбуса, ушёл → Он, [водитель троллейбуса|DEMOGRAPHIC.PROFESSION], ушёл
                гражданка Грузии, ушла → гражданка [Грузии|DEMOGRAPHIC], ушла
                мой муж татарин, родом из → мой муж [татарин|DEMOGRAPHIC], родом из
                работала весь день → работала весь день
                """);
    }

    @Test
    void aSurnameAtALinesBeginningKeepsTheInitialsBehindIt() {
        // Given
        String text = "спыталі пра\nМароз В. У. Дзяжурны запісаў";

        // Then
        assertThat(Marked.by("person-pattern", text, detector.detect(text, "be", List.of())))
                .isEqualTo("спыталі пра\n[Мароз В. У|PERSON]. Дзяжурны запісаў");
    }

    private void check(String recogniser, String fixture) {
        for (String line : fixture.strip().split("\n")) {
            String[] sides = line.split(" → ");
            String before = sides[0].strip();
            String after = sides[1].strip();
            boolean sentence = after.endsWith(".") && !before.endsWith(".");
            String text = sentence ? before + "." : before;
            var mentions = detector.detect(text, "und", List.of(People.piotr(), People.kozlov()));
            if (recogniser.equals("date")) {
                mentions = detector.detect(text, "und", List.of());
            }
            assertThat(Marked.by(recogniser, text, mentions)).as(text).isEqualTo(after);
            if (WRAPPED.contains(recogniser) && !sentence) {
                checkWrapped(recogniser, after);
            }
        }
    }

    /// A line may end wherever a space stands in a mention.
    private void checkWrapped(String recogniser, String after) {
        String wrapped = MARK.matcher(after)
                .replaceAll(mark -> Matcher.quoteReplacement(mark.group().replace(' ', '\n')));
        String text = MARK.matcher(wrapped).replaceAll("$1");
        var persons = recogniser.equals("date") ? List.<Person>of() : List.of(People.piotr(), People.kozlov());
        assertThat(Marked.by(recogniser, text, detector.detect(text, "und", persons)))
                .as(text)
                .isEqualTo(wrapped);
    }
}
