package org.safepassage.redact.evaluation.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safepassage.redact.Detector;
import org.safepassage.redact.check.ExitCheck;
import org.safepassage.redact.evaluation.Figure;
import org.safepassage.redact.evaluation.Measure;
import org.safepassage.redact.evaluation.Rate;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.policies.Policy;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Identifier;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

class NetworkEvaluationTest {
    private static final Path POLICIES = Path.of(System.getProperty("safepassage.root"), "config", "policies");
    private static final String TEXT =
            "Лазарчук Ирина Павловна показала: бил капитан Громов. Громова видел и Петренко О. О.\n"
                    + "Телефон: +375 29 123-45-67. Громов ушёл.";
    private static final Person WITNESS = person("w", Role.WITNESS, Sex.FEMALE, "Лазарчук Ирина Павловна");
    private static final Person PERPETRATOR = person("p", Role.ALLEGED_PERPETRATOR, Sex.MALE, "Громов Виктор Олегович");

    private final List<NetworkMiss> missed = new ArrayList<>();

    @Test
    void whatARecipientMayNotSeeIsGoneAndAPerpetratorWhoMayBeNamedStays() throws Exception {
        // When
        var figures = figures(WITNESS, PERPETRATOR, Map.of("platform", policy("accountability-platform")));

        // Then
        assertThat(rate(figures, Measure.PLANTED_LEFT)).isEqualTo(new Rate(0, 2));
        assertThat(rate(figures, Measure.WRONGLY_REMOVED)).isEqualTo(new Rate(0, 3));
        assertThat(rate(figures, Measure.CHECK_HELD)).isEqualTo(new Rate(0, 1));
        assertThat(missed).isEmpty();
    }

    @Test
    void whatIsLeftIsCounted() throws Exception {
        // Given
        var nobodyWouldGuess = planted("w", "PERSON.NICKNAME", "ушёл");

        // When
        var figures =
                figures(WITNESS, PERPETRATOR, Map.of("platform", policy("accountability-platform")), nobodyWouldGuess);

        // Then
        assertThat(rate(figures, Measure.PLANTED_LEFT)).isEqualTo(new Rate(1, 3));
        assertThat(missed)
                .containsExactly(new NetworkMiss(
                        "sample network", "case-1", "platform", "a.txt", "w", "PERSON.NICKNAME", Measure.PLANTED_LEFT));
    }

    @Test
    void aPerpetratorWhoMayNotBeNamedHasToGoToo() throws Exception {
        // When
        var figures = figures(WITNESS, PERPETRATOR, Map.of("platform", policy("forensic-expert")));

        // Then
        assertThat(rate(figures, Measure.PLANTED_LEFT)).isEqualTo(new Rate(0, 4));
        assertThat(rate(figures, Measure.WRONGLY_REMOVED).whole()).isZero();
    }

    @Test
    void aNameThatCouldBeSomebodyElsesOfTheCaseIsNotAskedToStay() throws Exception {
        // Given
        Person wife = person("w", Role.WITNESS, Sex.FEMALE, "Громова Ирина Павловна");

        // When
        var figures = figures(wife, PERPETRATOR, Map.of("platform", policy("accountability-platform")));

        // Then
        assertThat(rate(figures, Measure.WRONGLY_REMOVED).whole()).isZero();
    }

    private List<Figure> figures(
            Person witness, Person perpetrator, Map<String, Policy> policies, SampledCase.Planted... more)
            throws IOException {
        var read = new Extraction(
                Extraction.Status.OK, "", "text/plain", 0, List.of("ru"), TEXT, List.of(), Map.of(), List.of());
        var nothing = new Extraction(
                Extraction.Status.NO_TEXT, "", "text/plain", 0, List.of(), "", List.of(), Map.of(), List.of());
        var evaluation = new NetworkEvaluation(
                Detector.standard(), policies, new ExitCheck((content, name) -> nothing), missed::add);
        evaluation.add(new SampledCase(
                "case-1",
                "A-2025-00017",
                List.of(witness, perpetrator),
                List.of(new SampledCase.Document("x1", "a.txt", read)),
                Stream.concat(
                                Stream.of(more),
                                Stream.of(
                                        planted(
                                                "w",
                                                "PERSON.FULL",
                                                witness.names().getFirst().full()),
                                        planted("w", "CONTACT.PHONE", "+375 29 123-45-67"),
                                        planted("p", "PERSON.SURNAME", "Громов"),
                                        planted("p", "PERSON.SURNAME", "Громова")))
                        .toList(),
                Map.of("platform", Set.of(), "nobody", Set.of())));
        return evaluation.figures();
    }

    private static Rate rate(List<Figure> figures, Measure measure) {
        return figures.stream()
                .filter(figure -> figure.measure() == measure)
                .findFirst()
                .orElseThrow()
                .rate();
    }

    private static SampledCase.Planted planted(String person, String type, String value) {
        return new SampledCase.Planted("a.txt", person, type, value);
    }

    private static Policy policy(String name) throws Exception {
        return Policies.read(POLICIES.resolve(name + ".yaml"));
    }

    private static Person person(String id, Role role, Sex sex, String name) {
        return new Person(
                id,
                role,
                sex,
                List.of(PersonName.of(name)),
                id.equals("w") ? List.of(new Identifier(Identifier.Type.PHONE, "+375291234567")) : List.of());
    }
}
