package org.safepassage.redact.pseudonyms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

class SentenceTest {
    private final PseudonymMaker maker = new PseudonymMaker(new MemoryRegister());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ru | male   | Иванов Пётр Сергеевич   | Били <Иванова> вчера.                  | Били свидетеля CODE вчера.
            ru | male   | Иванов Пётр Сергеевич   | Сказали <Иванову Петру>, что           | Сказали свидетелю CODE, что
            ru | male   | Иванов Пётр Сергеевич   | <Иванов П.С.> пояснил                  | Свидетель CODE пояснил
            ru | male   | Иванов Пётр Сергеевич   | Вместе с <Петром Ивановым> был         | Вместе с свидетелем CODE был
            ru | male   | Иванов Пётр Сергеевич   | об <Иванове>                           | об свидетеле CODE
            ru | female | Козлова Анна Ивановна   | <Анна> плакала                         | Свидетельница CODE плакала
            ru | female | Козлова Анна Ивановна   | Передали <Анне Козловой> записку       | Передали свидетельнице CODE записку
            ru | female | Козлова Анна Ивановна   | видел <Козлову А.И.> там               | видел свидетельницу CODE там
            ru | female | Козлова Анна Ивановна   | без <Козловой> ушли                    | без свидетельницы CODE ушли
            ru | female | Козлова Анна Ивановна   | Дом <Козловой> стоял                   | Дом свидетельницы CODE стоял
            ru | female | Козлова Анна Ивановна   | Потом <Козловой> стало плохо           | Потом CODE стало плохо
            ru | female | Шевченко Мария          | к <Шевченко> подошли                   | к свидетельнице CODE подошли
            ru | female | Шевченко Мария          | потом <Шевченко> увели                 | потом CODE увели
            ru | female | Шевченко Мария          | Свидетельница <Шевченко> молчала       | Свидетельница CODE молчала
            ru | male   | Чайковский Юрий         | слова <Чайковского>                    | слова свидетеля CODE
            ru | male   | Чайковский Юрий         | позвонил <Юрию>                        | позвонил свидетелю CODE
            be | male   | Кавалёў Мікола          | Білі <Кавалёва>.                       | Білі сведку CODE.
            be | male   | Кавалёў Мікола          | Побач з <Кавалёвым> стаяў              | Побач з сведкам CODE стаяў
            be | female | Казлова Вольга          | Далі <Вользе> вады                     | Далі сведцы CODE вады
            be | female | Казлова Вольга          | бачыў <Вольгу>                         | бачыў сведку CODE
            be | female | Казлова Вольга          | пра <Вольгу Казлову>                   | пра сведку CODE
            be | male   | Шаўчэнка Іван           | для <Шаўчэнкі>                         | для сведкі CODE
            be | male   | Смірноў Павел           | на просьбу <Паўла Смірнова>            | на просьбу сведкі CODE
            be | male   | Усовіч Арцём            | Калегі паважаюць <Арцёма Усовіча>      | Калегі паважаюць сведку CODE
            ru | male   | Иванов Пётр Сергеевич   | по просьбе <Иванова>                   | по просьбе свидетеля CODE
            en | female | Kazlova Volha           | <Volha Kazlova> said; they beat <K.>   | Witness CODE said; they beat <K.>
            en | female | Kazlova Volha           | They beat <Volha's> brother            | They beat witness CODE brother
            """)
    void aRoleReadsAsTheNameDid(String language, String sex, String name, String text, String expected) {
        assertThat(told(language, Sex.valueOf(sex.toUpperCase(java.util.Locale.ROOT)), name, text, Role.WITNESS, true))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ru | Били <Иванова> вчера.      | Били Лицо CODE вчера.
            ru | Сказали <Иванову>          | Сказали Лицу CODE
            ru | Со слов <Иванова>          | Со слов Лица CODE
            be | Сказалі <Іванову>          | Сказалі Асобе CODE
            uk | бачив <Іванова>            | бачив Особа CODE
            en | they saw <Ivanou>          | they saw Person CODE
            und| they saw <Ivanou>          | they saw Person CODE
            """)
    void withoutARoleTheWordSaysNothingOfThePerson(String language, String text, String expected) {
        assertThat(told(language, Sex.MALE, "Иванов Пётр", text, null, true)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ru | <Анна> плакала             | Свидетель CODE плакала
            ru | видел <Анну>               | видел свидетеля CODE
            be | бачыў <Анну>               | бачыў сведку CODE
            """)
    void theSexIsNotToldWhereThePolicyDoesNotKeepIt(String language, String text, String expected) {
        assertThat(told(language, Sex.FEMALE, "Козлова Анна", text, Role.WITNESS, false))
                .isEqualTo(expected);
    }

    private String told(String language, Sex sex, String name, String marked, @Nullable Role role, boolean tellsSex) {
        int start = marked.indexOf('<');
        int end = marked.indexOf('>');
        String written = marked.substring(start + 1, end).replace("'s", "");
        String text = marked.replaceFirst("<", "").replaceFirst(">", "");
        var sentence = new Sentence(text, start, written, language);
        var wording = sentence.wording(List.of(PersonName.of(name)), sex, role, tellsSex);
        String told = maker.in("case/p1", "PERSON", wording);
        String code = maker.of("case/p1", "PERSON", sex, "en").substring("Person ".length());
        return marked.substring(0, start) + told.replace(code, "CODE") + marked.substring(end + 1);
    }
}
