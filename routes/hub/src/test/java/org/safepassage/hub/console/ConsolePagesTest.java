package org.safepassage.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.hub.house.HouseFolders;
import org.safepassage.hub.secrets.SecretStore;
import org.safepassage.hub.secrets.SecretVersion.State;
import org.safepassage.hub.wiring.HubFolders;
import org.safepassage.hub.wiring.OperatorFile;
import org.safepassage.hub.wiring.UpProcess;

/// The console of one running hub with a partner's OpenSSH server: what it refuses, what it never shows, secrets
/// exchanged, files taken back, doors held, exchanges paused.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // made once before all tests
class ConsolePagesTest {
    private static final List<String> PAGES = List.of(
            "/",
            "/partners",
            "/partners/new",
            "/partners/office",
            "/partners/office/edit",
            "/exchanges",
            "/files",
            "/files/edit?path=recipients/court.yaml",
            "/maintenance");

    @TempDir
    private static Path root = Path.of("");

    private SftpOffice office;
    private UpProcess hub;
    private HubFolders folders;
    private SecretStore store;
    private String password;

    @BeforeAll
    void aHubWithAPartner() throws Exception {
        folders = HouseFolders.make(root);
        HouseFolders.write(folders, "application.yaml", "listen: {port: 0, amqpPort: -1}\nextraction: {ocr: false}\n");
        HouseFolders.write(folders, "court.asc", "invented");
        HouseFolders.write(folders, "tribunal.asc", "invented");
        office = SftpOffice.open(root.resolve("far-away"));
        office.put("17", """
                {"partnerCaseNumber": "17", "title": "</pre><script>alert(1)</script>\\u202ednim",
                 "persons": [{"id": "p1", "role": "witness", "sex": "female", "names": [{"full": "Vera Lysenok"}]}]}
                """);
        HouseFolders.write(folders, "partners/office.yaml", """
                # Written by hand.
                label: <script>alert(2)</script>
                connector: sp-sftp-cases-source
                parameters:
                  host: 127.0.0.1
                  port: %d
                  hostKey: %s
                  user: %s
                  privateKey: ${secret:north}
                  casesFolder: %s
                  settleSeconds: 0
                  acknowledge: none
                mapping: plain
                caseNumber: /partnerCaseNumber
                """.formatted(
                        office.port(), office.fingerprint(), System.getProperty("user.name"), office.cases()));
        HouseFolders.write(folders, "exchanges/archive-to-court.yaml", """
                partner: archive
                recipient: court
                agreement: archive-court
                purpose: accountability
                schedule: {cron: "* * * * * ?", zone: Europe/Minsk, misfire: skip}
                """);
        store = new SecretStore(folders.secrets(), folders.secretsKeyRing(), InstantSource.system());
        store.put("north", office.key(), Optional.empty());
        password = OperatorFile.createFirst(folders.keys(), "operator");
        hub = UpProcess.start(root, folders, "hub").ready();
    }

    @AfterAll
    void stop() {
        hub.close();
        office.close();
    }

    private Browser browser() throws IOException {
        return Browser.signedIn(Browser.console(hub), "operator", password);
    }

    @Test
    void nobodyComesInWithoutSigningInAndNoOrderIsTakenWithoutItsToken() throws Exception {
        String console = Browser.console(hub);
        try (var client = HttpClient.newHttpClient()) {
            for (String page : PAGES) {
                // When
                var answer = client.send(
                        HttpRequest.newBuilder(URI.create(console + page)).build(),
                        HttpResponse.BodyHandlers.ofString());
                // Then
                assertThat(answer.statusCode()).as(page).isEqualTo(302);
                assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
            }
        }
        // Given
        var browser = browser();
        for (String order : List.of(
                "/partners/new?do=apply",
                "/partners/office/test",
                "/partners/office/preview",
                "/partners/office/secret?parameter=privateKey&do=retire",
                "/partners/office/rollback?revision=1&why=x",
                "/recipients/tribunal/test",
                "/exchanges/office-to-court/run",
                "/maintenance/begin?why=x")) {
            // When
            browser.postWithoutToken(order);
            // Then
            assertThat(browser.status()).as(order).isEqualTo(403);
        }
    }

