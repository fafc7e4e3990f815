package org.safepassage.rehearsal.sample.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.rehearsal.sample.people.Language;

class PhrasebookTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPhraseCanBeSaidAndLeavesNoSlot(Language language) {
        for (long seed = 0; seed < 20; seed++) {
            var narrator = new Narrator(Scenes.full(seed), language, Dice.of(seed, 2));
            for (String section : Phrasebook.of(language).sections()) {
                for (String phrase : Phrasebook.of(language).section(section)) {
                    if (narrator.fits(phrase)) {
                        assertThat(narrator.say("text", phrase)).doesNotContain("{", "}", "[", "]", "..");
                    }
                }
            }
        }
    }

    @Test
    void theBooksOfAllLanguagesHaveTheSameSections() {
        assertThat(Phrasebook.of(Language.BE).sections())
                .isEqualTo(Phrasebook.of(Language.RU).sections())
                .isEqualTo(Phrasebook.of(Language.EN).sections());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsNotedAsPlantedStandsInTheWords(Language language) {
        // Given
        var narrator = new Narrator(Scenes.full(3), language, Dice.of(3, 2));
        var said = new StringBuilder();

        // When
        for (String phrase : Phrasebook.of(language).section("say.people")) {
            if (narrator.fits(phrase)) {
                said.append(narrator.say("text", phrase)).append('\n');
            }
        }

        // Then
        assertThat(narrator.planted()).hasSizeGreaterThan(15);
        assertThat(narrator.planted()).allMatch(form -> said.indexOf(form.value()) >= 0);
    }

    @Test
    void aPhraseAboutSomebodyWhoIsNotThereDoesNotFit() {
        // Given
        var full = Scenes.full(1);
        var cast = new java.util.TreeMap<>(full.cast());
        cast.remove('L');
        var scene = new Scene(full.caseNumber(), cast, full.town(), full.station(), full.day());

        // When
        var narrator = new Narrator(scene, Language.RU, Dice.of(1, 2));

        // Then
        assertThat(narrator.fits("{L any nom} {L?подал|подала} жалобу.")).isFalse();
        assertThat(narrator.fits("{C any nom} {C?подал|подала} жалобу.")).isTrue();
        assertThat(narrator.fits("Почта {P.email}.")).isFalse();
    }
}
