package org.safepassage.rehearsal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import gov.loc.repository.bagit.creator.BagCreator;
import gov.loc.repository.bagit.hash.StandardSupportedAlgorithms;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.rehearsal.stage.ConsignmentDesk;
import org.safepassage.rehearsal.stage.Json;
import org.safepassage.rehearsal.stage.Reception;
import org.safepassage.schemas.Receipt;

/// One case, delivered to one recipient and refused to the other; then one thing goes wrong at a time.
final class OutsideReconciliationTest {
    private static final String CASE_FILE = "cf-aaaaaaaaaaaaaaaa.v1";

    @TempDir
    Path folder;

    private int unlabelled;
    private boolean verifies = true;

    @BeforeEach
    void oneCaseThatWentWell() throws Exception {
        write("sample/partners/casebase/files/a.txt", "the original");
        write("sample/truth/ground-truth.jsonl", """
                {"case":"case-1","file":"a.txt","personId":"p1","type":"PERSON.FULL",\
                "value":"Sabrethorn Quillivane","base":"Sabrethorn Quillivane"}
                """);
        write("sample/truth/cases.jsonl", """
                {"case":"case-1","partner":"casebase","caseNumber":"17","recordValid":true,\
                "exhibits":[{"file":"partners/casebase/files/a.txt","kind":"document","pages":3}],\
                "expected":{"iapb":{"outcome":"delivered","permitted":[]},\
                "un-examination":{"outcome":"refused","permitted":[]}}}
                """);
        var digest = ConsignmentDesk.sha256(folder.resolve("sample/partners/casebase/files/a.txt"));
        write("data/vault/objects/" + digest.substring(0, 2) + "/" + digest, "sealed");
        receive("iapb", "c-1", Reception.Kind.FIRST, "redacted");
    }

    @Test
    void aCaseWithOneEndInEachExchangeBalances() throws Exception {
        // When
        var balance = judge(claims("delivered", List.of("c-1"), "refused", List.of()));

        // Then
        assertThat(balance).isEqualTo(new Balance(true, 1, 1, 1, 3, 0, 0, 1, Map.of(), 1, 0, 0, 0, 1, 0, 1, 1, 7));
        assertThat(Json.MAPPER.valueToTree(balance).properties().stream().map(Map.Entry::getKey))
                .containsExactly(
                        "balanced",
                        "arrivals",
                        "caseFiles",
                        "documents",
                        "pages",
                        "photographs",
                        "videos",
                        "delivered",
                        "held",
                        "refused",
                        "withdrawn",
                        "lost",
                        "duplicated",
                        "planted",
                        "leaked",
                        "consignments",
                        "verified",
                        "seconds");
    }

    @Test
    void aDeliveryThatTheRecipientDoesNotHaveIsLost() throws Exception {
        // When
        var balance = judge(claims("delivered", List.of("c-1", "c-9"), "refused", List.of()));

        // Then
        assertThat(balance.balanced()).isFalse();
        assertThat(balance.lost()).isOne();
    }

    @Test
    void aDeliveryWithoutAnyConsignmentIsLost() throws Exception {
        // When
        var balance = judge(claims("delivered", List.of(), "refused", List.of()));

        // Then
        assertThat(balance.balanced()).isFalse();
        assertThat(balance.lost()).isOne();
    }

    @Test
    void aPackageThatTheHubDoesNotClaimDoesNotBalance() throws Exception {
        // Given
        receive("iapb", "c-2", Reception.Kind.FIRST, "redacted");

        // When
        var balance = judge(claims("delivered", List.of("c-1"), "refused", List.of()));

        // Then
        assertThat(balance.balanced()).isFalse();
        assertThat(balance.consignments()).isEqualTo(2);
    }

    @Test
    void aPackageThatCameTwiceIsDuplicated() throws Exception {
        // Given
        receive("iapb", "c-1", Reception.Kind.DUPLICATE, "redacted");

        // When
        var balance = judge(claims("delivered", List.of("c-1"), "refused", List.of()));

        // Then
        assertThat(balance.balanced()).isFalse();
        assertThat(balance.duplicated()).isOne();
    }

    @Test
    void aCaseThatTheHubDoesNotListIsLost() throws Exception {
        // When
        var balance = judge(new HubClaims(0, List.of(), List.of()));

        // Then
        assertThat(balance.balanced()).isFalse();
        assertThat(balance.lost()).isOne();
    }

    @Test
    void aCaseThatIsStillUnderWayDoesNotBalance() throws Exception {
        assertThat(judge(claims("delivered", List.of("c-1"), "under-way", List.of()))
                        .balanced())
                .isFalse();
    }

    @Test
    void aCaseThatIsHeldForNoStatedReasonDoesNotBalance() throws Exception {
        assertThat(judge(claims("delivered", List.of("c-1"), "held", List.of())).balanced())
                .isFalse();
    }

