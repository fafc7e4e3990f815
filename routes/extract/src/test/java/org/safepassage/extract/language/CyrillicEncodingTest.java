package org.safepassage.extract.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CyrillicEncodingTest {
    private static final List<String> BELARUSIAN_AND_RUSSIAN = List.of(
            "Мяне затрымалі каля дома, і ў аддзеле ніхто не сказаў, за што.",
            "«Ён быў там, — сказала Ганна. — Я ўсё чула»",
            "Іваноў Пётр",
            "ПРАТАКОЛ АПЫТАННЯ",
            "Аб'ём працы: ўсё, што ёсць № 5",
            "ўсё",
            "Меня задержали около дома, и в отделе никто не сказал, за что.",
            "«Он ещё был там», — сказала свидетельница…",
            "Съёмка подъезда. Ёлка.",
            "Иванов Пётр Сергеевич",
            "ПРОТОКОЛ ОПРОСА СВИДЕТЕЛЯ",
            "да");

    static Stream<Arguments> texts() {
        return BELARUSIAN_AND_RUSSIAN.stream()
                .flatMap(
                        text -> Stream.of("windows-1251", "KOI8-R", "KOI8-U", "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16")
                                .filter(encoding ->
                                        Charset.forName(encoding).newEncoder().canEncode(text))
                                .map(encoding -> Arguments.of(text, encoding)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsReadInTheEncodingItWasWrittenIn(String text, String encoding) {
        // Given
        byte[] bytes = text.getBytes(Charset.forName(encoding));

        // When
        Charset found = CyrillicEncoding.certain(bytes)
                .or(() -> CyrillicEncoding.likely(bytes))
                .orElse(StandardCharsets.ISO_8859_1);

        // Then
        assertThat(new String(bytes, found).replace("\ufeff", "")).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("latin")
    void aTextInAnotherScriptIsLeftToOtherDetectors(String text, String encoding) {
        // Given
        byte[] bytes = text.getBytes(Charset.forName(encoding));

        // When
        var found = CyrillicEncoding.certain(bytes).or(() -> CyrillicEncoding.likely(bytes));

        // Then
        assertThat(found).isEmpty();
    }

    static Stream<Arguments> latin() {
        return Stream.of(
                Arguments.of("Plain words without any accent.", "US-ASCII"),
                Arguments.of("Voilà une déclaration française, naïve et brève.", "windows-1252"),
                Arguments.of("Grüße aus Köln, schöne Straße", "ISO-8859-1"),
                Arguments.of("안녕하세요 제 이름은 입니다", "EUC-KR"),
                Arguments.of("あいうえお", "Shift_JIS"),
                Arguments.of("我们被拘留在家门口", "GBK"),
                Arguments.of("Zażółć gęślą jaźń, proszę pana", "windows-1250"));
    }

    @Property(tries = 300)
    void anyBytesHaveAnEncodingOrNone(@ForAll byte[] bytes) {
        assertThat(CyrillicEncoding.likely(bytes)).isNotNull();
        assertThat(CyrillicEncoding.certain(bytes)).isNotNull();
    }
}
