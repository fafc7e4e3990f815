package org.safepassage.extract;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safepassage.extract.worker.BrokenFrame;
import org.safepassage.extract.worker.Frames;
import org.safepassage.extract.worker.Node;
import org.safepassage.schemas.Extraction;

/// What a worker says of one document. Embedded documents come before their containers and are put back here; those
/// that were complete outlive the worker. One thread.
final class Listening {
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final DataInputStream fromWorker;
    private final Budget budget;
    private final Sending sending;
    private final Map<Integer, List<Extraction.Embedded>> orphans = new HashMap<>();
    private String mediaType = UNKNOWN_TYPE;
    private boolean last;

    Listening(DataInputStream fromWorker, Budget budget, Sending sending) {
        this.fromWorker = fromWorker;
        this.budget = budget;
        this.sending = sending;
    }

    /// Listens until the document is done.
    ///
    /// @throws BrokenFrame when the worker says what makes no sense
    /// @throws IOException when it ended before
    Extraction listen() throws IOException {
        while (true) {
            Frames.Frame frame = Frames.read(fromWorker);
            budget.moved(frame.payload().length + 1L);
            Optional<Extraction> done = hear(frame);
            if (done.isPresent()) {
                return done.get();
            }
        }
    }

    /// Whether the worker asked not to be used again.
    boolean isLast() {
        return last;
    }

    /// What was heard before the worker ended.
    Extraction cutOff(Stop why) {
        List<Extraction.Embedded> kept = new ArrayList<>();
        orphans.keySet().stream().sorted().forEach(parent -> kept.addAll(orphans.get(parent)));
        return new Extraction(
                why.status(), why.reason(), mediaType, 0, List.of(), "", List.of(), Collections.emptyMap(), kept);
    }

    private Optional<Extraction> hear(Frames.Frame frame) throws IOException {
        switch (frame.type()) {
            case Frames.TYPE -> mediaType = new String(frame.payload(), StandardCharsets.UTF_8);
            case Frames.ENOUGH -> sending.enough();
            case Frames.PAGE -> budget.page();
            case Frames.EMBEDDED -> {
                Node node = Node.parse(frame.payload());
                orphans.computeIfAbsent(node.parent(), none -> new ArrayList<>())
                        .add(new Extraction.Embedded(node.path(), adopt(node)));
            }
            case Frames.DONE, Frames.DONE_RETIRE -> {
                last = frame.type() == Frames.DONE_RETIRE;
                return Optional.of(adopt(Node.parse(frame.payload())));
            }
            default -> throw new BrokenFrame("a frame of unknown type");
        }
        return Optional.empty();
    }

    private Extraction adopt(Node node) {
        List<Extraction.Embedded> children = orphans.remove(node.id());
        return node.with(children == null ? List.of() : children);
    }
}
