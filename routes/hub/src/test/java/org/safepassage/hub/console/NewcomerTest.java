package org.safepassage.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.hub.cli.Spoken;
import org.safepassage.hub.house.HouseFolders;
import org.safepassage.hub.wiring.HubFolders;
import org.safepassage.hub.wiring.OperatorFile;
import org.safepassage.hub.wiring.UpProcess;

/// What connectors/README.md tells a newcomer under "Your first partner, with the console alone", done step by step
/// with a running hub and a partner's real OpenSSH server.
@Tag("slow")
class NewcomerTest {
    private static final String TELLING = "Vera Lysenok";

    @TempDir
    Path root = Path.of("");

    @Test
    void aNewcomerAddsAnSftpPartnerWithTheConsoleAlone() throws Exception {
        HubFolders folders = HouseFolders.make(root);
        HouseFolders.write(folders, "application.yaml", "listen: {port: 0, amqpPort: -1}\nextraction: {ocr: false}\n");
        HouseFolders.write(folders, "court.asc", "invented");
        HouseFolders.write(folders, "tribunal.asc", "invented");
        String password = OperatorFile.createFirst(folders.keys(), "newcomer");
        try (var office = SftpOffice.open(root.resolve("far-away"));
                var hub = UpProcess.start(root, folders, "hub").ready()) {
            office.put("17", """
                    {"partnerCaseNumber": "17", "title": "Words",
                     "persons": [{"id": "p1", "role": "witness", "sex": "female", "names": [{"full": "%s"}]}]}
                    """.formatted(TELLING));
            var browser = Browser.signedIn(Browser.console(hub), "newcomer", password);
            int before = Spoken.of("config", "history", "--data", folders.data().toString())
                    .out()
                    .lines()
                    .toList()
                    .size();

            // When: they begin, and test before they know the host key
            browser.open("/partners").keep("partners").follow("Add a partner").keep("connectors");
            browser.choose("connector", "sp-sftp-cases-source", true).press("Continue");
            browser.fill("name", "field-office")
                    .fill("label", "Field office <north> & \"friends\"")
                    .fill("p.host", "127.0.0.1")
                    .fill("p.port", Integer.toString(office.port()))
                    .fill("p.user", System.getProperty("user.name"))
                    .fill("typed.privateKey", office.key())
                    .fill("p.casesFolder", office.cases().toString())
                    .fill("p.settleSeconds", "0")
                    .press("Test the door")
                    .keep("offered");

            // Then: the server's key is shown, and nothing but compared
            assertThat(browser.page().select("#offered").text()).isEqualTo(office.fingerprint());
            assertThat(browser.page().select("[name=p.hostKey]").text()).isEmpty();
            assertThat(browser.text()).contains("by another channel").contains("${secret:field-office-private-key}");

            // When: the partner has confirmed it by telephone
            browser.fill("p.hostKey", office.fingerprint())
                    .press("Test the door")
                    .keep("unmapped");

            // Then
            assertThat(browser.text())
                    .contains("logged in")
                    .contains("one record was read")
                    .contains("not-chosen-yet");

            // When: the mapping is wrong
            browser.fill("caseNumber", "/partnerCaseNumber")
                    .fill("jslt", "{\"partnerCaseNumber\": ")
                    .fill("schema", "{\"type\": \"object\"}")
                    .press("Check and show what changes")
                    .keep("wrong");

            // Then: that is told at its field, and the summary leads there
            assertThat(browser.errorAt("f-jslt")).contains("field-office.jslt");
            assertThat(browser.page().select(".summary a[href=#f-jslt]")).isNotEmpty();

            // When
            browser.fill("jslt", "{\"partnerCaseNumber\": .partnerCaseNumber, \"persons\": .persons}")
                    .press("Test the door")
                    .keep("tested");

            // Then
            assertThat(browser.text()).contains("The test passed").contains("1 person(s)");
            assertThat(browser.text()).doesNotContain(TELLING);

            // When
            String form = browser.page().outerHtml();
            browser.press("Preview case files (new tab)").keep("preview");

            // Then: record and case file side by side, what is left out, and nothing kept in the browser's cache
            assertThat(browser.page().select(".beside pre").eachText())
                    .hasSize(2)
                    .allSatisfy(text -> assertThat(text).contains(TELLING));
            assertThat(browser.text()).contains("/title").contains("letter.txt, 27 bytes");
            assertThat(browser.header("Cache-Control")).contains("no-store");
            browser.back(form);

            // When: they join it to a recipient, first without a purpose
            browser.fill("exchange.recipient", "court")
                    .fill("exchange.policy", "un-mechanism")
                    .fill("exchange.schedule", "weekdays")
                    .fill("exchange.time", "02:30")
                    .fill("exchange.zone", "Europe/Copenhagen")
                    .press("Check and show what changes");

            // Then
            assertThat(browser.errorAt("f-exchange-purpose")).isEqualTo("is missing");

            // When
            browser.fill("exchange.purpose", "accountability")
                    .press("Check and show what changes")
                    .keep("confirm");

            // Then: what changes, in words and to the letter; nothing runs yet
            assertThat(browser.text())
                    .contains("partners/field-office.yaml added")
                    .contains("mappings/field-office.jslt added")
                    .contains("agreements/field-office-court.yaml added")
                    .contains("exchanges/field-office-to-court.yaml added")
                    .contains("Monday to Friday at 02:30, Europe/Copenhagen");
            assertThat(browser.page().select("ol li")).hasSize(3);
            assertThat(folders.config().resolve("partners/field-office.yaml")).doesNotExist();

            // When: without a reason, then with one
            browser.press("Apply");
            assertThat(browser.errorAt("f-why")).isNotEmpty();
            browser.fill("why", "the first partner of the north").press("Apply").keep("partner");

            // Then: one revision more, and it runs
            assertThat(browser.text()).contains("Revision 2 runs.").contains("Field office <north> & \"friends\"");
            assertThat(Spoken.of("config", "history", "--data", folders.data().toString())
                            .out())
                    .contains("the first partner of the north")
                    .contains("newcomer");
            assertThat(Spoken.of("config", "history", "--data", folders.data().toString())
                            .out()
                            .lines())
                    .hasSize(before + 1);

            // When
            browser.open("/exchanges").keep("exchanges").press("Run field-office-to-court now");

            // Then: the first case file is sealed, and the partner's copy acknowledged
            await().atMost(Duration.ofMinutes(2))
                    .until(() ->
                            Files.exists(office.cases().resolveSibling("done").resolve("17")));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> browser.open("/")
                            .page()
                            .select("dl div:contains(case files) dd")
                            .text()
                            .equals("1"));
            browser.keep("health");

            // When: all is well, so the sandbox is taken out
            browser.open("/exchanges").follow("Edit field-office-to-court");
            browser.fill("text", browser.page().select("#f-text").text().replace("sandbox: true\n", ""))
                    .press("Check and show what changes");
            assertThat(browser.page().select(".diff .minus").eachText()).containsExactly("-sandbox: true");
            browser.fill("why", "the first case file looks as it should").press("Apply");

            // When
            Path exported = root.resolve("exported");
            Spoken export = Spoken.of(
                    "config",
                    "export",
                    exported.toString(),
                    "--data",
                    folders.data().toString());

            // Then: the same YAML that the page shows, with a reference and no secret
            assertThat(export.code()).isZero();
            String yaml = Files.readString(exported.resolve("partners/field-office.yaml"));
            browser.open("/partners/field-office");
            assertThat(browser.page().select("pre[aria-label=partners/field-office.yaml]").stream()
                            .map(pre -> pre.wholeText().strip()))
                    .contains(yaml.strip());
            assertThat(exported.resolve("exchanges/field-office-to-court.yaml"))
                    .content()
                    .contains("cron: 0 30 2 ? * MON-FRI")
                    .doesNotContain("sandbox");
            assertThat(yaml)
                    .contains("privateKey: ${secret:field-office-private-key}")
                    .contains("hostKey: " + office.fingerprint())
                    .doesNotContain("PRIVATE KEY");
            String secret = office.key().lines().skip(1).findFirst().orElseThrow();
            assertThat(browser.seen()).noneMatch(page -> page.contains(secret));
            assertThat(hub.said() + hub.complained())
                    .contains("partner=field-office case data read: 1 case file(s) previewed by newcomer, none kept")
                    .doesNotContain(
                            secret, TELLING, "letter.txt", office.cases().toString());
        }
    }
}
