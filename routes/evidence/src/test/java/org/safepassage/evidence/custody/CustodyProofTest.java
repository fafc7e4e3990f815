package org.safepassage.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustodyProofTest {
    private static final String ORIGIN = "hub.example/custody";
    private static final String ORIGINAL = "5c3f2a9d0e7b41c8";
    private static final String CASE = "partner-7/case-12:3";

    private DataSource database;
    private CustodyLog log;
    private Checkpoint kept;

    @BeforeEach
    void fill() throws SQLException {
        database = SampleDatabase.inMemory();
        log = new CustodyLog(database, CustodyLogContract.CLOCK);
        append(CASE, "seal", Map.of("sha256", ORIGINAL, "size", "99"));
        append(CASE, "check", Map.of("outcome", "passed", "caseFile", CASE, "mentions", "41"));
        kept = log.checkpoint(ORIGIN);
        append("consignment-1", "consign", Map.of("package", "e1e2", "recipient", "iapb", "source", ORIGINAL));
        append("consignment-2", "consign", Map.of("package", "f1f2"));
        append("consignment-3", "consign", Map.of("package", "a1a2"));
    }

    @Test
    void aProofShowsWhatWasChosenAndVerifiesOffline() throws SQLException {
        // Given
        byte[] document = proof(new DisclosedEntry(1, Set.of("outcome"), false), consign())
                .toJson();

        // When
        CustodyProof read = CustodyProof.parse(document);

        // Then
        assertThat(read.verify(log.checkpoint(ORIGIN).text())).isEmpty();
        assertThat(read.shown())
                .containsExactly(
                        new ShownEntry(
                                1,
                                "check",
                                "actor-1",
                                CustodyLogContract.NOW,
                                Optional.empty(),
                                new TreeMap<>(Map.of("outcome", "passed")),
                                2),
                        new ShownEntry(
                                2,
                                "consign",
                                "actor-1",
                                CustodyLogContract.NOW,
                                Optional.of("consignment-1"),
                                new TreeMap<>(Map.of("package", "e1e2", "recipient", "iapb")),
                                1));
        assertThat(read.toJson()).isEqualTo(document);
    }

    @Test
    void whatWasNotChosenIsNowhereInTheDocument() throws SQLException {
        // When
        String document = new String(
                proof(new DisclosedEntry(1, Set.of("outcome"), false), consign())
                        .toJson(),
                StandardCharsets.UTF_8);

        // Then
        assertThat(document).contains("consignment-1", "passed", "iapb");
        assertThat(document).doesNotContain(ORIGINAL, CASE, "consignment-2", "\"41\"");
    }

    @Test
    void theLeafIsTheDocumentedCanonicalJson() throws SQLException {
        // When
        String leaf = proof(new DisclosedEntry(3, Set.of(), false))
                .entries()
                .getFirst()
                .leaf();

        // Then
        assertThat(leaf)
                .matches("\\{\"actor\":\"actor-1\",\"at\":\"2026-03-04T05:06:07.123456Z\","
                        + "\"facts\":\\{\"package\":\"[A-Za-z0-9_-]{43}\"},\"step\":\"consign\","
                        + "\"subject\":\"[A-Za-z0-9_-]{43}\",\"v\":1}");
    }

    @Test
    void aCommitmentIsTheDocumentedHash() {
        // Given
        Opening opening = new Opening("AAECAwQFBgcICQoLDA0ODw", "passed");

        // When, Then
        // printf '000102030405060708090a0b0c0d0e0f000000076f7574636f6d65706173736564' | xxd -r -p | sha256sum
        assertThat(opening.commitment("outcome")).isEqualTo("GUtcqhJQ-jXtCY4mu6ywYaptgl9IIjf9FDSL6Yf4JQQ");
    }

    @Test
    void aProofAgainstAnotherSignedCheckpointFails() throws SQLException {
        // Given
        CustodyProof proof = proof(consign());

        // When, Then
        assertThat(proof.verify(kept.text())).containsExactly("the checkpoint is not the signed one");
        assertThat(proof.verify("")).isNotEmpty();
    }

    @Test
    void aProofWithoutEntriesProvesNothing() throws SQLException {
        assertThat(proof().verify(log.checkpoint(ORIGIN).text())).hasSize(1);
    }

    @Test
    void theLogIsProvedToExtendACheckpointFromBefore() throws SQLException {
        // Given
        CustodyProof proof = CustodyProof.parse(log.prove(ORIGIN, List.of(consign()), OptionalLong.of(kept.size()))
                .toJson());
        String signed = log.checkpoint(ORIGIN).text();
        Hash wrong = Hash.ofLeaf(new byte[] {1});

        // When, Then
        assertThat(proof.verify(signed, kept)).isEmpty();
        assertThat(proof.verify(signed, new Checkpoint(ORIGIN, kept.size(), wrong)))
                .hasSize(1);
        assertThat(proof.verify(signed, new Checkpoint("other.example", kept.size(), kept.root())))
                .hasSize(1);
        assertThat(proof.verify(signed, new Checkpoint(ORIGIN, 6, wrong)))
                .containsExactly("the log is shorter than it was");
        assertThat(proof(consign()).verify(signed, kept)).hasSize(1);
        assertThat(proof(consign()).verify(signed, log.checkpoint(ORIGIN))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passed",
                "iapb",
                "consignment-1",
                "e1e2",
                "\\\"step\\\":\\\"check\\\"",
                "actor-1",
                "\"index\":1",
                "05:06"
            })
    void aChangedWordFailsVerification(String word) throws SQLException {
        // Given
        String document = new String(
                proof(new DisclosedEntry(1, Set.of("outcome"), false), consign())
                        .toJson(),
                StandardCharsets.UTF_8);
        String signed = log.checkpoint(ORIGIN).text();
        String changed = document.replace(word, word.replaceFirst("[0-9a-z](?=[^0-9a-z]*$)", "0"));

        // When
        CustodyProof read = CustodyProof.parse(changed.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(changed).isNotEqualTo(document);
        assertThat(read.verify(signed))
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p).doesNotContain(word));
    }

    @Test
    void anyFlippedBitIsRefusedOrFailsOrChangesNothing() throws SQLException {
        // Given
        byte[] document = proof(new DisclosedEntry(1, Set.of("outcome"), false), consign())
                .toJson();
        String signed = log.checkpoint(ORIGIN).text();
        List<ShownEntry> shown = CustodyProof.parse(document).shown();

        for (int bit = 0; bit < document.length * 8; bit++) {
            byte[] changed = document.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));

            // When
            Optional<CustodyProof> read = parsed(changed);

            // Then
            boolean believed = read.isPresent() && read.get().verify(signed).isEmpty();
            assertThat(!believed || read.get().shown().equals(shown))
                    .as("bit %d", bit)
                    .isTrue();
        }
    }

    @Test
    void anEntryTwiceAndAFactOrEntryThatIsNotThereAreRefused() throws SQLException {
        assertThat(proof(consign(), consign()).verify(log.checkpoint(ORIGIN).text()))
                .containsExactly("entry 2 stands twice");
        assertThatThrownBy(() -> proof(new DisclosedEntry(2, Set.of("nonsense"), false)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proof(new DisclosedEntry(99, Set.of(), false)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "1e999999999",
                "{\"format\":\"safe-passage-custody-proof\",\"v\":1}",
                "{\"format\":\"safe-passage-custody-proof\",\"v\":2,\"checkpoint\":\"\",\"entries\":[]}",
                "{\"format\":\"safe-passage-custody-proof\",\"v\":1,\"checkpoint\":\"\",\"entries\":[]}",
                "{\"format\":\"safe-passage-custody-proof\",\"v\":1,\"v\":1,\"checkpoint\":\"\",\"entries\":[]}",
                "{\"format\":\"safe-passage-custody-proof\",\"v\":1,\"checkpoint\":7,\"entries\":{}}",
                "{\"format\":\"safe-passage-custody-proof\",\"v\":1,\"checkpoint\":\"\",\"entries\":[],\"key\":\"\"}"
            })
    void hostileJsonIsRefusedWithoutBeingQuoted(String hostile) {
        assertThatThrownBy(() -> CustodyProof.parse(hostile.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause();
    }

    @Test
    void deepLongAndRandomBytesAreRefused() {
        // Given
        Random random = new Random(3);
        byte[] noise = new byte[2000];

        // When, Then
        assertThat(parsed("[".repeat(100_000).getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(parsed(new byte[17 << 20])).isEmpty();
        for (int i = 0; i < 200; i++) {
            random.nextBytes(noise);
            assertThat(parsed(noise)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hub.example\n1\nx\n",
                "hub example\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "hub.example\n00\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "hub.example\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
                "hub.example\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "hub.example\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nmore\n"
            })
    void aCheckpointHasOneSpelling(String text) {
        assertThat(Checkpoint.parse("hub.example\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"))
                .isEqualTo(new Checkpoint("hub.example", 0, Hash.ofNothing()));
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Optional<CustodyProof> parsed(byte[] bytes) {
        try {
            return Optional.of(CustodyProof.parse(bytes));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private CustodyProof proof(DisclosedEntry... shown) throws SQLException {
        return log.prove(ORIGIN, List.of(shown), OptionalLong.empty());
    }

    private static DisclosedEntry consign() {
        return new DisclosedEntry(2, Set.of("package", "recipient"), true);
    }

    private void append(String subject, String step, Map<String, String> facts) throws SQLException {
        CustodyLogContract.append(database, log, CustodyLogContract.entry(subject, step, facts));
    }
}