    @Test
    void aCaseThatIsHeldForAReasonBalances() throws Exception {
        // Given
        var claims = claims("delivered", List.of("c-1"), "held", List.of());
        var hold = new HubClaims.Hold(CASE_FILE, "casebase-to-un-examination", "decide", "", "consent-unclear");

        // When
        var balance = judge(new HubClaims(1, claims.lines(), List.of(hold)));

        // Then
        assertThat(balance.balanced()).isTrue();
        assertThat(balance.held()).containsExactly(Map.entry("consent-unclear", 1L));
    }

    @Test
    void anOriginalThatIsNotInTheVaultDoesNotBalance() throws Exception {
        // Given
        write("sample/partners/casebase/files/a.txt", "another original");

        // When
        var balance = judge(claims("delivered", List.of("c-1"), "refused", List.of()));

        // Then
        assertThat(balance.balanced()).isFalse();
        assertThat(balance.documents()).isZero();
    }

    @Test
    void aDeliveryThatConsentDidNotCoverDoesNotBalance() throws Exception {
        // Given
        receive("un-examination", "c-2", Reception.Kind.FIRST, "redacted");

        // When
        var balance = judge(claims("delivered", List.of("c-1"), "delivered", List.of("c-2")));

        // Then
        assertThat(balance.balanced()).isFalse();
        assertThat(Files.readString(folder.resolve("audit/findings.jsonl"), StandardCharsets.UTF_8))
                .contains("consent-broken");
    }

    @Test
    void aLeakDoesNotBalanceAndItsPlaceIsWritten() throws Exception {
        // Given
        receive("iapb", "c-2", Reception.Kind.FIRST, "it was Quillivane, I mean Sabrethorn Quillivane");

        // When
        var balance = judge(claims("delivered", List.of("c-1", "c-2"), "refused", List.of()));

        // Then
        assertThat(balance.balanced()).isFalse();
        assertThat(balance.leaked()).isOne();
        assertThat(Files.readString(folder.resolve("audit/leaks.jsonl"), StandardCharsets.UTF_8))
                .contains("c-2", "rendition.txt");
    }

    @Test
    void aConsignmentThatTheVerifierRejectsDoesNotBalance() throws Exception {
        // Given
        verifies = false;

        // When
        var balance = judge(claims("delivered", List.of("c-1"), "refused", List.of()));

        // Then
        assertThat(balance.balanced()).isFalse();
        assertThat(balance.verified()).isZero();
    }

    @Test
    void aConsignmentThatWasChangedAtTheRecipientIsNotVerified() throws Exception {
        // Given
        write("recipients/iapb/unpacked/c-1/c-1/data/rendition.txt", "changed");

        // When
        var balance = judge(claims("delivered", List.of("c-1"), "refused", List.of()));

        // Then
        assertThat(balance.verified()).isZero();
    }

    @Test
    void aMessageWithoutAnIdDoesNotBalance() throws Exception {
        // Given
        unlabelled = 1;

        // When, Then
        assertThat(judge(claims("delivered", List.of("c-1"), "refused", List.of()))
                        .balanced())
                .isFalse();
    }

    private Balance judge(HubClaims claims) throws Exception {
        var folders = new OutsideReconciliation.Folders(
                folder.resolve("sample"),
                folder.resolve("data"),
                folder.resolve("recipients"),
                folder.resolve("audit"));
        var exchanges =
                Map.of("casebase", Map.of("casebase-to-iapb", "iapb", "casebase-to-un-examination", "un-examination"));
        return new OutsideReconciliation(
                        folders,
                        GroundTruth.read(folder.resolve("sample/truth")),
                        claims,
                        new OutsideReconciliation.Rules(exchanges, false, unlabelled))
                .judge(bags -> verifies ? Set.copyOf(bags) : Set.of(), 7);
    }

    private static HubClaims claims(String iapb, List<String> toIapb, String un, List<String> toUn) {
        var line = new HubClaims.Line(
                CASE_FILE,
                1,
                "casebase",
                "17",
                Map.of(
                        "casebase-to-iapb", new HubClaims.Standing(iapb, toIapb),
                        "casebase-to-un-examination", new HubClaims.Standing(un, toUn)));
        return new HubClaims(1, new ArrayList<>(List.of(line)), List.of());
    }

    private void receive(String recipient, String id, Reception.Kind kind, String rendition) throws Exception {
        var own = folder.resolve("recipients").resolve(recipient);
        write("recipients/" + recipient + "/encrypted/" + id + ".tar.gpg", "encrypted");
        if (kind == Reception.Kind.FIRST) {
            write("recipients/" + recipient + "/unpacked/" + id + "/" + id + "/rendition.txt", rendition);
            BagCreator.bagInPlace(
                    own.resolve("unpacked").resolve(id).resolve(id),
                    List.of(StandardSupportedAlgorithms.SHA256),
                    false);
        }
        Json.append(
                own.resolve("received.jsonl"),
                new Reception(id, kind, Receipt.Status.ACCEPTED, "00", Instant.parse("2026-03-01T10:00:00Z")));
    }

    private void write(String path, String text) throws Exception {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
