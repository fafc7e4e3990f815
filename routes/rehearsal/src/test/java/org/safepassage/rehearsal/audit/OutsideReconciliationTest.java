package org.safepassage.rehearsal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import gov.loc.repository.bagit.creator.BagCreator;
import gov.loc.repository.bagit.domain.Metadata;
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
    void aSupplementIsAConsignmentOfItsOwnAndNoSecondCopy() throws Exception {
        // Given
        receiveSupplement("c-2", "c-1", "x3.txt");

        // When
        var balance = judge(supplemented("delivered"));

        // Then
        assertThat(balance.balanced()).isTrue();
        assertThat(balance.delivered()).isOne();
        assertThat(balance.consignments()).isEqualTo(2);
        assertThat(balance.duplicated()).isZero();
    }

    @Test
    void aSupplementThatIsUnderWayDoesNotBalance() throws Exception {
        assertThat(judge(claims(new HubClaims.Standing("delivered", List.of("c-1"), List.of("under-way"))))
                        .balanced())
                .isFalse();
    }

    @Test
    void aSupplementToWhatTheRecipientNeverGotDoesNotBalance() throws Exception {
        // Given
        receiveSupplement("c-2", "c-7", "x3.txt");

        // When, Then
        assertThat(judge(supplemented("delivered")).balanced()).isFalse();
        assertThat(findings()).contains("supplement-of-nothing");
    }

    @Test
    void aSecondConsignmentThatIsNoSupplementDoesNotBalance() throws Exception {
        // Given
        receive("iapb", "c-2", Reception.Kind.FIRST, "redacted");

        // When, Then
        assertThat(judge(claims("delivered", List.of("c-1", "c-2"), "refused", List.of()))
                        .balanced())
                .isFalse();
        assertThat(findings()).contains("two-first-consignments");
    }

    @Test
    void anExhibitThatComesASecondTimeDoesNotBalance() throws Exception {
        // Given
        receiveSupplement("c-2", "c-1", "x3.txt");
        receiveSupplement("c-3", "c-1", "x3.txt");

        // When
        var balance = judge(claims(
                new HubClaims.Standing("delivered", List.of("c-1", "c-2", "c-3"), List.of("delivered", "delivered"))));

        // Then
        assertThat(balance.balanced()).isFalse();
        assertThat(findings()).contains("exhibit-sent-twice");
    }

    @Test
    void aSupplementThatTheHubDoesNotCallDeliveredDoesNotBalance() throws Exception {
        // Given
        receiveSupplement("c-2", "c-1", "x3.txt");

        // When, Then
        assertThat(judge(supplemented("superseded")).balanced()).isFalse();
        assertThat(findings()).contains("supplements-unaccounted");
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

    private static HubClaims supplemented(String state) {
        return claims(new HubClaims.Standing("delivered", List.of("c-1", "c-2"), List.of(state)));
    }

    private static HubClaims claims(HubClaims.Standing iapb) {
        var line = new HubClaims.Line(
                CASE_FILE,
                1,
                "casebase",
                "17",
                Map.of(
                        "casebase-to-iapb",
                        iapb,
                        "casebase-to-un-examination",
                        new HubClaims.Standing("refused", List.of(), List.of())));
        return new HubClaims(1, List.of(line), List.of());
    }

    private String findings() throws Exception {
        return Files.readString(folder.resolve("audit/findings.jsonl"), StandardCharsets.UTF_8);
    }

    private void receiveSupplement(String id, String addsTo, String rendition) throws Exception {
        var own = folder.resolve("recipients").resolve("iapb");
        var bag = own.resolve("unpacked").resolve(id).resolve(id);
        write("recipients/iapb/encrypted/" + id + ".tar.gpg", "encrypted");
        write("recipients/iapb/unpacked/" + id + "/" + id + "/renditions/" + rendition, "redacted");
        var info = new Metadata();
        info.add("Supplement-Of", addsTo);
        BagCreator.bagInPlace(bag, List.of(StandardSupportedAlgorithms.SHA256), false, info);
        Json.append(
                own.resolve("received.jsonl"),
                new Reception(
                        id,
                        Reception.Kind.FIRST,
                        Receipt.Status.ACCEPTED,
                        "00",
                        Instant.parse("2026-03-01T10:00:00Z")));
    }

    private static HubClaims claims(String iapb, List<String> toIapb, String un, List<String> toUn) {
        var line = new HubClaims.Line(
                CASE_FILE,
                1,
                "casebase",
                "17",
                Map.of(
                        "casebase-to-iapb", new HubClaims.Standing(iapb, toIapb, List.of()),
                        "casebase-to-un-examination", new HubClaims.Standing(un, toUn, List.of())));
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