    @Test
    void noPageHasScriptOrInlineStyleAndWhatPeopleWriteIsOnlyText() throws Exception {
        var browser = browser();
        for (String path : PAGES) {
            // When
            browser.open(path);
            // Then
            assertThat(browser.status()).as(path).isEqualTo(200);
            assertThat(browser.header("Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(browser.page().select("script, style, [style], [onclick]"))
                    .as(path)
                    .isEmpty();
            assertThat(browser.page().select("h1")).as(path).hasSize(1);
            assertThat(browser.page().select("input:not([type=hidden]), select, textarea").stream()
                            .filter(field -> field.closest("label") == null
                                    && browser.page()
                                            .select("label[for=" + field.id() + "]")
                                            .isEmpty()))
                    .as("fields without a label on " + path)
                    .isEmpty();
            assertThat(browser.page().select("[id]").eachAttr("id")).as(path).doesNotHaveDuplicates();
        }
        assertThat(browser.open("/partners").text()).contains("<script>alert(2)</script>");

        // When
        browser.open("/partners/office").press("Preview");

        // Then
        assertThat(browser.page().select("script")).isEmpty();
        assertThat(browser.text())
                .contains("</pre><script>alert(1)</script>\\u202Ednim")
                .contains("Vera Lysenok");
        assertThat(browser.header("Cache-Control")).contains("no-store");
    }

    @Test
    void aKeyIsExchangedWithoutARestartAndNeverShown() throws Exception {
        // Given
        var browser = browser().open("/partners/office");

        // When: a key comes that the partner does not know
        browser.fill("value", office.unknownKey()).fill("expires", "2030-01-31").press("Keep as the next value");

        // Then: it waits, and only a test with it fails
        assertThat(browser.text()).contains("last day: 2030-01-31").contains("The next value waits");
        browser.press("Test with the next value").keep("secret-test");
        assertThat(browser.text()).contains("The test found something").contains("Check user, password or key");
        browser.open("/partners/office").press("Test");
        assertThat(browser.text()).contains("The test passed");

        // When: the right one is put in its place, and used
        browser.open("/partners/office").fill("value", office.key()).press("Keep as the next value");
        browser.press("Test with the next value");
        assertThat(browser.text()).contains("The test passed");
        browser.open("/partners/office").press("Switch to the next value");
        assertThat(browser.text()).contains("can be taken back until it is retired");
        browser.press("Switch back").press("Switch to the next value").press("Retire the value before");

        // Then
        assertThat(store.list().getOrDefault("north", java.util.Map.of())).containsOnlyKeys(State.CURRENT);
        for (String key : List.of(office.key(), office.unknownKey())) {
            String line = key.lines().skip(1).findFirst().orElseThrow();
            assertThat(browser.seen()).noneMatch(page -> page.contains(line));
            assertThat(hub.said()).doesNotContain(line);
        }
        assertThat(hub.said()).contains("secret=north switch by operator");
    }

    @Test
    void aPartnerIsChangedAndItsFileTakenBack() throws Exception {
        // Given
        var browser = browser().open("/partners").press("Test office");
        assertThat(browser.text()).contains("The test passed");

        // When
        browser.open("/partners/office").follow("Edit");
        browser.fill("label", "The northern office").fill("limit.callsPerMinute", "many");
        browser.press("Check and show what changes").keep("edit-wrong");

        // Then
        assertThat(browser.errorAt("f-limit-callsPerMinute")).isEqualTo("must be a whole number");
        assertThat(browser.page().select(".summary li")).hasSize(1);

        // When
        browser.fill("limit.callsPerMinute", "600")
                .press("Check and show what changes")
                .keep("edit-confirm");

        // Then: exactly what was changed, and the comment that is lost
        assertThat(browser.page().select(".diff .minus").eachText())
                .containsExactly("-# Written by hand.", "-label: <script>alert(2)</script>");
        assertThat(browser.page().select(".diff .plus").eachText())
                .containsExactly("+label: The northern office", "+limits:", "+  callsPerMinute: 600");

        // When
        browser.fill("why", "its name was wrong").press("Apply");

        // Then
        assertThat(browser.text()).contains("The northern office").contains("its name was wrong");

        // When
        browser.fillAt("why-1", "as it was")
                .press("Go back to the file of revision 1")
                .keep("rolled-back");

        // Then
        assertThat(browser.text()).contains("runs.").contains("# Written by hand.");
    }

    @Test
    void aFormThatIsGivenUpLeavesNoSecretBehind() throws Exception {
        // Given
        var browser = browser().open("/partners/new?connector=sp-sftp-cases-source");

        // When: the name is no good, the secret is not kept
        browser.fill("name", "Not Good").fill("typed.password", "Vydumana-17").press("Test the door");

        // Then
        assertThat(browser.errorAt("f-name")).contains("type it again");
        assertThat(browser.page().outerHtml()).doesNotContain("Vydumana-17");

        // When
        browser.fill("name", "passing").fill("typed.password", "Vydumana-17").press("Test the door");

        // Then
        assertThat(store.list()).containsKey("passing-password");
        assertThat(browser.errorAt("f-p-host")).contains("missing");
        assertThat(browser.page().outerHtml()).doesNotContain("Vydumana-17").contains("${secret:passing-password}");

        // When
        browser.press("Give up");

        // Then
        assertThat(store.list()).doesNotContainKey("passing-password");
        assertThat(hub.said()).doesNotContain("Vydumana-17");

        // When: somebody takes a name that is there
        browser.open("/partners/new?connector=sp-sftp-cases-source")
                .fill("name", "office")
                .fill("typed.privateKey", "Vydumana-18")
                .press("Check and show what changes");

        // Then
        assertThat(browser.errorAt("f-name")).contains("another partner");
        assertThat(store.list()).doesNotContainKey("office-private-key");
    }

    @Test
    void maintenanceIsSaidOnEveryPageAndHoldsTestsToo() throws Exception {
        // Given
        var browser = browser().open("/maintenance");

        // When
        browser.fill("why", "the disk is exchanged").press("Hold all doors");

        // Then
        for (String path : PAGES) {
            assertThat(browser.open(path).page().select(".maintenance").text())
                    .as(path)
                    .contains("all doors are held")
                    .contains("operator")
                    .contains("the disk is exchanged");
        }
        browser.open("/").keep("health-maintenance");
        browser.open("/partners/office").press("Test");
        assertThat(browser.text()).contains("end it to try a door");

        // When
        browser.open("/maintenance").press("Let the doors go");

        // Then
        assertThat(browser.open("/").page().select(".maintenance")).isEmpty();
    }

    @Test
    void anExchangeIsPausedForAReasonAndItsEndSaysWhatWasMissed() throws Exception {
        // Given
        var browser = browser().open("/exchanges");

        // When: without a reason, then with one
        browser.press("Pause archive-to-court");
        assertThat(browser.text()).contains("Say why");
        browser.fillAt("why-archive-to-court", "the partner moves house").press("Pause archive-to-court");

        // Then
        assertThat(browser.text()).contains("by operator: the partner moves house");

        // When
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        browser.press("Resume archive-to-court").keep("resumed");

        // Then
        assertThat(browser.text())
                .containsPattern("[1-9]\\d* runs were missed; 0 are made up for")
                .doesNotContain("moves house");
        assertThat(browser.page().select(".done li")).isNotEmpty();
    }

    @Test
    void aFileIsChangedAsItIsWrittenAndASecretInItIsNotSentBack() throws Exception {
        // Given
        var browser = browser().open("/exchanges").follow("Edit office-to-court");

        // When: a name is wrong, and a secret stands in a file
        browser.fill("text", "partner: office\nrecipient: nobody\nagreement: office-court\npurpose: x\n")
                .press("Check and show what changes")
                .keep("file-wrong");
        assertThat(browser.page().select(".summary").text()).contains("exchanges/office-to-court.yaml");
        browser.open("/files/edit?path=partners/archive.yaml");
        String archive = browser.page().select("#f-text").text();
        browser.fill("text", archive.replace("${SP_INVENTED_PASSWORD:unset}", "Vydumana-19"))
                .press("Check and show what changes");

        // Then
        assertThat(browser.page().select(".summary").text()).contains("is a secret and stands in the file");
        assertThat(browser.page().outerHtml()).doesNotContain("Vydumana-19");

        // When: it is right
        browser.open("/files/edit?path=recipients/court.yaml");
        browser.fill(
                        "text",
                        "label: The court\n" + browser.page().select("#f-text").text())
                .press("Check and show what changes");
        assertThat(browser.page().select(".diff .plus").eachText()).containsExactly("+label: The court");
        browser.press("Back to the form").press("Check and show what changes");
        browser.fill("why", "people know it so").press("Apply").keep("files");

        // Then
        assertThat(browser.text()).contains("people know it so");
        assertThat(browser.open("/partners").text()).contains("The court");
        assertThat(browser.open("/files/edit?path=../keys/operators").text()).contains("No such file belongs");
        assertThat(copies()).as("only what was applied is kept").isLessThanOrEqualTo(4);
    }

    private long copies() throws IOException {
        try (var all = Files.list(folders.configCopies())) {
            return all.count();
        }
    }

    @Test
    void whoAppliesAfterSomebodyElseLooksAgainFirst() throws Exception {
        // Given
        var first = browser().open("/files/edit?path=recipients/tribunal.yaml");
        first.fill(
                        "text",
                        "label: The tribunal\n" + first.page().select("#f-text").text())
                .press("Check and show what changes");
        var second = browser().open("/partners/archive/edit");
        second.fill("label", "The archive").press("Check and show what changes");
        second.fill("why", "people know it so").press("Apply");

        // When
        first.fill("why", "people know it so, too").press("Apply");

        // Then: shown again, and applied on top
        assertThat(first.text()).contains("Somebody else applied a change meanwhile");
        first.press("Apply");
        assertThat(first.open("/partners").text()).contains("The tribunal").contains("The archive");
    }

    @Test
    void aServerWithAnotherKeyThanThePinnedOneIsRefusedWithBothFingerprints() throws Exception {
        // Given
        String other = "SHA256:" + "B".repeat(43);
        var browser = browser().open("/partners/office/edit");

        // When
        browser.fill("p.hostKey", other).press("Test the door").keep("other-key");

        // Then: nothing is offered, nothing is taken over, nothing is applied
        assertThat(browser.text())
                .contains(other)
                .contains(office.fingerprint())
                .contains("by another channel");
        assertThat(browser.page().select("#offered")).isEmpty();
        assertThat(browser.page().select("[name=p.hostKey]").text()).isEqualTo(other);
        assertThat(browser.open("/partners/office").press("Test").text()).contains("The test passed");
    }

    @Test
    void everySourceHasAFormThatSaysAtItsFieldsWhatIsMissing() throws Exception {
        // Given
        var browser = browser().open("/partners/new");
        var connectors = browser.page().select("[name=connector]").eachAttr("value");
        assertThat(connectors)
                .contains("sp-sftp-cases-source", "sp-database-cases-source")
                .noneMatch(name -> name.endsWith("-sink"));
        for (String connector : connectors) {
            // When
            browser.open("/partners/new?connector=" + connector)
                    .fill("name", "newcomer")
                    .press("Test the door");

            // Then
            assertThat(browser.status()).as(connector).isEqualTo(200);
            assertThat(browser.page().select(".summary li")).as(connector).isNotEmpty();
            assertThat(browser.page().select(".summary a").eachAttr("href"))
                    .as(connector)
                    .isNotEmpty()
                    .allSatisfy(link -> assertThat(browser.page().select(link)).hasSize(1));
            assertThat(browser.page().select("[id]").eachAttr("id"))
                    .as(connector)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatIsNotThereIsSaid() throws Exception {
        // When
        var browser = browser().open("/partners/nobody");

        // Then
        assertThat(browser.status()).isEqualTo(404);
        assertThat(browser.text()).contains("no partner is named nobody");
    }
}
