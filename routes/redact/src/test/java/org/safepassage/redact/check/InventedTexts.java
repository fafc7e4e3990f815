package org.safepassage.redact.check;

import java.util.List;
import java.util.Random;

/// Invented redacted testimonies: pseudonyms, months, places, findings and everyday words that are also surnames.
final class InventedTexts {
    private static final List<List<String>> SENTENCES = List.of(
            List.of(
                    "%s была затрымана ў Менску ў %s.",
                    "На двары быў моцны мароз, і %s дрыжала ад холаду.",
                    "Усіх паставілі да сцяны, %s ляжала на падлозе.",
                    "Навука пра сляды траўмаў кажа, што сінякі жоўтыя на сёмы дзень.",
                    "Лекар у балельні апісаў гематому 7 на 4 см на левым плячы; %s маўчала.",
                    "Вялікага жука на сцяне камеры бачылі ўсе. Толькі вера ў лепшае засталася.",
                    "Ціск 130/85, пульс 92, тэмпература 37,4 у %s.",
                    "[імя] спытаў, ці ёсць у %s лекі, і запісаў нумар [нумар].",
                    "Супрацоўнікі РАУС білі дубінкамі па нагах, пасля чаго %s страціла прытомнасць.",
                    "Коўдраў не было, святло гарэла ўсю ноч, раман чытаць не давалі."),
            List.of(
                    "%s задержали в Гродно в %s.",
                    "Снаружи стоял мороз, любовь и надежда помогали держаться.",
                    "%s вели по коридору с руками за спиной.",
                    "По мнению врача, переломы рёбер у %s получены за три недели до осмотра.",
                    "Тогда новый следователь задал 14 вопросов и прочитал законы.",
                    "Белый жук полз по стене, белая лампа горела всю ночь.",
                    "[имя] видел, как %s упала у ворот ИВС.",
                    "Рост 168 см, вес 54 кг; на спине у %s полосы длиной 22 см.",
                    "В 2020-08 в камере на 6 мест держали 38 человек, воды не давали.",
                    "Тигра и льва на гербе закрасили, коваль чинил замок, роман отобрали."),
            List.of(
                    "%s was detained in Brest in %s.",
                    "It was freezing; the hope of %s was a blanket.",
                    "The doctor recorded a bruise of 9 by 5 cm on the left shoulder of %s.",
                    "That was not a name that [name] recalled; the novel was taken away.",
                    "About 30 people stood in a cell for 8 while %s was questioned.",
                    "Officers in black masks beat %s with truncheons for roughly 40 minutes.",
                    "No lawyer was let in until 2020-08. [contact] was written on the wall.",
                    "The findings are highly consistent with the account (Istanbul Protocol, paragraph 187).",
                    "%s asked for water at 3:15 and again at 5:40.",
                    "White lamps burned all night; love and faith kept us alive, said %s."));
    private static final List<String> NOUNS = List.of("Асоба", "Лицо", "Person");
    private static final String LETTERS = "BCDFGHJKMNPQRTVWXZ";

    private final Random random;

    InventedTexts(Random random) {
        this.random = random;
    }

    /// A text of forty sentences: 0 Belarusian, 1 Russian, 2 English.
    String next(int language) {
        var text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            List<String> sentences = SENTENCES.get(language);
            String sentence = sentences.get(random.nextInt(sentences.size()));
            String month = "20" + (19 + random.nextInt(4)) + "-0" + (1 + random.nextInt(9));
            text.append(sentence.replaceFirst("%s", pseudonym(language)).replace("%s", month));
            text.append(i % 7 == 6 ? "\n\n" : i % 3 == 2 ? "\n" : " ");
        }
        return text.toString();
    }

    private String pseudonym(int language) {
        var code = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            code.append(
                    i % 2 == 0 ? LETTERS.charAt(random.nextInt(LETTERS.length())) : (char) ('2' + random.nextInt(8)));
        }
        return NOUNS.get(language) + " " + code;
    }
}
