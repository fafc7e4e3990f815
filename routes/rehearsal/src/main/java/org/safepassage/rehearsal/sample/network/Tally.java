package org.safepassage.rehearsal.sample.network;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.TreeMap;
import org.safepassage.rehearsal.sample.SampleNetwork.Options;
import org.safepassage.rehearsal.sample.Summary;
import org.safepassage.schemas.Exhibit;

/// Counts what has been written.
final class Tally {
    private static final List<Exhibit.Kind> PAPERS =
            List.of(Exhibit.Kind.INTERVIEW, Exhibit.Kind.MEDICAL_DOCUMENT, Exhibit.Kind.DOCUMENT);

    private final Options options;
    private final TreeMap<String, Integer> byPartner = new TreeMap<>();
    private final TreeMap<String, Integer> formats = new TreeMap<>();
    private final TreeMap<Exhibit.Kind, Integer> kinds = new TreeMap<>();
    private int pages;
    private int scanned;
    private int updates;
    private long bytes;

    Tally(Options options) {
        this.options = options;
    }

    void add(CaseStory story) throws IOException {
        byPartner.merge(story.plan().partner().word(), 1, Integer::sum);
        updates += story.plan().updated() ? 1 : 0;
        for (ExhibitFile file : story.exhibits()) {
            formats.merge(file.format(), 1, Integer::sum);
            kinds.merge(file.kind(), 1, Integer::sum);
            if (PAPERS.contains(file.kind())) {
                pages += file.pages();
                scanned += file.format().equals("scan") ? file.pages() : 0;
            }
            bytes += size(file.payload());
        }
    }

    Summary summary(int planted) {
        return new Summary(
                options.cases(),
                options.seed(),
                byPartner,
                PAPERS.stream().mapToInt(this::of).sum(),
                pages,
                scanned,
                of(Exhibit.Kind.PHOTOGRAPH),
                of(Exhibit.Kind.VIDEO),
                of(Exhibit.Kind.OTHER),
                updates,
                planted,
                bytes,
                formats);
    }

    private int of(Exhibit.Kind kind) {
        return kinds.getOrDefault(kind, 0);
    }

    private static long size(Payload payload) throws IOException {
        var counted = new OutputStream() {
            private long count;

            @Override
            public void write(int one) {
                count++;
            }

            @Override
            public void write(byte[] many, int from, int length) {
                count += length;
            }
        };
        payload.writeTo(counted);
        return counted.count;
    }
}
