package org.safepassage.connectors.s3;

import java.time.Clock;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorMaker;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.upload.HttpConsignments;
import org.safepassage.connectors.upload.Receipts;
import org.safepassage.connectors.upload.RecipientFolder;

/// Makes the doors of `sp-s3-consignments-sink`.
public final class S3ConsignmentsMaker implements DoorMaker {
    @Override
    public String kamelet() {
        return "sp-s3-consignments-sink";
    }

    @Override
    public Door open(Parameters parameters) throws DoorProblem {
        String prefix = plain(parameters, "prefix");
        String taken = plain(parameters, "takenPrefix");
        String receiptsPrefix = S3Parameters.prefix(parameters, "receiptsPrefix");
        String doneReceipts = S3Parameters.prefix(parameters, "receiptsDonePrefix");
        if (!receiptsPrefix.isEmpty() && doneReceipts.equals(receiptsPrefix)) {
            throw parameters.refused("receiptsDonePrefix", "must not be receiptsPrefix");
        }
        long compare = (long) parameters.number("compareMegabytes", 0, 1_000_000) << 20;
        long part = (long) parameters.number("partMegabytes", 5, 64) << 20;
        S3Line line = S3Parameters.line(parameters, Clock.systemUTC());
        var objects = new S3Objects(line, false);
        var upload = new S3Upload(objects, prefix, part);
        Receipts receipts =
                receiptsPrefix.isEmpty() ? Receipts.NONE : new S3Receipts(objects, receiptsPrefix, doneReceipts);
        var folder =
                new RecipientFolder(line.http(), prefix + "{name}", taken.isEmpty() ? "" : taken + "{name}", compare);
        var door = new HttpConsignments(line.http(), folder, upload, receipts);
        return new S3Consignments(objects, prefix, door, upload, receipts);
    }

    /// A prefix that is the same written as an address.
    private static String plain(Parameters parameters, String name) throws DoorProblem {
        String given = S3Parameters.prefix(parameters, name);
        if (!given.matches("([A-Za-z0-9_-][A-Za-z0-9._-]*/)*")) {
            throw parameters.refused(name, "must have only A-Z, a-z, 0-9, '.', '_', '-' and '/'");
        }
        return given;
    }
}
