package org.safepassage.extract.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.schemas.NormalDate;

final class DateReaderTest {
    private final DateReader reader = new DateReader();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2020-08-09                          | 2020-08-09 | 2020-08-09
            09.08.2020                          | 2020-08-09 | 2020-08-09
            9.8.20                              | 2020-08-09 | 2020-08-09
            03.04.71                            | 1971-04-03 | 1971-04-03
            9/08/2020                           | 2020-08-09 | 2020-08-09
            09-08-2020                          | 2020-08-09 | 2020-08-09
            2020.08.09                          | 2020-08-09 | 2020-08-09
            9 жніўня 2020 года                  | 2020-08-09 | 2020-08-09
            9 жніўня 2020 г.                    | 2020-08-09 | 2020-08-09
            9-га жніўня 2020                    | 2020-08-09 | 2020-08-09
            9 августа 2020 года                 | 2020-08-09 | 2020-08-09
            9-го августа 2020 г.                | 2020-08-09 | 2020-08-09
            August 9, 2020                      | 2020-08-09 | 2020-08-09
            9th of August 2020                  | 2020-08-09 | 2020-08-09
            9 Aug. 2020                         | 2020-08-09 | 2020-08-09
            1 траўня 2021                       | 2021-05-01 | 2021-05-01
            1 мая 2021                          | 2021-05-01 | 2021-05-01
            2020-08                             | 2020-08-01 | 2020-08-31
            08.2020                             | 2020-08-01 | 2020-08-31
            у жніўні 2020                       | 2020-08-01 | 2020-08-31
            в августе 2020 года                 | 2020-08-01 | 2020-08-31
            лістапад 2020                       | 2020-11-01 | 2020-11-30
            February 2020                       | 2020-02-01 | 2020-02-29
            лютым 2021                          | 2021-02-01 | 2021-02-28
            летам 2021                          | 2021-06-01 | 2021-08-31
            весной 2020                         | 2020-03-01 | 2020-05-31
            увосень 2020 года                   | 2020-09-01 | 2020-11-30
            in the summer of 2021               | 2021-06-01 | 2021-08-31
            зимой 2020/2021                     | 2020-12-01 | 2021-02-28
            зіма 2020-21                        | 2020-12-01 | 2021-02-28
            зимой 2020 года                     | 2019-12-01 | 2021-02-28
            I квартал 2021                      | 2021-01-01 | 2021-03-31
            3-і квартал 2021                    | 2021-07-01 | 2021-09-30
            3 кв. 2021                          | 2021-07-01 | 2021-09-30
            Q4 2020                             | 2020-10-01 | 2020-12-31
            2020-Q4                             | 2020-10-01 | 2020-12-31
            первая половина 2021 года           | 2021-01-01 | 2021-06-30
            второе полугодие                    |            |
            second half of 2021                 | 2021-07-01 | 2021-12-31
            в начале августа 2020               | 2020-08-01 | 2020-08-10
            у сярэдзіне жніўня 2020 года        | 2020-08-11 | 2020-08-20
            late August 2020                    | 2020-08-21 | 2020-08-31
            у канцы 2020 года                   | 2020-09-01 | 2020-12-31
            2020                                | 2020-01-01 | 2020-12-31
            у 2020 годзе                        | 2020-01-01 | 2020-12-31
            9-12 жніўня 2020                    | 2020-08-09 | 2020-08-12
            9–12 августа 2020 года              | 2020-08-09 | 2020-08-12
            с 9 по 12 августа 2020              | 2020-08-09 | 2020-08-12
            з 30 ліпеня па 2 жніўня 2020 года   | 2020-07-30 | 2020-08-02
            from 9 to 12 August 2020            | 2020-08-09 | 2020-08-12
            09.08.2020 - 12.08.2020             | 2020-08-09 | 2020-08-12
            09.08.2020-12.08.2020               | 2020-08-09 | 2020-08-12
            август - сентябрь 2020              | 2020-08-01 | 2020-09-30
            2020-2021                           | 2020-01-01 | 2021-12-31
            30.12.2020 — 02.01.2021             | 2020-12-30 | 2021-01-02
            каля 9 жніўня 2020                  | 2020-08-02 | 2020-08-16
            около августа 2020                  | 2020-07-01 | 2020-09-30
            2020-08-09T23:30:00+03:00           | 2020-08-09 | 2020-08-09
            2020-08-09T23:30:00Z                | 2020-08-10 | 2020-08-10
            2020-08-09 23:30                    | 2020-08-09 | 2020-08-09
            09.08.2020 23:30                    | 2020-08-09 | 2020-08-09
            9 жнiўня 2020                       | 2020-08-09 | 2020-08-09
            """)
    void aDateIsReadAsItsDays(String written, LocalDate earliest, LocalDate latest) {
        // When
        NormalDate date = reader.read(written);

        // Then
        assertThat(date.original()).isEqualTo(written);
        assertThat(date.earliest()).isEqualTo(earliest);
        assertThat(date.latest()).isEqualTo(latest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "не помніць",
                "30.02.2021",
                "2021-13-01",
                "31 июня 2020",
                "12.08.2020 - 09.08.2020",
                "вчера",
                "9 августа",
                "зимой 2020/2023",
                "2020-08-09 or 2020-08-10",
                "9999",
                "08/09",
                "до 2020 года",
                "🙂 2020"
            })
    void whatIsNoDateStaysUnreadWithItsWords(String written) {
        // When
        NormalDate date = reader.read(written);

        // Then
        assertThat(date).isEqualTo(NormalDate.unread(written));
    }

    @Test
    void anOffsetBecomesTheCivilDateOfTheReadersZone() {
        // Given
        var warsaw = new DateReader(java.time.ZoneId.of("Europe/Warsaw"));

        // When
        NormalDate date = warsaw.read("2020-08-10T00:30:00+03:00");

        // Then
        assertThat(date.earliest()).isEqualTo(LocalDate.of(2020, 8, 9));
    }

    @Property(tries = 300)
    void anyWordsGiveADateOrNone(@ForAll @StringLength(max = 40) String written) {
        assertThatCode(() -> reader.read(written)).doesNotThrowAnyException();
    }
}
