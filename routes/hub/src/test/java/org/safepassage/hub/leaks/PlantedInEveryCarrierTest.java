package org.safepassage.hub.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safepassage.extract.ExtractorPool;
import org.safepassage.hub.configuration.Settings;
import org.safepassage.hub.pipeline.steps.FilmReadBack;
import org.safepassage.hub.wiring.InstalledPictures;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.check.CheckResult;
import org.safepassage.redact.check.ExitCheck;
import org.safepassage.redact.pseudonyms.MemoryRegister;
import org.safepassage.redact.pseudonyms.PseudonymMaker;
import org.safepassage.redact.renditions.pictures.PictureSettings;
import org.safepassage.redact.renditions.video.VideoRedactor;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.Identifier;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// Every carrier, with a declined name, a transliterated one, a telephone and a personal number in it, is found by the
/// exit check as the hub wires it. And every carrier without them is found clean: a check that holds everything
/// finds nothing.
@Tag("long")
class PlantedInEveryCarrierTest {
    /// Words and the type that their find is to have; a file's name is told as such.
    private record Plant(String words, String type) {
        boolean isFound(CheckResult result) {
            return result instanceof CheckResult.Leaks leaks
                    && leaks.hits().stream()
                            .anyMatch(hit ->
                                    hit.type().startsWith(type) || hit.type().equals("FILE_NAME"));
        }
    }

    private static final List<Plant> PLANTED = List.of(
            new Plant("Надзеяй Кавалеўскай", "PERSON"),
            new Plant("Kavaleuskaya Nadzeya", "PERSON"),
            new Plant("+375 (29) 613 48 07", "CONTACT.PHONE"),
            new Plant("4120384A073PB6", "CODE.PERSONAL_NUMBER"));
    private static final String HARMLESS = "Person K7R2";

    private static final Person COMPLAINANT = new Person(
            "p1",
            Role.COMPLAINANT,
            Sex.FEMALE,
            List.of(
                    new PersonName("Кавалеўская Надзея Сцяпанаўна", "Кавалеўская", "Надзея", "Сцяпанаўна"),
                    PersonName.of("Ковалевская Надежда Степановна")),
            List.of(
                    new Identifier(Identifier.Type.PHONE, "+375 29 613-48-07"),
                    new Identifier(Identifier.Type.PERSONAL_NUMBER, "4120384A073PB6")));
    private static final CaseFile CASE = ReadBackScene.caseOf(COMPLAINANT);

    @TempDir
    private static Path folder;

    private static ExtractorPool extractor;
    private static VideoRedactor films;
    private static Allowance allowance;

    @BeforeAll
    static void asWired() throws Exception {
        extractor = ReadBackScene.extractor(folder);
        films = InstalledPictures.videoRedactor(
                folder.resolve("films"), Settings.Videos.defaults(), PictureSettings.defaults());
        var codes = new PseudonymMaker(new MemoryRegister(), new Random(5));
        allowance = new Allowance(ReadBackScene.policy(), Set.of(), List.of(COMPLAINANT), codes, "cf/");
    }

    @AfterAll
    static void close() {
        extractor.close();
        films.close();
    }

    static List<Carrier> carriers() {
        return Stream.of(
                        TextCarriers.all(),
                        PdfCarriers.all(),
                        OfficeCarriers.all(),
                        PictureCarriers.all(),
                        Archives.all())
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("carriers")
    void everyPlantIsFoundAndNothingElse(Carrier carrier) throws Exception {
        for (Plant plant : PLANTED) {
            assertThat(check(carrier, plant.words()))
                    .as(carrier + ", " + plant.type())
                    .satisfies(result -> assertThat(plant.isFound(result)).isTrue());
        }
        assertThat(check(carrier, HARMLESS)).as(carrier + ", harmless").isInstanceOf(CheckResult.Clean.class);
    }

    private static CheckResult check(Carrier carrier, String words) throws Exception {
        return new ExitCheck(new FilmReadBack(extractor::extract, films::stills))
                .check(List.of(carrier.with(words)), CASE, allowance, List.of());
    }
}
