package org.safepassage.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Delivery;
import org.safepassage.hub.cli.Spoken;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.house.Reader;
import org.safepassage.hub.ledger.Consignments;
import org.safepassage.hub.ledger.Holds;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.Reconciliation;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.ledger.Supplements;
import org.safepassage.hub.wiring.House;
import org.safepassage.hub.wiring.HubFolders;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.ExchangeState;
import org.safepassage.schemas.HoldReason;

@Tag("slow")
class SupplementsTest {
    private static final String TO_TRIBUNAL = "office-to-tribunal";
    private static final String TO_COURT = "office-to-court";

    @TempDir
    Path root = Path.of("");

    private final WholeWay way = new WholeWay();
    private final Reader reader = new Reader("x3", "x4");

    @SuppressWarnings("NullAway.Init") // set before each test
    private HubFolders folders;

    @SuppressWarnings("NullAway.Init") // set before each test
    private House house;

    @SuppressWarnings("NullAway.Init") // set before each test
    private CamelContext camel;

    /// A case of three papers, two of which need OCR that is not there, on its way to both recipients.
    @BeforeEach
    void aCaseThatGoesWithoutTwoOfItsExhibits() throws Exception {
        folders = way.folders(root);
        house = House.open(folders, Map.of("reading", () -> reader));
        house.office("office").put("17", "first");
        house.office("office").attach("17", "a.txt", "The interview was held indoors.");
        house.office("office").attach("17", "b.txt", "Vera Lysenok was examined in May.");
        house.office("office").attach("17", "c.txt", "The certificate of Vera Lysenok is stamped.");
        camel = WholeWay.start(house);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whatCanBeReadAfterARetryFollowsAsASupplementOfItsOwn() throws Exception {
        // Given
        var version = delivered();
        String first = house.tribunal().files().getFirst();
        reader.mend("x3");

        // When
        var result = house.get(Retry.class).retry(hold("x3"));

        // Then: it comes with the one exhibit that can be read now
        assertThat(result.found()).isTrue();
        await().untilAsserted(() -> assertThat(house.tribunal().files()).hasSize(2));
        String second = house.tribunal().files().getLast();
        var before = unpacked(first);
        var bag = unpacked(second);
        assertThat(before.keySet().stream().filter(name -> name.contains("renditions/")))
                .containsExactlyInAnyOrder(
                        "data/renditions/case-file.xhtml",
                        "data/renditions/x2.txt",
                        "data/renditions/x2.xhtml",
                        "data/renditions/x2.pdf");
        assertThat(bag.keySet().stream().filter(name -> name.contains("renditions/")))
                .containsExactlyInAnyOrder(
                        "data/renditions/x3.txt", "data/renditions/x3.xhtml", "data/renditions/x3.pdf");
        assertThat(bag.get("bag-info.txt"))
                .contains("Supplement-Of: " + first.replace(".tar.gpg", "") + "\n")
                .contains(line(Objects.requireNonNull(before.get("bag-info.txt")), "Case-Reference"));
        assertThat(bag.get("data/withheld.json")).contains("\"x4\"").doesNotContain("\"x3\"");
        assertThat(bag.get("data/renditions/x3.txt")).doesNotContain("Lysenok").contains("was examined");
        assertThat(bag.get("data/case-file.json")).isEqualTo(before.get("data/case-file.json"));
        assertThat(verified(second)).isZero();

        // When
        answer(second);

        // Then
        await().untilAsserted(() -> assertThat(supplements(version)).containsExactly("1 delivered"));
        assertThat(state(version, TO_TRIBUNAL)).isEqualTo(ExchangeState.DELIVERED);
        assertThat(house.get(Holds.class).open())
                .singleElement()
                .satisfies(hold -> assertThat(hold.exhibit()).isEqualTo("x4"));
        assertThat(house.get(Reconciliation.class).figures().supplements()).containsExactly(Map.entry("delivered", 1L));

        // When: the court, which had not answered yet, has the first consignment now
        answerOfCourt();

        // Then
        await().untilAsserted(() -> assertThat(supplements(version)).containsExactly("1 under-way", "1 delivered"));
        await().untilAsserted(() -> assertThat(house.backlog("recipient.court")).isEqualTo(2));
        assertThat(house.get(Consignments.class).all())
                .hasSize(4)
                .allSatisfy(consignment -> assertThat(consignment.caseFile()).isEqualTo(version));
    }

    @Test
    void aRetryOrAParcelThatComesTwiceSendsOneSupplement() throws Exception {
        // Given
        var version = delivered();
        String first = house.tribunal().files().getFirst();
        reader.mend("x3");
        String hold = hold("x3");

        // When: an impatient operator, and a hub that was killed before it told its broker what it had done
        house.get(Retry.class).retry(hold);
        house.get(Retry.class).retry(hold);
        await().untilAsserted(() -> assertThat(house.tribunal().files()).hasSize(2));
        String second = house.tribunal().files().getLast();
        var round = new Parcel(version, "", 1, 1);
        house.send("jms:queue:extract", round);
        house.send("jms:queue:detect", round);
        for (Step step : List.of(Step.DECIDE, Step.REDACT, Step.CHECK, Step.CONSIGN, Step.DELIVER)) {
            house.send("jms:queue:" + Queues.of(step), new Parcel(version, TO_TRIBUNAL, 1, 1));
        }
        answer(first);
        answer(second);
        answer(second);

        // Then
        await().untilAsserted(() -> assertThat(supplements(version)).containsExactly("1 delivered"));
        await().untilAsserted(() -> assertThat(backlog()).isZero());
        assertThat(house.tribunal().files()).containsExactly(first, second);
        // Each paper once, the two that were held once more.
        assertThat(reader.readings()).isEqualTo(5);
        assertThat(house.get(Retry.class).retry(hold).found()).isFalse();
    }

    @Test
    void whatStillCannotBeReadStaysHeldUntilItCan() throws Exception {
        // Given
        var version = delivered();

        // When
        house.get(Retry.class).retry(hold("x3"));

        // Then
        await().untilAsserted(() -> assertThat(
                        house.get(StepBook.class).hasPassed(new Parcel(version, "", 1, 1), Step.DETECT))
                .isTrue());
        assertThat(house.get(Holds.class).open())
                .allSatisfy(hold -> assertThat(hold.reason()).isEqualTo(HoldReason.OCR_MISSING))
                .extracting(Holds.Hold::exhibit)
                .containsExactlyInAnyOrder("x3", "x4");
        assertThat(supplements(version)).isEmpty();
        assertThat(house.get(Reconciliation.class).figures().readAgain()).isZero();

        // When
        reader.mend("x3");
        reader.mend("x4");
        house.get(Retry.class).retry(hold("x4"));

        // Then
        await().untilAsserted(() -> assertThat(house.tribunal().files()).hasSize(2));
        assertThat(unpacked(house.tribunal().files().getLast()).keySet())
                .contains("data/renditions/x3.txt", "data/renditions/x4.txt")
                .doesNotContain("data/renditions/x2.txt");
        assertThat(supplements(version)).containsExactly("2 under-way");
        assertThat(house.get(Holds.class).open()).isEmpty();
    }

    @Test
    void aNewerVersionBringsItsExhibitsItself() throws Exception {
        // Given
        var old = delivered();
        String hold = hold("x3");
        house.office("office").put("17", "second");
        house.send("jms:queue:pull.office", "office");
        await().untilAsserted(() -> assertThat(house.tribunal().files()).hasSize(2));
        answer(house.tribunal().files().getLast());
        var newer = new CaseFileVersion(old.caseFile(), 2);
        await().untilAsserted(() -> assertThat(state(newer, TO_TRIBUNAL)).isEqualTo(ExchangeState.DELIVERED));
        reader.mend("x3");

        // When
        var result = house.get(Retry.class).retry(hold);

        // Then
        assertThat(result.message()).contains(newer + " has taken the place of " + old);
        assertThat(house.get(Holds.class).find(hold)).isEmpty();

        // When
        house.get(Retry.class).retry(hold("x3"));

        // Then
        await().untilAsserted(() -> assertThat(house.tribunal().files()).hasSize(3));
        assertThat(supplements(newer)).containsExactly("1 under-way");
        assertThat(supplements(old)).isEmpty();
    }

    @Test
    void aSupplementThatIsHeldStandsForItselfAndStartsAgainByItself() throws Exception {
        // Given
        var version = delivered();
        String first = house.tribunal().files().getFirst();
        reader.mend("x3");
        house.tribunal().answer(new Delivery.Unknown("the line broke after the last byte"));
        house.get(Retry.class).retry(hold("x3"));
        await().untilAsserted(() -> assertThat(supplements(version)).containsExactly("1 held"));

        // When
        var held = house.get(Holds.class).open().stream()
                .filter(hold -> hold.place().follows())
                .findFirst()
                .orElseThrow();

        // Then
        assertThat(held.reason()).isEqualTo(HoldReason.DELIVERY_UNKNOWN);
        assertThat(held.supplement()).isEqualTo(1);
        assertThat(state(version, TO_TRIBUNAL)).isEqualTo(ExchangeState.DELIVERED);

        // When
        house.get(Retry.class).retry(held.id());

        // Then
        await().untilAsserted(() -> assertThat(house.tribunal().files()).hasSize(2));
        answer(house.tribunal().files().getLast());
        await().untilAsserted(() -> assertThat(supplements(version)).containsExactly("1 delivered"));
        assertThat(house.tribunal().files()).hasSize(2).startsWith(first);
        assertThat(house.get(Holds.class).find(held.id())).isEmpty();
    }

    /// The version once the tribunal has it; the court has not answered.
    private CaseFileVersion delivered() {
        house.send("jms:queue:pull.office", "office");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(house.tribunal().files()).hasSize(1));
        await().untilAsserted(() -> assertThat(house.backlog("recipient.court")).isEqualTo(1));
        answer(house.tribunal().files().getFirst());
        var version = house.get(Consignments.class).all().getFirst().caseFile();
        await().untilAsserted(() -> assertThat(state(version, TO_TRIBUNAL)).isEqualTo(ExchangeState.DELIVERED));
        return version;
    }

