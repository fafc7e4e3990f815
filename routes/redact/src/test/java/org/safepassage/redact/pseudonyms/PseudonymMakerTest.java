package org.safepassage.redact.pseudonyms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.safepassage.schemas.Sex;

class PseudonymMakerTest {
    @Test
    void onePersonHasOneCodeInEveryLanguage() {
        var maker = new PseudonymMaker(new MemoryRegister());

        String english = maker.of("case/p1", "PERSON", Sex.MALE, "en");
        String belarusian = maker.of("case/p1", "PERSON.SURNAME", Sex.MALE, "be");

        assertThat(english).startsWith("Person ");
        assertThat(belarusian).isEqualTo("Асоба " + english.substring("Person ".length()));
    }

    @Test
    void noTwoPersonsShareACode() {
        var maker = new PseudonymMaker(new MemoryRegister(), new Random(1));
        var codes = new HashSet<String>();

        for (int i = 0; i < 2_000; i++) {
            codes.add(maker.of("case/" + i, "PERSON", Sex.UNKNOWN, "ru"));
        }

        assertThat(codes).hasSize(2_000);
    }

    @Test
    void theCodeDoesNotFollowFromTheEntity() {
        String one = new PseudonymMaker(new MemoryRegister(), new Random(1)).of("case/p1", "PERSON", Sex.MALE, "en");
        String other = new PseudonymMaker(new MemoryRegister(), new Random(2)).of("case/p1", "PERSON", Sex.MALE, "en");

        assertThat(one).isNotEqualTo(other);
    }
}
