package org.safepassage.extract.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepassage.schemas.Place;

final class PlaceReaderTest {
    private final PlaceReader reader = new PlaceReader();

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", nullValues = "-", textBlock = """
            г. Минск                                            | Minsk      | Minsk City     | ''
            Мінск                                               | Minsk      | Minsk City     | ''
            у Мінску                                            | Minsk      | Minsk City     | ''
            Minsk, Belarus                                      | Minsk      | Minsk City     | ''
            220030, г. Минск, ул. Прыдуманая, д. 5, кв. 7       | Minsk      | Minsk City     | ''
            Фрунзенское РУВД г. Минска                          | Minsk      | Minsk City     | Фрунзенское РУВД г. Минска
            г. Мінск, Цэнтральнае РУУС                          | Minsk      | Minsk City     | Цэнтральнае РУУС
            изолятор на Окрестина, Минск                        | Minsk      | Minsk City     | изолятор на Окрестина
            Акрэсціна                                           | ''         | ''             | Акрэсціна
            Жодзіна, турма № 8                                  | Zhodino    | Minsk Region   | турма № 8
            г. Гомель, Гомельская область                       | Gomel      | Gomel Region   | ''
            Брэсцкая вобласць, Пінскі раён, в. Выдуманая        | Выдуманая  | Brest Region   | ''
            д. Выдумка, Витебская обл.                          | Выдумка    | Vitebsk Region | ''
            аг. Прыклад, Магілёўская вобл.                      | Прыклад    | Mogilev Region | ''
            penal colony No. 4, Gomel                           | Gomel      | Gomel Region   | penal colony No. 4
            police station, Grodno region                       | ''         | Grodno Region  | police station
            исправительная колония № 99                         | ''         | ''             | исправительная колония № 99
            Vilnius                                             | Vilnius    | ''             | ''
            вул. Прыдуманая, 12                                 | ''         | ''             | ''
            ''                                                  | ''         | ''             | ''
            """)
    void aPlaceIsReadInItsParts(String written, String name, String region, String station) {
        // When
        Place place = reader.read(written);

        // Then
        assertThat(place).isEqualTo(new Place(written, name, region, station));
    }
}
