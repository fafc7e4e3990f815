package org.safepassage.redact.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.redact.People;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// Perpetrators who may be named beside witnesses who may not, most with the same surname: what the check must tell
/// apart, so that
/// no consignment waits for nothing, and what it must not excuse.
class SharedSurnamesTest {
    private static final List<Person> PERSONS = List.of(
            People.person("p1", Role.ALLEGED_PERPETRATOR, Sex.MALE, "Пятрэнка Аляксей Аляксандравіч"),
            People.person("v1", Role.WITNESS, Sex.FEMALE, "Пятрэнка Дар'я Мікалаеўна"),
            People.person("p2", Role.ALLEGED_PERPETRATOR, Sex.MALE, "Навіцкі Ігар Мікалаевіч"),
            People.person("v2", Role.WITNESS, Sex.MALE, "Навіцкі Зміцер Арцёмавіч"),
            People.person("p7", Role.ALLEGED_PERPETRATOR, Sex.MALE, "Лапіцкі Зміцер Міхайлавіч"),
            People.person("p3", Role.ALLEGED_PERPETRATOR, Sex.MALE, "Ivanou Dzmitry"),
            People.person("v3", Role.WITNESS, Sex.FEMALE, "Ivanova Vera"),
            People.person("p4", Role.ALLEGED_PERPETRATOR, Sex.FEMALE, "Новик Валентина Егоровна"),
            People.person("v4", Role.WITNESS, Sex.FEMALE, "Новик Раиса Леонидовна"),
            People.person("p5", Role.ALLEGED_PERPETRATOR, Sex.MALE, "Жибуль Константин Иванович"),
            People.person("v5", Role.WITNESS, Sex.FEMALE, "Жибуль Ксения Юрьевна"),
            People.person("v7", Role.WITNESS, Sex.FEMALE, "Мікалаева Вікторыя Фёдараўна"),
            People.person("p6", Role.ALLEGED_PERPETRATOR, Sex.FEMALE, "Гурыновіч Таццяна Васільеўна"),
            People.person("v6", Role.WITNESS, Sex.FEMALE, "Гурыновіч Марыя Русланаўна"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Усю дарогу Пятрэнка А. А. хадзіў па людзях.",
                "Усю дарогу Пятрэнка Аляксей Аляксандравіч маўчаў.",
                "Гэта рабіў Ігар Навіцкі. Зміцер Лапіцкі стаяў ля сцяны.",
                "The injuries of Dzmitry Ivanou were described.",
                "Заявила Новик В.Е. и ушла.",
                "Протокол составлял К. И. Жибуль, потом Жибуль К. И. ушёл.",
                "Colleagues respect Hurynovič Tacciana Vasiljeŭna for advice.",
            })
    void whatOnlySoundsLikeTheOtherOneIsNoLeak(String text) {
        assertThat(check(text)).isInstanceOf(CheckResult.Clean.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Бачылі Дар'ю Пятрэнка.",
                "Пятрэнка, Дар'я",
                "Навіцкі Зміцер стаяў ля сцяны.",
                "Ivanova Vera",
                "vera ivanova",
                "Заявила Новик Р.Л. и ушла.",
                "Пришла Новик.",
                "Жибуль К. Ю., Жибуль Ксения",
                "Hurynovič Maryja",
                "Hurynovič wrote.",
                "They asked about Nikolaeva.",
                "Спрашивали о Николаевой.",
            })
    void whatPointsToTheOtherOneIsALeak(String text) {
        assertThat(check(text)).isInstanceOf(CheckResult.Leaks.class);
    }

    private static CheckResult check(String text) {
        try {
            return new ExitCheck(CheckScene.plainReader())
                    .check(
                            List.of(CheckScene.file("data/a.txt", text)),
                            CheckScene.caseFile(PERSONS),
                            CheckScene.allowance(PERSONS),
                            List.of());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
