package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Body;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.ledger.Consignments;
import org.safepassage.hub.ledger.Custody;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.release.consignments.RecipientKey;
import org.safepassage.release.consignments.SealedPackage;
import org.safepassage.release.consignments.Sealer;
import org.safepassage.release.consignments.SigningKey;
import org.safepassage.release.consignments.UnusableKeyException;
import org.safepassage.schemas.HoldReason;
import org.safepassage.schemas.Outcome;

/// Consign: seals the checked bag with its custody proof, signed by the hub and encrypted to the recipient,
/// into the outbox. The entry that the proof discloses has the consignment as its subject, so that two
/// recipients of one case see nothing equal.
public final class Consign {
    private final StepBook book;
    private final Bags bags;
    private final RunningConfiguration configuration;
    private final Consignments consignments;
    private final Custody custody;
    private final Outbox outbox;
    private final SigningKey signer;
    private final InstantSource clock;

    /// @param signer the hub's signing key
    public Consign(
            StepBook book,
            Bags bags,
            RunningConfiguration configuration,
            Consignments consignments,
            Custody custody,
            Outbox outbox,
            SigningKey signer,
            InstantSource clock) {
        this.book = book;
        this.bags = bags;
        this.configuration = configuration;
        this.consignments = consignments;
        this.custody = custody;
        this.outbox = outbox;
        this.signer = signer;
        this.clock = clock;
    }

    /// Whether the parcel goes on.
    public boolean passes(@Body Parcel parcel) throws IOException {
        return book.once(parcel, Step.CONSIGN, () -> consign(parcel));
    }

    private StepBook.Result consign(Parcel parcel) throws IOException {
        var recipient = configuration
                .now()
                .recipient(configuration.now().exchange(parcel.exchange()).recipient());
        Path keyFile = configuration.now().folder().resolve(recipient.publicKey());
        if (!Files.isReadable(keyFile)) return held("recipient " + recipient.name() + " has no key file");
        RecipientKey key;
        try {
            key = RecipientKey.read(keyFile, recipient.openPgp(), clock);
        } catch (UnusableKeyException unusable) {
            return held("recipient " + recipient.name() + ": " + unusable.getMessage());
        }
        var bag = bags.assemble(parcel);
        if (configuration.now().exchange(parcel.exchange()).sandbox())
            return StepBook.Result.of(new Outcome.Held(HoldReason.SANDBOX, "exchange " + parcel.exchange()));
        var facts = new TreeMap<String, String>();
        facts.put("consignment", bag.id());
        facts.put("recipient", recipient.name());
        facts.put("payload", bag.payloadDigest());
        facts.put("case-file-version", parcel.caseFile().toString());
        var proof = custody.disclose(bag.id(), facts);
        var sealed = new AtomicReference<SealedPackage>();
        outbox.write(bag.id(), out -> {
            try {
                sealed.set(new Sealer(clock)
                        .seal(
                                bag,
                                proof.toJson(),
                                proof.checkpointText().getBytes(StandardCharsets.UTF_8),
                                signer,
                                key,
                                out));
            } catch (UnusableKeyException expired) {
                throw new IOException("the key of recipient " + recipient.name() + " expired while sealing", expired);
            }
        });
        return StepBook.Result.passed(bag.id())
                .with("consignment", bag.id())
                .with("package", sealed.get().sha256())
                .with("payload", bag.payloadDigest())
                .writing(() -> consignments.sealed(
                        bag.id(),
                        parcel,
                        recipient.name(),
                        sealed.get().sha256(),
                        sealed.get().size()));
    }

    private static StepBook.Result held(String where) {
        return StepBook.Result.of(new Outcome.Held(HoldReason.RECIPIENT_KEY_MISSING, where));
    }
}
