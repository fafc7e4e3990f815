package org.safepassage.redact.pseudonyms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// Whatever stands around a name: one person has one code, and the pseudonym says no more than it may.
class PseudonymPropertiesTest {
    private static final List<String> BASES =
            List.of("Иванов", "Козлова", "Шевченко", "Чайковский", "Кавалёў", "Вольга", "Пётр", "Алесь", "Smith", "Ли");

    /// A name in a text.
    record Scene(String entity, String language, Sex sex, Role role, String before, String base, String written) {}

    @Provide
    Arbitrary<Scene> scenes() {
        Arbitrary<String> endings = Arbitraries.of("", "а", "у", "ом", "ой", "е", "ы", "ым", "ого", "ю");
        return Combinators.combine(
                        Arbitraries.of("case/1", "case/2", "case/3"),
                        Arbitraries.of("be", "ru", "uk", "en", "und", "", "be-BY", "x"),
                        Arbitraries.of(Sex.class),
                        Arbitraries.of(Role.class),
                        Arbitraries.of("", "к ", "с ", "у ", "пра ", "Потом ", "свидетелю ", "«", "— ", "\n"),
                        Arbitraries.of(BASES),
                        endings)
                .as((entity, language, sex, role, before, base, ending) ->
                        new Scene(entity, language, sex, role, before, base, base + ending));
    }

    @Property
    void aPersonsCodeIsTheSameInEverySentenceAndNobodyElsesEver(@ForAll List<@From("scenes") Scene> all) {
        var maker = new PseudonymMaker(new MemoryRegister());
        Map<String, String> codes = new HashMap<>();
        for (Scene scene : all) {
            String code = code(told(scene, maker, true, true));
            assertThat(codes.putIfAbsent(scene.entity(), code)).isIn(null, code);
        }
        assertThat(Set.copyOf(codes.values())).hasSameSizeAs(codes.keySet());
    }

    @Property
    void whatIsNotToldMakesNoDifference(@ForAll("scenes") Scene scene) {
        var maker = new PseudonymMaker(new MemoryRegister());
        var woman = new Scene(scene.entity(), scene.language(), Sex.FEMALE, scene.role(), scene.before(), "Ли", "Ли");
        var man = new Scene(scene.entity(), scene.language(), Sex.MALE, Role.OTHER, scene.before(), "Ли", "Ли");

        assertThat(told(woman, maker, false, false)).isEqualTo(told(man, maker, false, false));
        assertThat(told(scene, maker, false, false)).matches("\\p{L}+ " + PseudonymMaker.CODE);
    }

    @Property
    void nothingOfTheNameIsInThePseudonym(@ForAll("scenes") Scene scene) {
        var maker = new PseudonymMaker(new MemoryRegister());

        assertThat(told(scene, maker, true, true).split(" ")).doesNotContain(scene.base(), scene.written());
    }

    @Property
    void everyWordBesideACodeIsKnownToTheExitCheck(@ForAll("scenes") Scene scene) {
        var maker = new PseudonymMaker(new MemoryRegister());
        String told = told(scene, maker, true, true);
        String word = told.substring(0, told.length() - code(told).length()).strip();

        assertThat(word.isEmpty() || RoleWords.all().stream().anyMatch(known -> known.equalsIgnoreCase(word)))
                .isTrue();
    }

    private static String told(Scene scene, PseudonymMaker maker, boolean role, boolean sex) {
        String text = scene.before() + scene.written() + " там.";
        var sentence = new Sentence(text, scene.before().length(), scene.written(), scene.language());
        var wording = sentence.wording(
                List.of(PersonName.of(scene.base())),
                scene.sex(),
                role && scene.role() != Role.OTHER ? scene.role() : null,
                sex);
        return maker.in(scene.entity(), "PERSON", wording);
    }

    private static String code(String told) {
        return told.substring(told.lastIndexOf(' ') + 1);
    }
}
