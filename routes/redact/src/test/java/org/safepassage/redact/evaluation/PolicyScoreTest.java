package org.safepassage.redact.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.Detector;
import org.safepassage.redact.TextRedactor;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.policies.Policy;
import org.safepassage.schemas.Mention;

class PolicyScoreTest {
    private static final Path POLICIES = Path.of(System.getProperty("safepassage.root"), "config", "policies");
    private static final String CASE = """
            == case c-1
            person p1 witness male: Соколов Иван Петрович
            person o1 alleged-perpetrator male: Козлов Пётр Ильич
            -- t-1
            Вчера [[PERSON:p1|Иван Соколов]] видел, как [[PERSON:o1|Козлов]] ударил человека. Рядом стоял [[PERSON:x1|сосед]].
            -- t-2
            Потом [[PERSON:p1:inflected|Ивана Петровича Соколова]] увезли. Ушёл [[PERSON:o1|Пётр]].
            """;

    private final List<Miss> misses = new ArrayList<>();
    private final Tallies tallies = new Tallies(misses::add);

    @Test
    void whoStaysAndWhoGoesIsCountedInWhatTheRedactorWrites() throws Exception {
        // Given: a word in small letters is no name, and a given name alone is never sure
        var corpus = new Corpus("small", Testimonies.parse("ru", CASE), true);

        // When
        new PolicyScore(Detector.standard(), tallies).add(corpus, List.of(policy()));

        // Then
        assertThat(rate(Measure.WRONGLY_KEPT)).isEqualTo(new Rate(1, 3));
        assertThat(rate(Measure.WRONGLY_REMOVED)).isEqualTo(new Rate(1, 2));
        assertThat(misses).extracting(Miss::text).containsExactly("t-1", "t-2");
        assertThat(rate(Measure.OWN_PSEUDONYM)).isEqualTo(new Rate(2, 2));
        assertThat(rate(Measure.ONE_PSEUDONYM)).isEqualTo(new Rate(1, 1));
        assertThat(rate(Measure.ONE_PERSON)).isEqualTo(new Rate(1, 1));
        assertThat(rate(Measure.SHARED_PSEUDONYM)).isEqualTo(new Rate(0, 1));
    }

    @Test
    void thePiecesOfATextAreRedactedAsTheWholeIs() throws Exception {
        // Given
        Policy policy = policy();

        // Then
        assertThat(Testimonies.corpus().texts()).allSatisfy(text -> {
            var allowance =
                    new Allowance(policy, java.util.Set.of(), text.persons(), (key, type, sex, language) -> key, "");
            List<Mention> found = Detector.standard().detect(text.text(), text.language(), text.persons());
            String whole = new TextRedactor()
                    .redact(text.text(), text.language(), "", found, allowance)
                    .text();
            String pieces = new Cells(text.text(), found)
                    .all().stream()
                            .map(cell -> Cells.redacted(cell, text.language(), allowance))
                            .collect(Collectors.joining(" "));
            assertThat(pieces).isEqualTo(whole.replaceAll("\\s+", " "));
        });
    }

    private Rate rate(Measure measure) {
        return tallies.figures().stream()
                .filter(figure -> figure.measure() == measure)
                .findFirst()
                .orElseThrow()
                .rate();
    }

    private static Policy policy() throws Exception {
        return Policies.load(POLICIES).find("accountability-platform").orElseThrow();
    }
}
