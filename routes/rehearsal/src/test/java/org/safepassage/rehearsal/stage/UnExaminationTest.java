package org.safepassage.rehearsal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.schemas.Receipt;

@Tag("slow")
final class UnExaminationTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;

    private final RecipientKey key = RecipientKey.generate("un-examination");
    private UnExamination recipient;

    @BeforeEach
    void start() throws Exception {
        key.writePublic(folder.resolve("key.asc"));
        recipient = UnExamination.start(
                folder.resolve("server"),
                new ConsignmentDesk("un-examination", folder.resolve("own"), key, InstantSource.fixed(NOW)),
                Credentials.random("hub"));
    }

    @AfterEach
    void stop() throws Exception {
        recipient.close();
    }

    @Test
    void aFinishedPackageIsUnpackedAndAnsweredAndLeavesTheInBoxLast() throws Exception {
        // Given
        var parcel = parcel("c-1", "the findings".getBytes(StandardCharsets.UTF_8));

        // When
        deliver("c-1", parcel);
        var receipt = receipt("c-1");

        // Then
        assertThat(receipt.status()).isEqualTo(Receipt.Status.ACCEPTED);
        assertThat(receipt.recipient()).isEqualTo("un-examination");
        assertThat(receipt.at()).isEqualTo(NOW);
        assertThat(receipt.sha256()).isEqualTo(ConsignmentDesk.sha256(folder.resolve("own/encrypted/c-1.tar.gpg")));
        assertThat(folder.resolve("own/unpacked/c-1/c-1/data/findings.txt")).hasContent("the findings");
        assertThat(recipient.trouble()).isNull();
    }

    @Test
    void aPackageThatIsStillWrittenIsLeftAlone() throws Exception {
        // Given
        var parcel = parcel("c-2", new byte[100]);
        var part = folder.resolve("server/in-box/c-2.tar.gpg.part");

        // When
        Files.write(part, parcel);
        deliver("c-3", parcel("c-3", new byte[10]));
        receipt("c-3");

        // Then
        assertThat(part).exists();
        assertThat(folder.resolve("own/encrypted/c-2.tar.gpg")).doesNotExist();
    }

    @Test
    void aDamagedPackageIsRejected() throws Exception {
        // Given
        var parcel = parcel("c-4", new byte[5000]);
        parcel[parcel.length / 2] ^= 1;

        // When
        deliver("c-4", parcel);

        // Then
        assertThat(receipt("c-4").status()).isEqualTo(Receipt.Status.REJECTED);
    }

    @Test
    void aPackageSentTwiceIsNotedAsDuplicate() throws Exception {
        // Given
        deliver("c-5", parcel("c-5", new byte[10]));
        receipt("c-5");
        awaitGone("c-5");
        Files.delete(folder.resolve("server/receipts/c-5.json"));

        // When
        deliver("c-5", parcel("c-5", new byte[10]));
        receipt("c-5");

        // Then
        assertThat(Files.readAllLines(folder.resolve("own/received.jsonl"), StandardCharsets.UTF_8))
                .hasSize(2)
                .last()
                .asString()
                .contains("\"duplicate\"");
    }

    private byte[] parcel(String id, byte[] payload) throws Exception {
        var bag = Parcel.bag(folder.resolve("bags").resolve(id), "findings.txt", payload);
        return Parcel.encrypt(Parcel.tar(bag, id), folder.resolve("key.asc"));
    }

    private void deliver(String id, byte[] parcel) throws Exception {
        var part = folder.resolve("server/in-box").resolve(id + ".tar.gpg.part");
        Files.write(part, parcel);
        Files.move(part, folder.resolve("server/in-box").resolve(id + ".tar.gpg"), StandardCopyOption.ATOMIC_MOVE);
    }

    private Receipt receipt(String id) throws Exception {
        var file = folder.resolve("server/receipts").resolve(id + ".json");
        for (int tries = 0; tries < 200 && !Files.exists(file); tries++) {
            Thread.sleep(50);
        }
        return Json.MAPPER.readValue(file.toFile(), Receipt.class);
    }

    private void awaitGone(String id) throws Exception {
        var file = folder.resolve("server/in-box").resolve(id + ".tar.gpg");
        for (int tries = 0; tries < 200 && Files.exists(file); tries++) {
            Thread.sleep(50);
        }
    }
}