    private void answer(String file) {
        house.tribunal().leave(file + ".json", receipt(file.replace(".tar.gpg", "")));
        house.send("direct:look.tribunal", "");
    }

    private void answerOfCourt() {
        String first = house.get(Consignments.class).all().stream()
                .filter(consignment -> consignment.recipient().equals("court"))
                .findFirst()
                .orElseThrow()
                .id();
        camel.createFluentProducerTemplate()
                .to("jms:queue:receipts")
                .withHeader("recipient", "court")
                .withBody(receipt(first))
                .send();
    }

    private String receipt(String consignment) {
        var sent = house.get(Consignments.class).find(consignment).orElseThrow();
        return """
                {"consignment": "%s", "recipient": "%s", "status": "accepted", "sha256": "%s",
                 "at": "2026-03-01T10:00:00Z"}
                """.formatted(consignment, sent.recipient(), sent.sha256());
    }

    /// The newest version's hold of an exhibit.
    private String hold(String exhibit) {
        return house.get(Holds.class).open().stream()
                .filter(hold -> hold.exhibit().equals(exhibit))
                .reduce((older, newer) -> newer.caseFile().compareTo(older.caseFile()) > 0 ? newer : older)
                .orElseThrow()
                .id();
    }

    private ExchangeState state(CaseFileVersion version, String exchange) {
        return house.get(States.class).find(version, exchange).orElseThrow().state();
    }

    private List<String> supplements(CaseFileVersion version) {
        return house.get(Supplements.class).of(version).stream()
                .map(one -> one.parcel().supplement() + " " + one.state().code())
                .toList();
    }

    private long backlog() {
        return Queues.all(house.get(Configuration.class)).stream()
                .filter(queue -> !queue.startsWith("recipient.court"))
                .mapToLong(house::backlog)
                .sum();
    }

    private int verified(String file) throws Exception {
        Path secret = root.resolve("recipient.secret.asc");
        Files.writeString(secret, way.armouredKey());
        Path sealedFile = Files.write(root.resolve(file), house.tribunal().content(file));
        return Spoken.of(
                        "verify",
                        "--trust",
                        folders.publicKey().toString(),
                        "--recipient-key",
                        secret.toString(),
                        sealedFile.toString())
                .code();
    }

    /// The files of a delivered package, without the folder that they lie in.
    private Map<String, String> unpacked(String file) throws Exception {
        return way.texts(house.tribunal().content(file));
    }

    private static String line(String text, String label) {
        return text.lines().filter(line -> line.startsWith(label)).findFirst().orElseThrow();
    }
}
