package org.safepassage.redact.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.CaseText;
import org.safepassage.redact.Detector;
import org.safepassage.redact.TextRedactor;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.pseudonyms.MemoryRegister;
import org.safepassage.redact.pseudonyms.PseudonymMaker;
import org.safepassage.redact.recognisers.Recogniser;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Mention;

/// Redaction with one of its layers out of order lets something through that this layer alone takes; the exit check
/// finds it. With all layers the same text is clean. Names have two layers: what one misses the other takes.
class DisabledLayersTest {
    private static final List<Recogniser> ALL = ServiceLoader.load(Recogniser.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            known-name, person-pattern, learned-name, learned-identifier | Later Kavaleuskaya sat down and waited. | PERSON: pseudonym
            known-identifier | Там была подпіс nadzeja_k84 збоку. | PERSON: pseudonym
            phone            | Званіў нехта з нумара +375 33 611-22-33. | PERSON: pseudonym
            code             | Рахунак BY20OLMP31350000001000000933 быў пусты. | PERSON: pseudonym
            contact          | Пісалі на z.nechta@example.org двойчы. | PERSON: pseudonym
            place            | Прывезлі на ул. Садовая, д. 5, кв. 12, і пакінулі. | PERSON: pseudonym
            settlement       | Прывезлі ў г. Гродна, і пакінулі. | LOCATION: remove
            date             | Гэта было 9 жніўня 2020 года ўвечары. | PERSON: pseudonym
            workplace        | Он работал на заводе «Луч» до осени. | PERSON: pseudonym
            age              | Ей тогда было сорок один год. | PERSON: pseudonym
            demographic      | Она работала поваром до осени. | PERSON: pseudonym
            family           | Она мать троих детей из соседнего дома. | PERSON: pseudonym
            amount           | Он сказал: рост 173 см и тёмные волосы. | QUANTITY.BODY: remove
            learned-identifier | On that day Tarabunda and the applicant were questioned. | PERSON: pseudonym
            person-pattern, learned-name | Рядом стоял Мирошников Павел Игнатьевич и молчал. | PERSON: pseudonym
            """)
    void whatALayerLetsThroughIsFound(String layer, String text, String rule) {
        // Given
        var policy = CheckScene.policy(rule);
        List<Recogniser> without = ALL.stream()
                .filter(recogniser -> !List.of(layer.split(", ", -1)).contains(recogniser.name()))
                .toList();

        // When
        String leaking = redacted(new Detector(without), text, policy);
        String whole = redacted(new Detector(ALL), text, policy);

        // Then
        assertThat(leaking).isNotEqualTo(whole);
        assertThat(without).hasSizeLessThan(ALL.size());
        assertThat(checked(leaking, policy)).isInstanceOf(CheckResult.Leaks.class);
        assertThat(checked(whole, policy)).isInstanceOf(CheckResult.Clean.class);
    }

    @Test
    void everyLayerIsTriedHere() {
        assertThat(ALL)
                .extracting(Recogniser::name)
                .containsExactlyInAnyOrder(
                        "known-name",
                        "known-identifier",
                        "phone",
                        "code",
                        "contact",
                        "place",
                        "settlement",
                        "date",
                        "workplace",
                        "age",
                        "demographic",
                        "family",
                        "amount",
                        "person-pattern",
                        "learned-name",
                        "learned-identifier");
    }

    @Test
    void aNameThatPropagationWouldHaveCarriedToAnotherTextIsFound() {
        // Given: another text of the case tells the whole name, so the check is told of it
        String text = "Later liavon martyniuk came back.";
        var detector = Detector.standard().forCase(CheckScene.PERSONS);

        // When: this text is redacted by itself
        String leaking = redacted(detector.detect(new CaseText("b", text, "en")), text);

        // Then
        assertThat(leaking).isEqualTo(text);
        assertThat(CheckScene.check(CheckScene.file("b.txt", leaking))).isInstanceOf(CheckResult.Leaks.class);
    }

    @Test
    void aPersonWhoWasTakenForAPermittedOneIsFound() {
        // Given: redaction believes that the witness permits it, or that he is a perpetrator
        String text = "Это видел Щербаченко Фёдор Ильич.";
        var wrong = CheckScene.allowance(CheckScene.PERSONS, "p2");
        List<Mention> mentions = Detector.standard().detect(text, "ru", CheckScene.PERSONS);

        // When
        String leaking =
                new TextRedactor().redact(text, "ru", "", mentions, wrong).text();

        // Then
        assertThat(leaking).isEqualTo(text);
        assertThat(CheckScene.check(CheckScene.file("a.txt", leaking))).isInstanceOf(CheckResult.Leaks.class);
    }

    @Test
    void aPolicyThatKeepsMoreThanTheRecipientsOwnIsFound() throws Exception {
        // Given: redaction used the policy of somebody else
        String text = "Тэлефон +375 29 613-48-07, 9 жніўня 2020 года.";
        var policy = Policies.parse("open.yaml", """
                policy: open
                description: keeps far too much
                rows:
                  any: {CONTACT: keep, DATE: keep}
                  unlinked: {PERSON: remove}
                """);
        var wrong =
                new Allowance(policy, Set.of(), CheckScene.PERSONS, new PseudonymMaker(new MemoryRegister()), "cf/");
        List<Mention> mentions = Detector.standard().detect(text, "be", CheckScene.PERSONS);

        // When
        String leaking =
                new TextRedactor().redact(text, "be", "", mentions, wrong).text();

        // Then
        assertThat(CheckScene.check(CheckScene.file("a.txt", leaking))).isInstanceOf(CheckResult.Leaks.class);
    }

    @Test
    void namesOfFilesThatNobodyReplacedAreFound() {
        assertThat(CheckScene.check(CheckScene.file("data/kavaleuskaja_rasprova7.txt", "нічога")))
                .isInstanceOf(CheckResult.Leaks.class);
        assertThat(CheckScene.check(CheckScene.file("data/Щербаченко Ф/a.txt", "нічога")))
                .isInstanceOf(CheckResult.Leaks.class);
    }

    @Test
    void metadataThatNobodyRemovedIsFound() {
        // Given
        var extraction =
                CheckScene.extraction(Extraction.Status.OK, "нічога", Map.of("author", List.of("Кавалеўская Н.")));

        // Then
        assertThat(CheckScene.check(CheckScene.reader(extraction), CheckScene.file("data/a.bin", new byte[64])))
                .isInstanceOf(CheckResult.Leaks.class);
    }

    private static String redacted(Detector detector, String text, Policy policy) {
        List<Mention> mentions = detector.forCase(CheckScene.PERSONS).detect(new CaseText("a", text, "und"));
        return redacted(mentions, text, CheckScene.allowance(policy));
    }

    private static String redacted(List<Mention> mentions, String text) {
        return redacted(mentions, text, CheckScene.allowance());
    }

    private static String redacted(List<Mention> mentions, String text, Allowance allowance) {
        return new TextRedactor().redact(text, "und", "", mentions, allowance).text();
    }

    private static CheckResult checked(String text, Policy policy) {
        return CheckScene.check(
                CheckScene.plainReader(), CheckScene.allowance(policy), CheckScene.file("data/a.txt", text));
    }
}
