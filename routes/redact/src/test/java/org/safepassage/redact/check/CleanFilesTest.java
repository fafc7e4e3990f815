package org.safepassage.redact.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.redact.CaseKnowledge;
import org.safepassage.redact.CaseText;
import org.safepassage.redact.Detector;
import org.safepassage.redact.People;
import org.safepassage.redact.TextRedactor;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

class CleanFilesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Person K7R2 was held in Minsk from 2021-08 on. [name] saw it.",
                "Асоба H4T8 не бачыла Асобу K7R2. [імя] быў там, [дата].",
                "Лицо C5M6X3 просило врача. [контакт] [номер] [место]",
                "Чуў, як дапытвалі Асобу\nK3Q7. Ён маўчаў.",
                "[імя] не памятае, што было далей.",
                "Громов Виктор Олегович бил ногами. Виктор Громов стоял рядом.",
                "В. О. Громов и Громов В. О. подписали протокол.",
                "Лазарчук Ирина Павловна прыйшла раніцай.",
                "Ирина Лазарчук подала жалобу; Лазарчук И. П. её зачитала.",
                "Iryna Lazarchuk was not let in.",
                "Раздался гром, потом громкий стук. Щербатый пол, надежда на помощь.",
                "Гомель, 2021-08. На завод не пустили. Никого не было, 17 человек ждали.",
                "Общая сумма 2 719 руб., рост 173 см, вес 61 кг, давление 120/80, 3851 дело.",
            })
    void whatTheDecisionPermitsIsNoLeak(String text) {
        assertThat(CheckScene.check(CheckScene.file("data/a.txt", text))).isInstanceOf(CheckResult.Clean.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Пришёл Громов.", "Видели Громову.", "GROMOVA", "Громовы"})
    void aSurnameThatAPermittedPersonSharesIsALeakWhenItStandsAlone(String text) {
        assertThat(CheckScene.check(CheckScene.file("data/a.txt", text))).isInstanceOf(CheckResult.Leaks.class);
    }

    @Test
    void theSecondSearchLeavesASharedSurnameThatFitsOnlyThePermittedPersonToTheRecognisers() {
        // Given
        var search = new CaseSearch(CheckScene.CASE, CheckScene.allowance(), List.of(), CaseKnowledge.NONE);
        var his = new HitList();
        var either = new HitList();

        // When
        search.search(new View("text", 0, false, View.Kind.FORM, "Пришёл Громов."), his);
        search.search(new View("text", 0, false, View.Kind.FORM, "Видели Громову."), either);

        // Then
        assertThat(his.isEmpty()).isTrue();
        assertThat(either.isEmpty()).isFalse();
    }

    @Test
    void whatAReaderCallsAPicturesPropertiesIsNobodysNameButWhatTheFileSaysIs() throws Exception {
        // Given: a woman whose name sounds like the middle of "ColorSpaceType"
        var olga = List.of(People.person("p1", Role.COMPLAINANT, Sex.FEMALE, "Усович", "Ольга", "Викторовна"));

        // Then
        assertThat(hits(olga, Map.of("Chroma ColorSpaceType", List.of("RGB"))).isEmpty())
                .isTrue();
        assertThat(hits(olga, Map.of("Olga", List.of("RGB"))).isEmpty()).isFalse();
        assertThat(hits(olga, Map.of("Chroma ColorSpaceType", List.of("Olga"))).isEmpty())
                .isFalse();
    }

    private static HitList hits(List<Person> persons, Map<String, List<String>> metadata) throws Exception {
        var hits = new HitList();
        var search = new CaseSearch(
                CheckScene.caseFile(persons), CheckScene.allowance(persons), List.of(), CaseKnowledge.NONE);
        var picture = new Extraction(
                Extraction.Status.NO_TEXT, "", "image/png", 1, List.of(), "", List.of(), metadata, List.of());
        new ReadBackScan(new FileScan(search, hits, View.Kind.METADATA), false).search(picture);
        return hits;
    }

    @Test
    void aTagFileOfDigestsAndIdsIsNoLeakButAPathInItIsOne() {
        // Given
        var manifest = new StringBuilder();
        byte[] digest = new byte[32];
        var random = new Random(11);
        for (int i = 0; i < 400; i++) {
            random.nextBytes(digest);
            manifest.append(HexFormat.of().formatHex(digest))
                    .append("  data/renditions/r")
                    .append(i)
                    .append(".txt\n");
        }
        String leaking = manifest + "0".repeat(64) + "  data/kavaleuskaya.txt\n";

        // When
        CheckResult clean = CheckScene.check(CheckScene.file("manifest-sha256.txt", manifest.toString()));
        CheckResult leak = CheckScene.check(CheckScene.file("manifest-sha256.txt", leaking));

        // Then
        assertThat(clean).isInstanceOf(CheckResult.Clean.class);
        assertThat(leak).isInstanceOf(CheckResult.Leaks.class);
    }

    @Test
    void chanceInRandomBytesAndCodesIsNoLeak() {
        // Given
        byte[] bytes = new byte[3 << 20];
        new Random(7).nextBytes(bytes);
        byte[] code = new byte[60_000];
        new Random(8).nextBytes(code);
        var media = new Extraction(
                Extraction.Status.NO_TEXT, "", "video/mp4", 0, List.of(), "", List.of(), Map.of(), List.of());

        // When
        CheckResult result = CheckScene.check(
                CheckScene.reader(media),
                CheckScene.file("data/a.mp4", bytes),
                CheckScene.file(
                        "custody/proof.json", "{\"p\":\"" + Base64.getEncoder().encodeToString(code) + "\"}"));

        // Then
        assertThat(result).isInstanceOf(CheckResult.Clean.class);
    }

    /// A painted page shows the title and a grey box where the name was.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Statement taken in the district hospital\n\nMrs came to us with pain in the shoulder",
                "Dr. saw a large bruise and wrote it down."
            })
    void aTitleWhoseNameIsCoveredIsNobodysName(String text) {
        // When
        CheckResult result = CheckScene.check(CheckScene.file("data/a.txt", text.getBytes(StandardCharsets.UTF_8)));

        // Then
        assertThat(result).isInstanceOf(CheckResult.Clean.class);
    }

    @Test
    void wordsThatAReviewerTookForNobodyAreNoLeakThoughTheyReadAsAName() throws IOException {
        // Given
        var nobody = new CaseKnowledge(
                new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(Set.of("Ясная Поляна")));
        var files = List.of(CheckScene.file("data/a.txt", "Теплоход «Ясная Поляна» стоял у пристани."));
        var others = List.of("Ясная Поляна");
        var check = new ExitCheck(CheckScene.plainReader());

        // Then
        assertThat(check.check(files, CheckScene.CASE, CheckScene.allowance(), others))
                .isInstanceOf(CheckResult.Leaks.class);
        assertThat(check.check(files, CheckScene.CASE, CheckScene.allowance(), others, nobody))
                .isInstanceOf(CheckResult.Clean.class);
    }

    @Test
    void theIdOfAnExhibitIsNobodysName() {
        // Given
        String page = "Exhibits\n\n\tid\tkind\tcaptured\n\n\tx8\tphotograph\t2022-04\n\n\tx9\tvideo\t2022-04\n";

        // Then
        assertThat(CheckScene.check(CheckScene.file("data/a.txt", page))).isInstanceOf(CheckResult.Clean.class);
    }

    @Test
    void aNameAtTheEndOfALineIsNotPutTogetherWithTheNextLineBehindAComma() {
        // Given
        var named = new Person(
                "p4", Role.ALLEGED_PERPETRATOR, Sex.MALE, List.of(PersonName.of("Шаўчэнка Зміцер Юр'евіч")), List.of());
        var unnamed =
                new Person("p2", Role.WITNESS, Sex.MALE, List.of(PersonName.of("Шаўчэнка Іван Ігаравіч")), List.of());
        var search = new NameSearch(new SoughtNames(List.of(named), List.of(unnamed), List.of()));
        String chance = "рапарт, які падпісаў З.Ю. Шаўчэнка,\nвынікае, што";
        String leak = "рапарт, які падпісаў Шаўчэнка\nІван, вынікае, што";

        // Then
        assertThat(hits(search, chance)).isEmpty();
        assertThat(hits(search, leak)).isNotEmpty();
    }

    private static List<Hit> hits(NameSearch search, String text) {
        var hits = new HitList();
        hits.enter("a.pdf");
        search.search(new View("text", 0, false, View.Kind.PROSE, text), SoundStream.of(text), hits);
        return hits.hits();
    }

    @Test
    void noDayOfBirthIsPutTogetherFromTwoRunsOfCompressedBytes() {
        // Given
        byte[] chance = "\0#fgh7k9v\0\0001&7qwerty\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = "\0abc 5.9.2001 \0".getBytes(StandardCharsets.ISO_8859_1);
        var births = new BirthDates(List.of("2001-09-05"));

        // Then
        assertThat(hits(births, Charsets.runs(chance, chance.length))).isEmpty();
        assertThat(hits(births, Charsets.runs(whole, whole.length))).isNotEmpty();
    }

    private static List<Hit> hits(BirthDates births, String text) {
        var hits = new HitList();
        hits.enter("a.pdf");
        births.search(new View("strings", 0, true, View.Kind.NOISE, text), hits);
        return hits.hits();
    }

    @Test
    void fiftyInventedTextsInThreeLanguagesRaiseNoAlarm() throws IOException {
        // Given
        var texts = new InventedTexts(new Random(42));
        var files = new ArrayList<CheckedFile>();
        for (int i = 0; i < 50; i++) {
            String text = texts.next(i % 3);
            files.add(CheckScene.file("data/renditions/r" + i + ".txt", text));
            files.add(CheckScene.file("data/j" + i + ".json", "{\"text\":\"" + text.replace("\n", "\\n") + "\"}"));
        }

        // When
        CheckResult result = new ExitCheck(CheckScene.plainReader())
                .check(
                        files,
                        CheckScene.caseFile(everydayPersons()),
                        CheckScene.allowance(everydayPersons()),
                        List.of());

        // Then
        assertThat(result).isInstanceOf(CheckResult.Clean.class);
    }

    @Test
    void whatTheRedactorWritesPasses() throws IOException {
        // Given
        var detector = Detector.standard().forCase(CheckScene.PERSONS);
        String text = """
                Я, Кавалеўская Надзея Сцяпанаўна, нарадзілася 12.03.1984, тэлефон +375 29 613-48-07.
                Разам са мной быў Щербаченко Фёдор. Мяне біў Громов Виктор Олегович 12 жніўня 2020 года.
                Адвакат Лазарчук Ирина Павловна прыйшла раніцай. Пашпарт HB2719384.
                """;
        String redacted = new TextRedactor()
                .redact(text, "be", "t", detector.detect(new CaseText("t", text, "be")), CheckScene.allowance())
                .text();

        // When
        CheckResult result = new ExitCheck(CheckScene.plainReader())
                .check(List.of(CheckScene.file("a.txt", redacted)), CheckScene.CASE, CheckScene.allowance(), List.of());

        // Then
        assertThat(result).isInstanceOf(CheckResult.Clean.class);
        assertThat(redacted).contains("Громов Виктор");
    }

    /// Persons whose names are also words.
    private static List<Person> everydayPersons() {
        return List.of(
                People.person("e1", Role.WITNESS, Sex.MALE, "Мороз", "Павел", "Андреевич"),
                People.person("e2", Role.WITNESS, Sex.MALE, "Жук", "Ян", "Янович"),
                People.person("e3", Role.WITNESS, Sex.FEMALE, "Белова", "Вера", "Ивановна"),
                People.person("e4", Role.WITNESS, Sex.MALE, "Новик", "Роман", "Львович"),
                People.person("e5", Role.WITNESS, Sex.FEMALE, "Коваль", "Любовь", "Петровна"),
                People.person("e6", Role.WITNESS, Sex.MALE, "Титов", "Лев", "Ильич"),
                People.person("e7", Role.WITNESS, Sex.FEMALE, "Савіцкая", "Зоя", "Раманаўна"));
    }
}
