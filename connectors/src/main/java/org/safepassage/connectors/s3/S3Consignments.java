package org.safepassage.connectors.s3;

import java.io.IOException;
import java.util.stream.Stream;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.ReceiptFile;
import org.safepassage.connectors.RecipientDoor;
import org.safepassage.connectors.http.HttpSteps;
import org.safepassage.connectors.upload.Receipts;
import org.safepassage.connectors.upload.Upload;
import org.safepassage.schemas.Content;

/// Consignments to a bucket. S3 explains a refusal only in the body of an answer, which a HEAD has not, so every
/// delivery begins with a listing of one: keys that are not taken are told apart from rights that are missing.
final class S3Consignments implements RecipientDoor {
    private final S3Objects objects;
    private final String prefix;
    private final RecipientDoor door;
    private final Upload upload;
    private final Receipts receipts;

    /// @param door that delivers; closed with this one
    S3Consignments(S3Objects objects, String prefix, RecipientDoor door, Upload upload, Receipts receipts) {
        this.objects = objects;
        this.prefix = prefix;
        this.door = door;
        this.upload = upload;
        this.receipts = receipts;
    }

    @Override
    public Delivery deliver(String fileName, Content content) {
        try {
            objects.tryListing(prefix + fileName);
        } catch (DoorProblem problem) {
            return new Delivery.Failed(problem.kind(), String.valueOf(problem.getMessage()));
        }
        return door.deliver(fileName, content);
    }

    @Override
    public Stream<ReceiptFile> receipts() throws IOException {
        return door.receipts();
    }

    @Override
    public void acknowledgeReceipt(ReceiptFile receipt) throws IOException {
        door.acknowledgeReceipt(receipt);
    }

    @Override
    public DoorReport test() {
        return HttpSteps.upToTls(objects.line().http())
                .then("authenticate", () -> {
                    try {
                        objects.tryListing(prefix);
                    } catch (DoorProblem problem) {
                        if (problem.kind() != Kind.NOT_FOUND && problem.kind() != Kind.PERMISSION) {
                            throw problem;
                        }
                    }
                    return "the keys are taken";
                })
                .then("list", () -> {
                    objects.tryListing(prefix);
                    return upload.test();
                })
                .then("receipts", () -> receipts.waiting().size() + " receipt(s) wait")
                .report();
    }

    @Override
    public void close() {
        door.close();
    }
}
