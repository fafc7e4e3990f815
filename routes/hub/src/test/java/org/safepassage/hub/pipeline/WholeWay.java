package org.safepassage.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.pgpainless.PGPainless;
import org.pgpainless.decryption_verification.ConsumerOptions;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.house.HouseFolders;
import org.safepassage.hub.ledger.CaseFileList;
import org.safepassage.hub.ledger.Holds;
import org.safepassage.hub.ledger.Lessons;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.ledger.WorkingCopies;
import org.safepassage.hub.pipeline.steps.CaseTexts;
import org.safepassage.hub.wiring.House;
import org.safepassage.hub.wiring.HubFolders;
import org.safepassage.redact.reviews.ReviewRecord;
import org.safepassage.schemas.CaseFileVersion;
import org.springframework.transaction.support.TransactionTemplate;

/// A case file's way through a whole house, from the pull to the bag that a recipient opens; for tests.
final class WholeWay {
    private final PGPSecretKeyRing key = PGPainless.generateKeyRing().modernKeyRing("Invented <i@example.org>");

    /// The key with which the recipients open what they get, in armour.
    String armouredKey() throws IOException {
        return PGPainless.asciiArmor(key);
    }

    /// Folders of a house whose recipients hold a key of this way.
    HubFolders folders(Path root) throws IOException {
        var folders = HouseFolders.make(root);
        for (String recipient : new String[] {"court", "tribunal"}) {
            HouseFolders.write(folders, recipient + ".asc", PGPainless.asciiArmor(PGPainless.extractCertificate(key)));
        }
        return folders;
    }

    /// The same with recognition of print, by which what goes out is read back.
    HubFolders foldersWithPrint(Path root) throws IOException {
        var folders = folders(root);
        replace(folders, "application.yaml", "ocr: false", "ocr: true");
        return folders;
    }

    /// Writes one word for another in a configuration file.
    static void replace(HubFolders folders, String file, String word, String other) throws IOException {
        String text = Files.readString(folders.config().resolve(file));
        assertThat(text).contains(word);
        HouseFolders.write(folders, file, text.replace(word, other));
    }

    /// Starts the whole way and pulls the office once.
    static void pull(House house) {
        start(house);
        house.send("jms:queue:pull.office", "office");
    }

    /// Starts the whole way; nobody pulls yet.
    static CamelContext start(House house) {
        var camel = house.start(
                Map.of("receipts.timer", "direct:look.{{recipient}}"),
                ArrivalRoutes.class,
                CaseFileRoutes.class,
                ReleaseRoutes.class,
                DeliveryRoutes.class);
        house.instances().recipients(house.get(Configuration.class));
        house.instances().partners(house.get(Configuration.class));
        return camel;
    }

    /// The files of the one bag that the tribunal gets, without the folder that they lie in.
    Map<String, byte[]> bag(House house) throws Exception {
        await().atMost(Duration.ofMinutes(4))
                .untilAsserted(() -> assertThat(house.tribunal().files())
                        .as(() -> "delivered; held is " + house.get(Holds.class).open())
                        .hasSize(1));
        return unpacked(house.tribunal().content(house.tribunal().files().getFirst()));
    }

    /// The files of a package, without the folder that they lie in.
    private Map<String, byte[]> unpacked(byte[] file) throws Exception {
        var bag = new TreeMap<String, byte[]>();
        try (var clear = PGPainless.decryptAndOrVerify()
                        .onInputStream(new ByteArrayInputStream(file))
                        .withOptions(ConsumerOptions.get().addDecryptionKey(key));
                var tar = new TarArchiveInputStream(clear)) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                bag.put(entry.getName().replaceFirst("^[^/]*/", ""), tar.readAllBytes());
            }
        }
        return bag;
    }

    /// The review records of the one case file's exchange with the tribunal.
    static List<ReviewRecord> records(House house) throws IOException {
        var line = house.get(CaseFileList.class).lines().getFirst();
        return reviews(house).of(CaseFileVersion.parse(line.id()), "office-to-tribunal");
    }

    /// The review records of this house.
    static Reviews reviews(House house) {
        return new Reviews(
                house.get(States.class),
                house.get(StepBook.class),
                house.get(WorkingCopies.class),
                house.get(CaseTexts.class),
                house.get(Lessons.class),
                house.get(TransactionTemplate.class),
                house.get(InstantSource.class));
    }

    /// The bag as texts.
    Map<String, String> texts(House house) throws Exception {
        return texts(bag(house));
    }

    /// The bag in this package as texts.
    Map<String, String> texts(byte[] file) throws Exception {
        return texts(unpacked(file));
    }

    private static Map<String, String> texts(Map<String, byte[]> bag) {
        var texts = new TreeMap<String, String>();
        bag.forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }
}
