package org.safepassage.redact.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.schemas.Extraction;

class PlantedLeaksTest {
    private static final String LEAK = "Там была Надзея Кавалеўская, потым прыйшоў лекар.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Там была Кавалеўская.",
                "Надзеі Кавалеўскай не было.",
                "Я бачыў Кавалеўскую на калідоры.",
                "Видели Ковалевскую Надежду.",
                "I saw Kavaleuskaya there.",
                "I saw Nadzeya Kavaleuskaya there.",
                "Nadzieja Kavaleŭskaja",
                "Madame Kavaleouskaïa Nadzeïa",
                "ТАМ БЫЛА КАВАЛЕЎСКАЯ",
                "там была кавалеўская",
                "Кaвaлeўcкaя з лацінскімі літарамі",
                "Кава\u00adлеў\u00adская",
                "Кава\u200bлеў\u200dская",
                "Кавалеў-\nская выйшла",
                "Кавалеў\nская выйшла",
                "К а в а л е ў с к а я",
                "НадзеяКавалеўская",
                "file_kavaleuskaya_2",
                "Пытанне да Надзеі Сцяпанаўны",
                "Щербаченко ушёл",
                "у Щербаченки",
                "Shcherbachenko left",
                "Ščarbačenka i inšyja Shcherbachenka",
                "Ф. И. Щербаченко",
                "Громова Анна",
                "видели Громову",
                "с Громовой",
                "Мартынюк Лявон",
                "Лявона Мартынюка",
                "Leo Martyniuk; Liavon Martyniuk",
            })
    void aNameIsFoundInEveryFormAndSpelling(String text) {
        assertThat(CheckScene.check(CheckScene.file("data/a.txt", text))).isInstanceOf(CheckResult.Leaks.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tel. 80296134807",
                "613 48 07",
                "(29) 613-48-07",
                "3 7 5 2 9 6 1 3 4 8 0 7",
                "N.Kavaleuskaja@Example.ORG",
                "n.kavaleuskaja at example dot org",
                "n.kavaleuskaja собака example точка org",
                "t.me/nadzeja_k84",
                "жыве: Падгорная 17",
                "на Падгорнай, дом 17",
                "ул. Подгорная, 17-42",
                "17 Padhornaya street",
                "НВ 2719384",
                "hb2719384",
                "2719384",
                "4120384 A 073 PB 6",
                "3851КТ3",
                "3851 KT-3",
                "12.03.1984",
                "12/3/84",
                "1984-03-12T00:00",
                "12 сакавіка 1984 г.",
                "12 марта 1984 года",
                "March 12, 1984",
                "12th of March 1984",
                "12.III.1984",
                "19840312",
                "12031984",
                "на Гомельском заводе пусковых двигателей",
                "МК 20931/21",
                "Case VS 2021 0734",
                "vs-2021-0734",
                "kavaleuskaja-rasprova7",
            })
    void aValueIsFoundHoweverItIsGrouped(String text) {
        assertThat(CheckScene.check(CheckScene.file("data/a.txt", text))).isInstanceOf(CheckResult.Leaks.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "написал somebody.else@example.net",
                "+375 33 345-67-89",
                "паспорт MP1234567",
                "3110585A012PB5",
                "карта 4111 1111 1111 1111",
                "BY13 NBRB 3600 9000 0000 2Z00 AB00",
            })
    void aNumberOfSomebodyWhomNobodyKnowsIsFound(String text) {
        assertThat(CheckScene.check(CheckScene.file("data/a.txt", text))).isInstanceOf(CheckResult.Leaks.class);
    }

    static Stream<Arguments> carriers() {
        var carriers = new ArrayList<Arguments>();
        add(carriers, "UTF-16LE", text -> text.getBytes(StandardCharsets.UTF_16LE));
        add(carriers, "UTF-16BE", text -> text.getBytes(StandardCharsets.UTF_16BE));
        add(carriers, "UTF-16 with mark", text -> text.getBytes(StandardCharsets.UTF_16));
        add(carriers, "windows-1251", text -> text.replace('\u2014', '-').getBytes(Charset.forName("windows-1251")));
        add(carriers, "KOI8-R", text -> text.replace('ў', 'у').replace('і', 'и').getBytes(Charset.forName("KOI8-R")));
        add(carriers, "JSON", text -> utf8("{\"a\":\"" + text + "\"}"));
        add(carriers, "JSON escapes", text -> utf8("{\"a\":\"" + escaped(text, "\\u%04x") + "\"}"));
        add(
                carriers,
                "JSON in JSON",
                text -> utf8("{\"a\":\"{\\\"b\\\":\\\"" + escaped(text, "\\\\u%04x") + "\\\"}\"}"));
        add(carriers, "decimal entities", text -> utf8("<p>" + escaped(text, "&#%d;") + "</p>"));
        add(carriers, "hexadecimal entities", text -> utf8("<p>" + escaped(text, "&#x%x;") + "</p>"));
        add(carriers, "tags inside words", text -> utf8("<p>" + text.replace("леў", "л<b>е</b>ў") + "</p>"));
        add(carriers, "percent", text -> utf8("/q?x=" + percent(text, '%')));
        add(carriers, "quoted-printable", text -> utf8(softLines(percent(text, '='))));
        add(carriers, "base64", text -> utf8("body: " + Base64.getEncoder().encodeToString(utf8(text)) + " end"));
        add(carriers, "base64 for URLs", text -> utf8(Base64.getUrlEncoder().encodeToString(utf8(text))));
        add(carriers, "base64 in lines", text -> utf8("\r\n" + mime(utf8(text + text))));
        add(carriers, "base64 of UTF-16", text -> utf8(mime(text.getBytes(StandardCharsets.UTF_16LE))));
        add(
                carriers,
                "base64 behind letters",
                text -> utf8("xy" + Base64.getEncoder().encodeToString(utf8(text))));
        add(carriers, "base64 of base64", text -> utf8(mime(utf8(mime(utf8(text))))));
        add(carriers, "hex", text -> utf8(HexFormat.of().formatHex(utf8(text))));
        add(carriers, "hex with spaces", text -> utf8(HexFormat.ofDelimiter(" ").formatHex(utf8(text))));
        add(
                carriers,
                "hex with colons",
                text -> utf8(HexFormat.ofDelimiter(":").withUpperCase().formatHex(utf8(text))));
        add(
                carriers,
                "escaped bytes",
                text -> utf8(HexFormat.of().withPrefix("\\x").formatHex(utf8(text))));
        add(carriers, "gzip", text -> gzip(utf8(text)));
        add(carriers, "zlib", text -> zlib(utf8(text)));
        add(carriers, "zip", text -> zip("a.txt", utf8(text)));
        add(carriers, "zip in a zip", text -> zip("b.zip", zip("a.txt", utf8(text))));
        add(carriers, "name in a zip", text -> zip(text, utf8("nothing")));
        add(carriers, "gzip in base64", text -> utf8("x " + mime(gzip(utf8(text)))));
        add(carriers, "amid bytes", text -> amid(utf8(text)));
        add(carriers, "UTF-16 amid bytes", text -> amid(text.getBytes(StandardCharsets.UTF_16LE)));
        add(carriers, "UTF-16 amid bytes, odd", text -> amid(("x" + text).getBytes(StandardCharsets.UTF_16BE)));
        add(carriers, "windows-1251 amid bytes", text -> amid(text.getBytes(Charset.forName("windows-1251"))));
        return carriers.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("carriers")
    void aNameIsFoundInEveryCarrier(String carrier, Function<String, byte[]> packing) {
        // Given
        byte[] packed = packing.apply(LEAK);

        // When
        CheckResult result = CheckScene.check(noText(), CheckScene.file("data/a.bin", packed));

        // Then
        assertThat(result).as(carrier).isInstanceOf(CheckResult.Leaks.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("carriers")
    void aCarrierWithoutANameIsClean(String carrier, Function<String, byte[]> packing) {
        // Given
        byte[] packed = packing.apply("Там была Person K7R2, потым прыйшоў лекар і агледзеў.");

        // When
        CheckResult result = CheckScene.check(noText(), CheckScene.file("data/a.bin", packed));

        // Then
        assertThat(result).as(carrier).isInstanceOf(CheckResult.Clean.class);
    }

    @Tag("slow")
    @Test
    void aNameIsFoundFarIntoALongTextAndOverAWindowsEnd() {
        // Given
        String far = "слова і словы. ".repeat(90_000) + LEAK;
        String over = "a ".repeat((1 << 19) - 15) + LEAK + " b".repeat(9_000);

        // Then
        assertThat(CheckScene.check(noText(), CheckScene.file("data/a.bin", far)))
                .isInstanceOf(CheckResult.Leaks.class);
        assertThat(CheckScene.check(noText(), CheckScene.file("data/a.bin", over)))
                .isInstanceOf(CheckResult.Leaks.class);
    }

    @Test
    void aNameInAFileNameIsFoundAndTheFileIsThenCalledByItsNumber() {
        // When
        CheckResult result = CheckScene.check(
                CheckScene.file("data/a.txt", "нічога"), CheckScene.file("data/Kavaleuskaya.txt", "нічога"));

        // Then
        assertThat(result).isEqualTo(new CheckResult.Leaks(List.of(new Hit("file 2", "name", "FILE_NAME"))));
    }

    @Test
    void metadataAndEmbeddedFilesOfTheOtherReaderAreSearched() {
        // Given
        var inner = CheckScene.extraction(Extraction.Status.OK, "Надзея Кавалеўская", Map.of());
        var outer = new Extraction(
                Extraction.Status.OK,
                "",
                "application/pdf",
                1,
                List.of(),
                "нічога",
                List.of(),
                Map.of("dc:creator", List.of("Kavaleuskaya N."), "a", List.of("b")),
                List.of(new Extraction.Embedded("a/Щербаченко.txt", inner)));

        // When
        CheckResult result = CheckScene.check(CheckScene.reader(outer), CheckScene.file("data/a.pdf", "%PDF"));

        // Then
        assertThat(((CheckResult.Leaks) result).hits())
                .extracting(Hit::place)
                .anyMatch(place -> place.equals("metadata key 2"))
                .anyMatch(place -> place.equals("embedded 1 name"))
                .anyMatch(place -> place.startsWith("embedded 1 extracted text at "));
    }

    @Test
    void hitsTellPlacesAndNoValues() {
        // When
        CheckResult result = CheckScene.check(
                CheckScene.file("data/Kavaleuskaya.txt", LEAK + " +375 29 613-48-07, HB2719384, Падгорная 17"));

        // Then
        assertThat(result.toString().toLowerCase(Locale.ROOT))
                .doesNotContain("кавал")
                .doesNotContain("kaval")
                .doesNotContain("надзе")
                .doesNotContain("613")
                .doesNotContain("2719384")
                .doesNotContain("падгор");
        assertThat(((CheckResult.Leaks) result).hits())
                .extracting(Hit::type)
                .contains("PERSON", "CONTACT.PHONE", "CODE.PASSPORT", "LOCATION.ADDRESS");
    }

    private static ReadBack noText() {
        return CheckScene.reader(new Extraction(
                Extraction.Status.NO_TEXT, "", "image/png", 0, List.of(), "", List.of(), Map.of(), List.of()));
    }

    private static void add(List<Arguments> carriers, String name, Function<String, byte[]> packing) {
        carriers.add(Arguments.of(name, packing));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text, String form) {
        var out = new StringBuilder();
        text.chars().forEach(c -> out.append(String.format(Locale.ROOT, form, c)));
        return out.toString();
    }

    private static String percent(String text, char sign) {
        var out = new StringBuilder();
        for (byte b : utf8(text)) {
            out.append(sign).append(HexFormat.of().withUpperCase().toHexDigits(b));
        }
        return out.toString();
    }

    private static String softLines(String text) {
        return text.replaceAll("(.{60})", "$1=\r\n");
    }

    private static String mime(byte[] bytes) {
        return Base64.getMimeEncoder(40, new byte[] {'\r', '\n'}).encodeToString(bytes);
    }

    private static byte[] amid(byte[] bytes) {
        byte[] all = new byte[5_000];
        new java.util.Random(3).nextBytes(all);
        all[1_999] = 1;
        System.arraycopy(bytes, 0, all, 2_000, bytes.length);
        return all;
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static byte[] zlib(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(out)) {
            deflated.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
