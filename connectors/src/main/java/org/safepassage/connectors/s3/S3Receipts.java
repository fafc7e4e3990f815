package org.safepassage.connectors.s3;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.ReceiptFile;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.upload.Receipts;
import org.safepassage.schemas.Content;

/// Receipts directly below a prefix: a stranger's small objects, read when asked for and copied away when recorded.
///
/// @param objects of the bucket
/// @param prefix where receipts wait
/// @param donePrefix where recorded ones go
record S3Receipts(S3Objects objects, String prefix, String donePrefix) implements Receipts {
    private static final int MOST_AT_ONCE = 10_000;

    @Override
    public List<ReceiptFile> waiting() throws DoorProblem {
        var waiting = new ArrayList<S3Object>();
        objects.forEach(prefix, object -> {
            String name = object.key().substring(prefix.length());
            if (object.size() <= LARGEST && !name.contains("/") && !name.startsWith(".")) {
                waiting.add(object);
            }
            return waiting.size() < MOST_AT_ONCE;
        });
        waiting.sort(Comparator.comparingLong(S3Object::modified).thenComparing(S3Object::key));
        return waiting.stream()
                .map(object -> new ReceiptFile(object.key().substring(prefix.length()), content(object)))
                .toList();
    }

    private Content content(S3Object object) {
        return new Content() {
            @Override
            public InputStream open() {
                return objects.open(object);
            }

            @Override
            public long size() {
                return object.size();
            }
        };
    }

    @Override
    public void acknowledge(String name) throws DoorProblem {
        Optional<S3Object> found = objects.find(prefix + name);
        if (found.isEmpty()) {
            return;
        }
        S3Line line = objects.line();
        line.ask(Ask.of("PUT", line.object(donePrefix + name)).header("x-amz-copy-source", line.source(found.get())));
        line.done(
                Ask.of("DELETE", line.object(prefix + name))
                        .header("If-Match", found.get().tag()),
                204,
                200,
                404);
    }
}
